"""What becomes of a made-up case once mediation has ended: kept or not, visited, confirmed, closed."""

from __future__ import annotations

from datetime import date, timedelta

from mediation_tui.demo.life import incidents, movements, visits
from mediation_tui.demo.life.course import Course
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.life.performance import perform
from mediation_tui.demo.traits import Trait
from mediation_tui.model import events as happened
from mediation_tui.model.events import AgreementReached
from mediation_tui.model.vocabulary import AgreementForm, ConfirmationResult, Exit, State

_COURT = "区人民法院"
_DUE_BY_COURT = 15
"""Days the court takes to decide (司法确认程序若干规定 Art 5)."""


def follow_up(case: Dossier) -> None:
    """Whatever follows the end of mediation, up to closing."""
    if case.agreement is None:
        _wind_up(case)
    elif case.plot.rests is not State.PERFORMING:
        incidents.calm_down(case)
        _see_through(case, case.agreement)


def _see_through(case: Dossier, agreement: AgreementReached) -> None:
    """Performance, confirmation, visits and closing, each on its day."""
    agreed_on = case.diary.day
    performed = perform(case, agreement, agreed_on)
    if case.plot.rests in (State.PERFORMED, State.DEFAULTED):
        performed.write(case)
        return
    closed_on = (performed.last or agreed_on) + timedelta(_days_to_close(case))
    course = performed + _confirmation(case, agreement) + visits.after_agreement(case, performed, agreed_on)
    course.add(closed_on, _closer(case), _closing(case))
    course += visits.bad_news(case, closed_on)
    movements.report_back(case)
    course.write(case)


def _days_to_close(case: Dossier) -> int:
    return case.random.randint(20, 40) if case.has(Trait.DEFAULTED) else case.random.randint(0, 5)


def _closer(case: Dossier) -> str:
    """Mostly the clerk; now and then the mediator closes the case himself."""
    return case.lead if case.happens(0.2) else case.hands.clerk


def _closing(case: Dossier) -> happened.Closed:
    defaulted = case.has(Trait.DEFAULTED)
    lines = case.pen.remarks.told_closed if defaulted else case.pen.remarks.performed_closed
    return happened.Closed(note=case.pen.say(lines, case.tale), told_to_sue=defaulted)


def _confirmation(case: Dossier, agreement: AgreementReached) -> Course:
    """The joint application to the court, and mostly its answer."""
    course = Course()
    wanted = case.has(Trait.CONFIRMED) or case.has(Trait.UNCONFIRMED)
    if not wanted or agreement.only_status_or_ownership or agreement.form is AgreementForm.ORAL:
        return course
    applied_on = agreement.effective_on + timedelta(case.random.randint(2, 20))
    course.add(applied_on, case.lead, happened.ConfirmationApplied(court=_COURT, jointly=True))
    if case.has(Trait.CONFIRMED) or case.happens(0.8):
        decided_on = applied_on + timedelta(case.random.randint(5, _DUE_BY_COURT))
        course.add(decided_on, case.lead, _decision(case, decided_on))
    return course


def _decision(case: Dossier, on: date) -> happened.ConfirmationDecided:
    if not case.has(Trait.CONFIRMED):
        return happened.ConfirmationDecided(result=ConfirmationResult.REJECTED)
    number = f"（{on.year}）调确字第{case.random.randint(1, 400)}号"
    return happened.ConfirmationDecided(result=ConfirmationResult.VALID, number=number)


def _wind_up(case: Dossier) -> None:
    """Close a case that ended without agreement, and ask later where it went."""
    movements.report_back(case)
    case.after(1, 9)
    note = case.pen.say(case.pen.remarks.ended_closed, case.tale)
    case.jot(case.hands.clerk, happened.Closed(note=note))
    if case.exit is Exit.NOWHERE and case.happens(0.4):
        case.after(20, 60)
        case.jot(case.lead, visits.after_failure(case))
