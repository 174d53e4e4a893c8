"""One valid thing to say for every act on a case whose state allows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventData, EventKind
from mediation_tui.model.party import Party
from mediation_tui.model.vocabulary import (
    AgreementForm,
    Averted,
    Channel,
    ConfirmationResult,
    Consent,
    Difficulty,
    Direction,
    Exit,
    FailureReason,
    Level,
    Paper,
    Partner,
    PauseGround,
    Performance,
    RefusalGround,
    Risk,
    Side,
)
from mediation_tui.rules.filing import missing_papers

_LATER = timedelta(days=20)

_VALID: Mapping[EventKind, Callable[[Case, date], EventData]] = {
    EventKind.ACCEPTED: lambda case, on: happened.Accepted(
        reserved_elsewhere=False, taken_elsewhere=False, consent=Consent.BOTH_AGREE
    ),
    EventKind.NOT_ACCEPTED: lambda case, on: happened.NotAccepted(
        ground=RefusalGround.TAKEN, told_where_to_go=True
    ),
    EventKind.MEDIATORS_ASSIGNED: lambda case, on: happened.MediatorsAssigned(mediators=("m1",)),
    EventKind.SESSION_HELD: lambda case, on: happened.SessionHeld(content="双方陈述。", present=("p1", "p2")),
    EventKind.CONTACT_LOGGED: lambda case, on: happened.ContactLogged(
        channel=Channel.PHONE, whom="马占龙", content="约定时间。"
    ),
    EventKind.RISK_CHANGED: lambda case, on: happened.RiskChanged(
        risk=Risk.SEVERE if case.risk is not Risk.SEVERE else Risk.ORDINARY, reason="扬言动手", measure="稳控"
    ),
    EventKind.EXTENSION_AGREED: lambda case, on: happened.ExtensionAgreed(
        until=max(on, case.round.extended_to or on) + _LATER,
        applicants_consent=True,
        respondents_consent=True,
    ),
    EventKind.CLOCK_PAUSED: lambda case, on: happened.ClockPaused(ground=PauseGround.APPRAISAL),
    EventKind.CLOCK_RESUMED: lambda case, on: happened.ClockResumed(note="收到鉴定意见"),
    EventKind.LIFTED: lambda case, on: happened.Lifted(to=Level.COUNTY, reason="疑难"),
    EventKind.HANDED_DOWN: lambda case, on: happened.HandedDown(to=Level.GRID, reason="就近"),
    EventKind.AGREEMENT_REACHED: lambda case, on: an_agreement(on),
    EventKind.OBLIGATION_PERFORMED: lambda case, on: happened.ObligationPerformed(obligation=_due(case)),
    EventKind.OBLIGATION_DEFAULTED: lambda case, on: happened.ObligationDefaulted(obligation=_due(case)),
    EventKind.CONFIRMATION_APPLIED: lambda case, on: happened.ConfirmationApplied(
        court="湟中区法院", jointly=True
    ),
    EventKind.CONFIRMATION_DECIDED: lambda case, on: happened.ConfirmationDecided(
        result=ConfirmationResult.VALID
    ),
    EventKind.MEDIATION_FAILED: lambda case, on: happened.MediationFailed(
        reason=FailureReason.WIDE_GAP, routes_told=True
    ),
    EventKind.WITHDRAWN: lambda case, on: happened.Withdrawn(reason="自行和解"),
    EventKind.TRANSFERRED: lambda case, on: happened.Transferred(
        exit=Exit.COURT, unit="湟中区法院", reason="起诉"
    ),
    EventKind.VISIT_MADE: lambda case, on: happened.VisitMade(
        channel=Channel.VISIT, whom="马占龙", performance=Performance.DONE
    ),
    EventKind.VISIT_PLANNED: lambda case, on: happened.VisitPlanned(visit_on=on + _LATER, reason="看水沟"),
    EventKind.CLOSED: lambda case, on: happened.Closed(told_to_sue=True),
    EventKind.REOPENED: lambda case, on: happened.Reopened(reason="又起争执"),
    EventKind.ARCHIVED: lambda case, on: happened.Archived(
        retention="长期",
        gaps=tuple(happened.Gap(paper=paper, reason="遗失") for paper in missing_papers(case)),
    ),
    EventKind.DECISION_MADE: lambda case, on: happened.DecisionMade(
        text="包案到人", owner="张司法", due=on + _LATER
    ),
    EventKind.DECISION_DONE: lambda case, on: happened.DecisionDone(
        decision=_first(decision.done_on is None for decision in case.decisions), done=True
    ),
    EventKind.HANDED_OVER: lambda case, on: happened.HandedOver(
        direction=Direction.OUT, partner=Partner.POLICE, unit="派出所", feedback_due=on + _LATER
    ),
    EventKind.FEEDBACK_RECEIVED: lambda case, on: happened.FeedbackReceived(
        handover=_first(handover.feedback_on is None for handover in case.handovers), feedback="已处警"
    ),
    EventKind.GRADED: lambda case, on: happened.Graded(difficulty=Difficulty.DIFFICULT, reason="人多"),
    EventKind.PREVENTION_NOTED: lambda case, on: happened.PreventionNoted(
        averted=Averted.CRIME, people=2, ground="夺下凶器"
    ),
    EventKind.DOCUMENT_ATTACHED: lambda case, on: happened.DocumentAttached(paper=Paper.MINUTES),
    EventKind.NOTE_ADDED: lambda case, on: happened.NoteAdded(text="备查"),
    EventKind.PARTY_ADDED: lambda case, on: happened.PartyAdded(
        party=Party(id=case.next_party_id(), side=Side.THIRD, name="才让")
    ),
    EventKind.PARTY_CORRECTED: lambda case, on: happened.PartyCorrected(
        before=case.parties[0],
        after=case.parties[0].model_copy(update={"occupation": f"第{case.version}次改"}),
        reason="记错",
    ),
    EventKind.DETAILS_CORRECTED: lambda case, on: happened.DetailsCorrected(
        field=happened.Correctable.SUMMARY, before=case.summary, after=f"第{case.version}次改", reason="记错"
    ),
    EventKind.VOIDED: lambda case, on: happened.Voided(reason="录错"),
}


def valid(kind: EventKind, case: Case, on: date) -> EventData:
    """What one act may say on a case whose state allows it; the merge alone needs another case."""
    return _VALID[kind](case, on)


def an_agreement(on: date, *due: date, **changes: Any) -> happened.AgreementReached:
    """An agreement of a day, with an instalment of 500 元 for each due day."""
    promises = tuple(happened.Promise(party="p2", what="赔偿", due=day, amount=Decimal(500)) for day in due)
    plain: dict[str, Any] = {
        "form": AgreementForm.WRITTEN,
        "content": "赔偿并疏通水沟。",
        "effective_on": on,
        "promises": promises,
        "level_resolved": Level.GRID,
    }
    return happened.AgreementReached(**plain | changes)


def _due(case: Case) -> int:
    """The first obligation still open, from 1."""
    assert case.agreement
    return _first(obligation.open for obligation in case.agreement.obligations)


def _first(held: Any) -> int:
    return next(number for number, true in enumerate(held, start=1) if true)
