"""Return visits to the parties of a made-up case, with good news and bad."""

from __future__ import annotations

from datetime import date, timedelta

from mediation_tui.demo.life.course import Course
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.life.pen import channel_of
from mediation_tui.demo.phrases import Finding
from mediation_tui.demo.traits import Trait
from mediation_tui.model import events as happened
from mediation_tui.model.vocabulary import Channel, Exit, Performance

_IN_TIME, _TARDY = (12, 30), (34, 60)
"""Days from the agreement to the visit."""

_TARDINESS = 0.06
_TELLING = (happened.ObligationPerformed, happened.ObligationDefaulted)
_FINDINGS: dict[Finding, Performance] = {
    "done": Performance.DONE,
    "partly": Performance.PARTLY,
    "not_done": Performance.NOT_DONE,
    "not_due": Performance.NOT_DUE,
    "relapsed": Performance.DONE,
}


def after_agreement(case: Dossier, performed: Course, agreed_on: date) -> Course:
    """The visit some weeks after an agreement.

    Args:
        case: Whose.
        performed: What is done about the agreement's obligations, and when.
        agreed_on: The day of the agreement.
    """
    course = Course()
    if not case.has(Trait.UNVISITED):
        days = case.random.randint(*(_TARDY if case.happens(_TARDINESS) else _IN_TIME))
        on = agreed_on + timedelta(days)
        if case.has(Trait.APPOINTED):
            reason = case.pen.say(case.pen.remarks.appointed, case.tale)
            course.add(agreed_on, case.lead, happened.VisitPlanned(visit_on=on, reason=reason))
        course.add(on, _visitor(case), _visit(case, _finding(performed, on)))
    return course


def bad_news(case: Dossier, closed_on: date) -> Course:
    """A later visit that finds the quarrel back, or gone to court."""
    course = Course()
    on = closed_on + timedelta(case.random.randint(15, 60))
    if case.has(Trait.REOPENED) or (case.has(Trait.ESCAPED) and case.happens(0.4)):
        course.add(on, _visitor(case), _visit(case, "relapsed"))
    elif case.has(Trait.ESCAPED) or (case.has(Trait.DEFAULTED) and case.happens(0.6)):
        course.add(on, _visitor(case), _sued(case))
    return course


def after_failure(case: Dossier) -> happened.VisitMade:
    """What is heard of a dispute that was not settled here."""
    return happened.VisitMade(
        channel=Channel.PHONE,
        whom=case.tale.cast.a,
        later_exit=case.random.choice((None, Exit.COURT, Exit.COURT, Exit.PETITION)),
        note=case.pen.say(case.pen.remarks.after_failure, case.tale),
    )


def _visitor(case: Dossier) -> str:
    return case.random.choice((case.lead, case.hands.clerk, case.worker))


def _finding(performed: Course, on: date) -> Finding:
    """What can be seen of performance by that day."""
    known = [step.deed for step in performed.steps if step.on <= on and isinstance(step.deed, _TELLING)]
    waiting = any(step.on > on and isinstance(step.deed, _TELLING) for step in performed.steps)
    if known and isinstance(known[-1], happened.ObligationDefaulted):
        return "not_done"
    if waiting:
        return "partly" if known else "not_due"
    return "done"


def _visit(case: Dossier, finding: Finding) -> happened.VisitMade:
    satisfied = {"done": True, "relapsed": False}.get(finding)
    asked = satisfied is not None and case.happens(0.85)
    note = case.pen.recorder.visit(case.tale, finding)
    return happened.VisitMade(
        channel=channel_of(note),
        whom=case.tale.cast.a,
        performance=_FINDINGS[finding],
        satisfied=(satisfied and not case.happens(0.04)) if asked else None,
        satisfaction_recorded_by=case.name_of(_visitor(case)) if asked else "",
        relapsed=finding == "relapsed",
        escalating=finding == "relapsed" and case.happens(0.3),
        note=note,
    )


def _sued(case: Dossier) -> happened.VisitMade:
    return happened.VisitMade(
        channel=Channel.PHONE,
        whom=case.tale.cast.a,
        performance=Performance.NOT_DONE,
        sued=True,
        later_exit=Exit.COURT,
        note=case.pen.say(case.pen.remarks.sued, case.tale),
    )
