"""履行率, 回访率, 司法确认率: what became of the agreements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest

from mediation_tui.figures.figure import CaseIds, Ratio, Share
from mediation_tui.figures.measures.caseload import Caseload, ids_of, once
from mediation_tui.figures.measures.measure import BY_CONCLUSION, Group, Measure, Portion
from mediation_tui.figures.measures.reach import visits_due_since
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.course import Agreement, Confirmation, Obligation, Visit
from mediation_tui.model.vocabulary import ConfirmationResult, Outcome

Tally = Mapping[str, Sequence[bool]]
"""Instalments and visits are counted one by one: for each case, thing by thing, whether it was done."""


def _agreed(load: Caseload) -> CaseIds:
    return ids_of(load.concluded_in(Outcome.AGREED))


@once
def _agreements(load: Caseload) -> tuple[tuple[str, Agreement], ...]:
    """What was agreed in the period, by case."""
    made = ((passed, load.round_of(passed).agreement) for passed in load.concluded_in(Outcome.AGREED))
    return tuple((passed.facts.id, agreement) for passed, agreement in made if agreement)


@once
def _performance(load: Caseload) -> Tally:
    """The obligations whose day is over, and whether each has been met."""
    due = ((case, _due(agreement, load.known_on)) for case, agreement in _agreements(load))
    return {case: [not each.open for each in obligations] for case, obligations in due if obligations}


def _due(agreement: Agreement, day: date) -> list[Obligation]:
    """Those whose last day is over."""
    return [obligation for obligation in agreement.obligations if obligation.due < day]


def _performed(load: Caseload) -> Share:
    tally = _performance(load)
    return Share(frozenset(case for case, met in tally.items() if all(met)), frozenset(tally))


def _instalments(load: Caseload) -> Portion:
    return _one_by_one(_performance(load))


def _one_by_one(tally: Tally) -> Portion:
    """So many things done of so many, with the cases that have at least one."""
    done, every = (sum(map(count, tally.values())) for count in (sum, len))
    return Portion(
        frozenset(case for case, each in tally.items() if any(each)), frozenset(tally), Ratio(done, every)
    )


@once
def _visitable(load: Caseload) -> CaseIds:
    """The cases that may have a return visit due in the period: those with an agreement not too long ago."""
    since = visits_due_since(load.period.first, load.rules)
    return frozenset(
        facts.id
        for facts in load.here
        if facts.rounds > 1
        or (facts.outcome is Outcome.AGREED and facts.concluded_on and facts.concluded_on >= since)
    )


def _visits_due(load: Caseload) -> Tally:
    """The return visits whose last day fell into the period and is over, and whether each was made by then."""
    found = ((case, list(_visits_of(load, case))) for case in _visitable(load) & load.inside.keys())
    return {case: made for case, made in found if made}


def _visits_of(load: Caseload, case: str) -> Iterator[bool]:
    inside = load.inside[case]
    ends = [now.opened_on for now in inside.rounds[1:]]
    for place, (dues, until) in enumerate(zip_longest(inside.visits_due, ends), start=1):
        made = sorted(visit.on for visit in inside.visits if visit.round == place)
        for due, visited in zip_longest(dues, made[: len(dues)]):
            if due in load.period and due < load.known_on and (until is None or due < until):
                yield visited is not None and visited <= due


def _visited(load: Caseload) -> Portion:
    return _one_by_one(_visits_due(load))


def _satisfied(own: bool) -> Callable[[Caseload], Portion]:
    """What people said when asked, as written down by the mediator of the case, or by somebody else."""

    def count(load: Caseload) -> Portion:
        answers = {case: list(_answers(load, case, own)) for case in load.touched & load.inside.keys()}
        return _one_by_one({case: said for case, said in answers.items() if said})

    return count


def _answers(load: Caseload, case: str, own: bool) -> Iterator[bool]:
    inside = load.inside[case]
    for visit in inside.visits:
        if (
            visit.satisfied is not None
            and visit.on in load.period
            and _by_own(visit, inside.own_hands) is own
        ):
            yield visit.satisfied


def _by_own(visit: Visit, hands: frozenset[str]) -> bool:
    return visit.satisfaction_recorded_by in hands


def _asked(load: Caseload) -> CaseIds:
    """The cases visited since the period began."""
    first = load.period.first
    return frozenset(facts.id for facts in load.here if facts.visited_on and facts.visited_on >= first)


def _confirmed(load: Caseload) -> Share:
    eligible = {case: each for case, each in _agreements(load) if not each.only_status_or_ownership}
    valid = {case for case, each in eligible.items() if _result(each) is ConfirmationResult.VALID}
    return Share(frozenset(valid), frozenset(eligible))


def _result(agreement: Agreement) -> ConfirmationResult | None:
    return agreement.confirmation.result if agreement.confirmation else None


def _applied(load: Caseload) -> CaseIds:
    return _with_confirmation(load, lambda confirmation: True)


def _rejected(load: Caseload) -> CaseIds:
    return _with_confirmation(load, lambda confirmation: confirmation.result is ConfirmationResult.REJECTED)


def _with_confirmation(load: Caseload, holds: Callable[[Confirmation], bool]) -> CaseIds:
    return frozenset(
        case for case, each in _agreements(load) if each.confirmation and holds(each.confirmation)
    )


_BY_VISIT = Phrase(N_("回访日期"))

KEEPING = Group(
    Phrase(N_("履行、回访与司法确认")),
    Phrase(
        N_(
            "没有到期的不计入履行率；期限当天过完才算到期。每一期单独计数另列。满意不满意按由谁记录分开，"
            "没有问过的不算满意。"
        )
    ),
    (
        Measure(
            "performance",
            Phrase(N_("履行率")),
            Phrase(
                N_(
                    "{known_on} 前到期的履行事项都已履行的协议 ÷ 期间内达成、{known_on} 前有履行事项到期的协议；"
                    "迟履行的也算已履行"
                )
            ),
            BY_CONCLUSION,
            _performed,
            _agreed,
        ),
        Measure(
            "instalments",
            Phrase(N_("逐期履行率")),
            Phrase(N_("其中已履行的期数 ÷ 期间内达成的协议在 {known_on} 前到期的期数；迟履行的也算已履行")),
            BY_CONCLUSION,
            _instalments,
            _agreed,
            Phrase(N_("期")),
        ),
        Measure(
            "visits",
            Phrase(N_("回访率")),
            Phrase(
                N_(
                    "其中到期日或以前做了的回访 ÷ 到期日在期间内、{known_on} 前已过的回访（到期前重新调解的不计）"
                )
            ),
            Phrase(N_("回访到期日期")),
            _visited,
            _visitable,
            Phrase(N_("次")),
        ),
        Measure(
            "satisfied_by_others",
            Phrase(N_("满意（他人记录）")),
            Phrase(N_("其中回答满意的 ÷ 期间内问了是否满意、由承办调解员以外的人记录的回访")),
            _BY_VISIT,
            _satisfied(own=False),
            _asked,
            Phrase(N_("次")),
        ),
        Measure(
            "satisfied_by_own",
            Phrase(N_("满意（承办人自己记录）")),
            Phrase(N_("其中回答满意的 ÷ 期间内问了是否满意、由承办调解员自己记录的回访")),
            _BY_VISIT,
            _satisfied(own=True),
            _asked,
            Phrase(N_("次")),
        ),
        Measure(
            "confirmed",
            Phrase(N_("司法确认率")),
            Phrase(
                N_(
                    "截至 {known_on} 经法院确认有效的协议 ÷ 期间内达成的可以申请确认的协议（只涉及身份或权属的不在内）"
                )
            ),
            BY_CONCLUSION,
            _confirmed,
            _agreed,
        ),
        Measure(
            "confirmation_applied",
            Phrase(N_("已申请司法确认")),
            Phrase(N_("期间内达成的协议中已申请司法确认的")),
            BY_CONCLUSION,
            _applied,
            _agreed,
        ),
        Measure(
            "confirmation_rejected",
            Phrase(N_("司法确认被驳回")),
            Phrase(N_("期间内达成的协议中法院驳回确认申请的")),
            BY_CONCLUSION,
            _rejected,
            _agreed,
        ),
    ),
)
