"""The fold: from the list of a case's events to the case as it stands.

Pure and total over well-formed lists; whether an act was allowed is decided before it is written, by
`rules.lifecycle`, and never again here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from mediation_tui.clock import local_date
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.course import (
    Agreement,
    Confirmation,
    Decision,
    Document,
    Handover,
    Move,
    Obligation,
    Pause,
    Prevention,
    RiskNote,
    Round,
    Session,
    Visit,
)
from mediation_tui.model.events import Draft, EventKind
from mediation_tui.model.vocabulary import Outcome

E = TypeVar("E", bound=Draft)
Changes = dict[str, Any]
Step = Callable[[Case, Draft, Any], Changes]
_STEPS: dict[EventKind, Step] = {}


def fold(events: Iterable[Draft]) -> Case:
    """The case these events make.

    Args:
        events: All of one case's events in the order they were written, `registered` first.
    """
    listed = list(events)
    standing = effective(listed)
    case = begun(standing[0])
    for event in standing[1:]:
        case = advanced(case, event)
    touched = max(map(touched_by, listed))
    return case.model_copy(update={"version": len(listed), "touched_at": touched})


def effective(events: Sequence[E]) -> list[E]:
    """The events that still hold: what was undone and the undoing itself left out."""
    undone = {event.data.event for event in events if isinstance(event.data, happened.Undone)}
    return [event for event in events if event.kind is not EventKind.UNDONE and event.id not in undone]


def begun(event: Draft) -> Case:
    """The case as its registration makes it."""
    data = event.data
    assert isinstance(data, happened.Registered), "a case begins with its registration"
    fields = {name: getattr(data, name) for name in type(data).model_fields if name != "kind"}
    return Case.model_construct(
        **fields,
        id=event.case_id,
        version=1,
        level=data.level_received,
        rounds=(Round.model_construct(opened_on=event.happened_on),),
        risks=(_risk_note(event, data.risk, ""),) if data.risk else (),
        registered_by=event.actor,
        registration_lag=lag(event),
        longest_lag=lag(event),
        last_on=event.happened_on,
        touched_at=touched_by(event),
    )


def advanced(case: Case, event: Draft) -> Case:
    """The case after one more event that is neither its first nor an undoing."""
    changes = _STEPS[event.kind](case, event, event.data)
    changes |= {
        "version": case.version + 1,
        "last_on": max(case.last_on, event.happened_on),
        "longest_lag": max(case.longest_lag, lag(event)),
        "touched_at": max(case.touched_at, touched_by(event)),
    }
    return case.model_copy(update=changes)


def lag(event: Draft) -> int:
    """Days between what an event says happened and its being written down."""
    return max(0, (local_date(event.recorded_at) - event.happened_on).days)


def touched_by(event: Draft) -> datetime:
    """The instant an event was written down, UTC."""
    return event.recorded_at.astimezone(UTC)


def _step(kind: EventKind) -> Callable[[Step], Step]:
    def register(step: Step) -> Step:
        _STEPS[kind] = step
        return step

    return register


def _now(case: Case, **changes: Any) -> Changes:
    """Changes to the present round."""
    return {"rounds": (*case.rounds[:-1], case.round.model_copy(update=changes))}


def _concluded(case: Case, event: Draft, outcome: Outcome, **changes: Any) -> Changes:
    return _now(case, concluded_on=event.happened_on, outcome=outcome, **changes)


def _risk_note(event: Draft, risk: Any, reason: str, reported_to: str = "") -> RiskNote:
    return RiskNote(on=event.happened_on, risk=risk, reason=reason, reported_to=reported_to)


@_step(EventKind.DETAILS_CORRECTED)
def _details_corrected(case: Case, event: Draft, data: happened.DetailsCorrected) -> Changes:
    return {data.field.value: data.field.read(data.after)}


@_step(EventKind.PARTY_ADDED)
def _party_added(case: Case, event: Draft, data: happened.PartyAdded) -> Changes:
    return {"parties": (*case.parties, data.party)}


@_step(EventKind.PARTY_CORRECTED)
def _party_corrected(case: Case, event: Draft, data: happened.PartyCorrected) -> Changes:
    return {"parties": tuple(data.after if p.id == data.after.id else p for p in case.parties)}


@_step(EventKind.ACCEPTED)
def _accepted(case: Case, event: Draft, data: happened.Accepted) -> Changes:
    return _now(case, accepted_on=event.happened_on, agreed_until=data.agreed_until)


@_step(EventKind.NOT_ACCEPTED)
def _not_accepted(case: Case, event: Draft, data: happened.NotAccepted) -> Changes:
    return _concluded(case, event, Outcome.NOT_ACCEPTED, exit=data.exit)


@_step(EventKind.MEDIATORS_ASSIGNED)
def _mediators_assigned(case: Case, event: Draft, data: happened.MediatorsAssigned) -> Changes:
    return {"mediators": data.mediators}


@_step(EventKind.SESSION_HELD)
def _session_held(case: Case, event: Draft, data: happened.SessionHeld) -> Changes:
    session = Session(
        on=event.happened_on,
        place=data.place,
        present=data.present,
        absent=data.absent,
        rights_told=data.rights_told,
        result=data.result,
        next_on=data.next_on,
    )
    return {"sessions": (*case.sessions, session), **_begun_mediating(case, event)}


@_step(EventKind.CONTACT_LOGGED)
def _contact_logged(case: Case, event: Draft, data: happened.ContactLogged) -> Changes:
    return _begun_mediating(case, event)


def _begun_mediating(case: Case, event: Draft) -> Changes:
    now, on = case.round, event.happened_on
    if now.outcome or now.accepted_on is None or on < now.accepted_on:
        return {}
    return _now(case, mediating_on=min(now.mediating_on or on, on))


@_step(EventKind.RISK_CHANGED)
def _risk_changed(case: Case, event: Draft, data: happened.RiskChanged) -> Changes:
    note = _risk_note(event, data.risk, data.reason, data.reported_to)
    return {"risk": data.risk, "risks": (*case.risks, note)}


@_step(EventKind.EXTENSION_AGREED)
def _extension_agreed(case: Case, event: Draft, data: happened.ExtensionAgreed) -> Changes:
    return _now(case, extended_to=data.until)


@_step(EventKind.CLOCK_PAUSED)
def _clock_paused(case: Case, event: Draft, data: happened.ClockPaused) -> Changes:
    now = case.round
    pause = Pause(since=event.happened_on, ground=data.ground, extended=now.extended_to is not None)
    return _now(case, pauses=(*now.pauses, pause))


@_step(EventKind.CLOCK_RESUMED)
def _clock_resumed(case: Case, event: Draft, data: happened.ClockResumed) -> Changes:
    pauses = case.round.pauses
    return _now(case, pauses=_with_nth(pauses, len(pauses), until=event.happened_on))


@_step(EventKind.LIFTED)
@_step(EventKind.HANDED_DOWN)
def _moved(case: Case, event: Draft, data: happened.Lifted | happened.HandedDown) -> Changes:
    move = Move(on=event.happened_on, before=case.level, to=data.to, receiver=data.receiver)
    return {"level": data.to, "moves": (*case.moves, move)}


@_step(EventKind.AGREEMENT_REACHED)
def _agreement_reached(case: Case, event: Draft, data: happened.AgreementReached) -> Changes:
    agreement = Agreement(
        on=event.happened_on,
        form=data.form,
        number=data.number,
        content=data.content,
        facts=data.facts,
        effective_on=data.effective_on,
        obligations=tuple(Obligation(**dict(promise)) for promise in data.promises),
        only_status_or_ownership=data.only_status_or_ownership,
    )
    return _concluded(case, event, Outcome.AGREED, agreement=agreement, level_resolved=data.level_resolved)


def _with_obligation(case: Case, number: int, **changes: Any) -> Changes:
    agreement = case.agreement
    assert agreement, "an obligation belongs to an agreement"
    obligations = tuple(
        obligation.model_copy(update=changes) if place == number else obligation
        for place, obligation in enumerate(agreement.obligations, start=1)
    )
    return _now(case, agreement=agreement.model_copy(update={"obligations": obligations}))


@_step(EventKind.OBLIGATION_PERFORMED)
def _obligation_performed(case: Case, event: Draft, data: happened.ObligationPerformed) -> Changes:
    return _with_obligation(case, data.obligation, done_on=event.happened_on)


@_step(EventKind.OBLIGATION_DEFAULTED)
def _obligation_defaulted(case: Case, event: Draft, data: happened.ObligationDefaulted) -> Changes:
    return _with_obligation(
        case, data.obligation, defaulted_on=event.happened_on, told_to_sue=data.told_to_sue
    )


def _with_confirmation(case: Case, confirmation: Confirmation) -> Changes:
    agreement = case.agreement
    assert agreement, "a confirmation belongs to an agreement"
    return _now(case, agreement=agreement.model_copy(update={"confirmation": confirmation}))


@_step(EventKind.CONFIRMATION_APPLIED)
def _confirmation_applied(case: Case, event: Draft, data: happened.ConfirmationApplied) -> Changes:
    return _with_confirmation(case, Confirmation(applied_on=event.happened_on, court=data.court))


@_step(EventKind.CONFIRMATION_DECIDED)
def _confirmation_decided(case: Case, event: Draft, data: happened.ConfirmationDecided) -> Changes:
    assert case.agreement, "a confirmation belongs to an agreement"
    assert case.agreement.confirmation, "a decision answers an application"
    decided = {"decided_on": event.happened_on, "result": data.result, "number": data.number}
    return _with_confirmation(case, case.agreement.confirmation.model_copy(update=decided))


@_step(EventKind.MEDIATION_FAILED)
def _mediation_failed(case: Case, event: Draft, data: happened.MediationFailed) -> Changes:
    return _concluded(case, event, Outcome.FAILED, exit=data.exit)


@_step(EventKind.WITHDRAWN)
def _withdrawn(case: Case, event: Draft, data: happened.Withdrawn) -> Changes:
    return _concluded(case, event, Outcome.WITHDRAWN)


@_step(EventKind.TRANSFERRED)
def _transferred(case: Case, event: Draft, data: happened.Transferred) -> Changes:
    return _concluded(case, event, Outcome.TRANSFERRED, exit=data.exit)


@_step(EventKind.VISIT_MADE)
def _visit_made(case: Case, event: Draft, data: happened.VisitMade) -> Changes:
    kept = set(Visit.model_fields) - {"on", "round"}
    visit = Visit(
        on=event.happened_on, round=len(case.rounds), **{name: getattr(data, name) for name in kept}
    )
    return {"visits": (*case.visits, visit), **_now(case, visit_on=data.next_on)}


@_step(EventKind.VISIT_PLANNED)
def _visit_planned(case: Case, event: Draft, data: happened.VisitPlanned) -> Changes:
    return _now(case, visit_on=data.visit_on)


@_step(EventKind.CLOSED)
def _closed(case: Case, event: Draft, data: happened.Closed) -> Changes:
    return _now(case, closed_on=event.happened_on)


@_step(EventKind.REOPENED)
def _reopened(case: Case, event: Draft, data: happened.Reopened) -> Changes:
    again = Round(opened_on=event.happened_on, accepted_on=event.happened_on)
    return {"rounds": (*case.rounds, again), "gaps": (), "retention": ""}


@_step(EventKind.ARCHIVED)
def _archived(case: Case, event: Draft, data: happened.Archived) -> Changes:
    return {
        **_now(case, archived_on=event.happened_on),
        "gaps": data.gaps,
        "retention": data.retention,
    }


@_step(EventKind.DECISION_MADE)
def _decision_made(case: Case, event: Draft, data: happened.DecisionMade) -> Changes:
    decision = Decision(
        on=event.happened_on, text=data.text, owner=data.owner, due=data.due, meeting=data.meeting
    )
    return {"decisions": (*case.decisions, decision)}


@_step(EventKind.DECISION_DONE)
def _decision_done(case: Case, event: Draft, data: happened.DecisionDone) -> Changes:
    answer = {"done_on": event.happened_on, "done": data.done, "note": data.note}
    return {"decisions": _with_nth(case.decisions, data.decision, **answer)}


@_step(EventKind.HANDED_OVER)
def _handed_over(case: Case, event: Draft, data: happened.HandedOver) -> Changes:
    handover = Handover(
        on=event.happened_on,
        direction=data.direction,
        partner=data.partner,
        unit=data.unit,
        feedback_due=data.feedback_due,
    )
    return {"handovers": (*case.handovers, handover)}


@_step(EventKind.FEEDBACK_RECEIVED)
def _feedback_received(case: Case, event: Draft, data: happened.FeedbackReceived) -> Changes:
    return {"handovers": _with_nth(case.handovers, data.handover, feedback_on=event.happened_on)}


def _with_nth(values: tuple[Any, ...], number: int, **changes: Any) -> tuple[Any, ...]:
    changed = values[number - 1].model_copy(update=changes)
    return (*values[: number - 1], changed, *values[number:])


@_step(EventKind.GRADED)
def _graded(case: Case, event: Draft, data: happened.Graded) -> Changes:
    return {"difficulty": data.difficulty}


@_step(EventKind.PREVENTION_NOTED)
def _prevention_noted(case: Case, event: Draft, data: happened.PreventionNoted) -> Changes:
    noted = Prevention(on=event.happened_on, averted=data.averted, people=data.people)
    return {"preventions": (*case.preventions, noted)}


@_step(EventKind.DOCUMENT_ATTACHED)
def _document_attached(case: Case, event: Draft, data: happened.DocumentAttached) -> Changes:
    document = Document(on=event.happened_on, paper=data.paper, title=data.title, pages=data.pages)
    return {"documents": (*case.documents, document)}


@_step(EventKind.NOTE_ADDED)
def _note_added(case: Case, event: Draft, data: happened.NoteAdded) -> Changes:
    return {}


@_step(EventKind.VOIDED)
def _voided(case: Case, event: Draft, data: happened.Voided) -> Changes:
    return {"void_on": event.happened_on}


@_step(EventKind.MERGED_INTO)
def _merged_into(case: Case, event: Draft, data: happened.MergedInto) -> Changes:
    return {"void_on": event.happened_on, "merged_into": data.target}
