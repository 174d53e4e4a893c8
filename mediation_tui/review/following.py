"""What a review follows up in a case: decisions, moves and hand-overs, papers that lack, promises not kept."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.phrase import Listed, Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.course import Decision
from mediation_tui.model.vocabulary import Direction, Risk
from mediation_tui.review.docket import Docket, Held
from mediation_tui.rules.filing import missing_papers


def decisions(held: Held, docket: Docket) -> Iterator[Phrase]:
    """What earlier reviews decided, and what came of it since the last one: done, not done and why, still open."""
    for decision in held.case.decisions:
        if decision.meeting not in docket.ours:
            yield from came_of(decision, docket)


def came_of(decision: Decision, docket: Docket) -> Iterator[Phrase]:
    """How a decision stands; nothing for one that was settled before the last meeting."""
    facts = {
        "text": decision.text,
        "owner": decision.owner,
        "due": decision.due,
        "day": decision.done_on,
        "note": decision.note,
    }
    if decision.done_on is None:
        late = (docket.today - decision.due).days
        said = N_("“{text}”（{owner}，{due}前）：还没有落实")
        if late > 0:
            said = N_("“{text}”（{owner}，{due}前）：还没有落实，已超 {n} 天")
        yield Phrase(said, facts=facts | {"n": late})
    elif decision.done_on >= docket.since:
        done = N_("“{text}”（{owner}）：{day} 已落实")
        yield Phrase(done if decision.done else N_("“{text}”（{owner}）：没有落实，{note}"), facts=facts)


def moved(held: Held, docket: Docket) -> Iterator[Phrase]:
    """Lifts and hand-downs of the week, hand-overs nobody has answered, and a report to the police nobody noted."""
    case = held.case
    for move in case.moves:
        if move.on in docket.week:
            facts = {"day": move.on, "before": Phrase(move.before.source), "to": Phrase(move.to.source)}
            yield Phrase(N_("{day} 由{before}转到{to}"), facts=facts)
    for handover in case.handovers:
        if handover.feedback_on is None and (handover.feedback_due or handover.direction is Direction.OUT):
            facts = {"day": handover.on, "unit": handover.unit or Phrase(handover.partner.source)}
            yield Phrase(N_("{day} 移交{unit}，还没有反馈"), facts=facts)
    if held.on_desk and case.risk is Risk.SEVERE and not any(note.reported_to for note in case.risks):
        yield Phrase(N_("风险重大，没有报告公安或有关部门的记录（人民调解法第25条）"))


def papers(held: Held, docket: Docket) -> Iterator[Phrase]:
    """Closed in the week, and its file lacks papers."""
    if held.case.closed_on in docket.week and (missing := missing_papers(held.case)):
        names = Listed(tuple(Phrase(paper.source) for paper in missing))
        yield Phrase(N_("{day} 结案，卷宗缺{papers}"), facts={"day": held.case.closed_on, "papers": names})


def defaulted(held: Held, docket: Docket) -> Iterator[Phrase]:
    """A promise was found not to have been kept, and still is not."""
    agreement = held.case.agreement
    if not held.on_desk or not agreement:
        return
    for number, promise in enumerate(agreement.obligations, start=1):
        if promise.open and promise.defaulted_on:
            said = N_("第{n}期 {day} 认定未履行，已告知可以起诉")
            if not promise.told_to_sue:
                said = N_("第{n}期 {day} 认定未履行，还没有告知可以起诉")
            yield Phrase(said, facts={"n": number, "day": promise.defaulted_on})
