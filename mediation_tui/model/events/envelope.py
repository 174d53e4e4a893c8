"""The envelope of an event: who, when, where in the chain; and the sealing of a draft into it."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Annotated
from uuid import UUID

from pydantic import Field, TypeAdapter

from mediation_tui.model.base import Frozen
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.eventkind import EventKind
from mediation_tui.model.events import ending, intake, mediation, upkeep

EventData = Annotated[
    intake.Registered
    | intake.DetailsCorrected
    | intake.PartyAdded
    | intake.PartyCorrected
    | intake.Accepted
    | intake.NotAccepted
    | intake.MediatorsAssigned
    | mediation.SessionHeld
    | mediation.ContactLogged
    | mediation.RiskChanged
    | mediation.ExtensionAgreed
    | mediation.ClockPaused
    | mediation.ClockResumed
    | mediation.Lifted
    | mediation.HandedDown
    | mediation.HandedOver
    | mediation.FeedbackReceived
    | mediation.Graded
    | mediation.PreventionNoted
    | ending.AgreementReached
    | ending.ObligationPerformed
    | ending.ObligationDefaulted
    | ending.ConfirmationApplied
    | ending.ConfirmationDecided
    | ending.MediationFailed
    | ending.Withdrawn
    | ending.Transferred
    | ending.VisitMade
    | ending.VisitPlanned
    | upkeep.Closed
    | upkeep.Reopened
    | upkeep.Archived
    | upkeep.DecisionMade
    | upkeep.DecisionDone
    | upkeep.DocumentAttached
    | upkeep.NoteAdded
    | upkeep.Voided
    | upkeep.MergedInto
    | upkeep.Undone,
    Field(discriminator="kind"),
]

GENESIS = "0" * 64
"""What the first event of an origin names as its previous one."""


class Draft(Frozen):
    """An event about to be written: everything but its place in the chain.

    Attributes:
        id: UUIDv7, made when the act was done.
        case_id: Whose event it is.
        happened_on: The date the office says it happened.
        recorded_at: The instant it was written down, UTC.
        actor: Who wrote it down, a roster id or a name.
        data: What happened.
    """

    id: UUID
    case_id: str
    happened_on: date
    recorded_at: datetime
    actor: str
    data: EventData

    @property
    def kind(self) -> EventKind:
        """What kind of thing happened."""
        return self.data.kind


class Event(Draft):
    """A sealed event: part of its book's chain, and never changed again.

    Attributes:
        origin: The book that wrote it.
        sequence: Its place among that book's events, from 1, without gaps.
        previous: The hash of the event before it, `GENESIS` for the first.
    """

    origin: str
    sequence: int = Field(ge=1)
    previous: str = Field(min_length=64, max_length=64)

    @cached_property
    def hash(self) -> str:
        """SHA-256 over the canonical form: JSON with sorted keys, no spaces, UTF-8.

        The canonical form does not depend on key order or number spelling, so that it survives any engine.
        """
        return canonical_hash(self.model_dump(mode="json"))


def sealed(draft: Draft, origin: str, sequence: int, previous: str) -> Event:
    """The draft as the next event of its origin's chain."""
    fields = {name: getattr(draft, name) for name in Draft.model_fields}
    return Event.model_construct(**fields, origin=origin, sequence=sequence, previous=previous)


EVENTS: TypeAdapter[tuple[Event, ...]] = TypeAdapter(tuple[Event, ...], config={"defer_build": True})
"""Reads a list of stored events."""
