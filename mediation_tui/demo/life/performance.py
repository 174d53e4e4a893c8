"""Whether a made-up agreement is kept, obligation by obligation."""

from __future__ import annotations

from datetime import date, timedelta

from mediation_tui.demo.life.course import Course
from mediation_tui.demo.life.dossier import Dossier
from mediation_tui.demo.life.pen import channel_of
from mediation_tui.demo.traits import Trait
from mediation_tui.model import events as happened
from mediation_tui.model.events import AgreementReached, Promise
from mediation_tui.model.vocabulary import State

_A_LITTLE_LATE = 0.08
_REMINDED = 0.3
_LONG = timedelta(28)
"""An obligation due so far ahead is sometimes reminded of before."""


def perform(case: Dossier, agreement: AgreementReached, agreed_on: date) -> Course:
    """What is done about each obligation that was not met on the spot.

    Where the agreement is not kept, everything after its first obligation comes to nothing too.
    """
    course = Course()
    waiting = [(n, p) for n, p in enumerate(agreement.promises, start=1) if p.done_on is None]
    if not waiting:
        case.traits -= {Trait.DEFAULTED, Trait.LATE_PAYER}
    for place, (number, promise) in enumerate(waiting):
        if place == 0 and case.has(Trait.DEFAULTED):
            _default(case, course, number, promise)
            return course
        if place == 0 and case.has(Trait.LATE_PAYER):
            _keep_late(case, course, number, promise)
        else:
            _keep(case, course, number, promise, agreed_on)
    return course


def _keep(case: Dossier, course: Course, number: int, promise: Promise, agreed_on: date) -> None:
    """Mostly in the last week before it is due, now and then some days after."""
    if promise.due - agreed_on > _LONG and case.happens(_REMINDED):
        _speak_of(case, course, promise.due - timedelta(7), case.pen.remarks.first_reminder)
    early = case.random.randint(0, min(6, (promise.due - agreed_on).days))
    done_on = promise.due - timedelta(early)
    if case.happens(_A_LITTLE_LATE):
        done_on = promise.due + timedelta(case.random.randint(1, 6))
    course.add(done_on, case.lead, _met(case, number))


def _keep_late(case: Dossier, course: Course, number: int, promise: Promise) -> None:
    """Found not to have been met, urged, and met after all."""
    found_on = promise.due + timedelta(case.random.randint(2, 7))
    course.add(found_on, case.lead, _unmet(case, number, told=False))
    course.add(found_on + timedelta(case.random.randint(8, 25)), case.lead, _met(case, number))


def _default(case: Dossier, course: Course, number: int, promise: Promise) -> None:
    """Found not to have been met, and the other side told that it may sue."""
    found_on = promise.due + timedelta(case.random.randint(3, 9))
    course.add(found_on, case.lead, _unmet(case, number, told=case.plot.rests is not State.DEFAULTED))
    if case.plot.rests is None:
        _speak_of(case, course, found_on + timedelta(8), case.pen.remarks.urged)


def _met(case: Dossier, number: int) -> happened.ObligationPerformed:
    return happened.ObligationPerformed(obligation=number, evidence=case.pen.one(case.pen.remarks.evidence))


def _unmet(case: Dossier, number: int, *, told: bool) -> happened.ObligationDefaulted:
    urged = case.pen.say(case.pen.remarks.urged, case.tale)
    return happened.ObligationDefaulted(obligation=number, urged=urged, told_to_sue=told)


def _speak_of(case: Dossier, course: Course, on: date, lines: tuple[str, ...]) -> None:
    said = case.pen.say(lines, case.tale)
    whom = case.pen.named_in(said, case.tale)
    contact = happened.ContactLogged(channel=channel_of(said), whom=whom, content=said)
    course.add(on, case.worker, contact)
