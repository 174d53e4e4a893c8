"""The course of a case: its rounds, sessions, agreement, visits, and what else piled up along the way."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from mediation_tui.model.base import Frozen
from mediation_tui.model.events.ending import Promise
from mediation_tui.model.prevention import Prevention as Prevention
from mediation_tui.model.vocabulary import (
    AgreementForm,
    ConfirmationResult,
    Direction,
    Exit,
    Level,
    Outcome,
    Paper,
    Partner,
    PauseGround,
    Performance,
    Risk,
    SessionResult,
    State,
)


class Session(Frozen):
    """One session, as the case remembers it; its words stay in the event."""

    on: date
    place: str
    present: tuple[str, ...]
    absent: tuple[str, ...]
    rights_told: bool
    result: SessionResult
    next_on: date | None


class RiskNote(Frozen):
    """One step in the history of the risk level."""

    on: date
    risk: Risk
    reason: str
    reported_to: str


class Move(Frozen):
    """A lift or a hand-down (上交、下派)."""

    on: date
    before: Level
    to: Level
    receiver: str


class Handover(Frozen):
    """A handover and, once it came, its feedback."""

    on: date
    direction: Direction
    partner: Partner
    unit: str
    feedback_due: date | None
    feedback_on: date | None = None

    @property
    def awaited(self) -> bool:
        """It went out, and the partner has not answered yet, whether a day was set for that or not."""
        return self.direction is Direction.OUT and self.feedback_on is None


class Obligation(Promise):
    """A promise and what became of it.

    Attributes:
        defaulted_on: When it was found not to have been met; it may still be met later.
        told_to_sue: The other side was told what it may do.
    """

    defaulted_on: date | None = None
    told_to_sue: bool = False

    @property
    def open(self) -> bool:
        """Still to be done."""
        return self.done_on is None


class Confirmation(Frozen):
    """A joint application to the court and its answer (司法确认)."""

    applied_on: date
    court: str
    decided_on: date | None = None
    result: ConfirmationResult | None = None
    number: str = ""


class Agreement(Frozen):
    """What was agreed and how far it has been performed."""

    on: date
    form: AgreementForm
    number: str
    content: str
    facts: str
    effective_on: date
    obligations: tuple[Obligation, ...]
    only_status_or_ownership: bool
    confirmation: Confirmation | None = None

    @property
    def state(self) -> State:
        """How far performance has come."""
        if not self.obligations:
            return State.AGREED
        still_open = [obligation for obligation in self.obligations if obligation.open]
        if not still_open:
            return State.PERFORMED
        return State.DEFAULTED if any(o.defaulted_on for o in still_open) else State.PERFORMING

    @property
    def next_due(self) -> date | None:
        """When the next thing has to be done; in the past for one overdue, none when all is done."""
        return min((o.due for o in self.obligations if o.open), default=None)


class Pause(Frozen):
    """A stretch in which the mediation term stands still.

    Attributes:
        since: The day of the event that stopped it.
        until: The day it went on; none while it stands still, or where mediation ended meanwhile.
        extended: Both sides had agreed to another last day before; that day moves too.
    """

    since: date
    ground: PauseGround
    until: date | None = None
    extended: bool = False


class Round(Frozen):
    """One round of a dispute, from coming in to being filed.

    Attributes:
        opened_on: Registered, or reopened.
        mediating_on: First session or contact after acceptance.
        agreed_until: The last day the parties agreed on when it was accepted, if they did.
        extended_to: The last day agreed by both sides, if the term was extended.
        pauses: The stretches in which the term stood still, oldest first.
        concluded_on: When mediation ended in whatever way (调结); stops the term.
        exit: Where the dispute was known to go at its conclusion.
        visit_on: When somebody asked for the next return visit to be; none once it was made.
        closed_on: Performed or otherwise dealt with (结案).
    """

    opened_on: date
    accepted_on: date | None = None
    mediating_on: date | None = None
    agreed_until: date | None = None
    extended_to: date | None = None
    pauses: tuple[Pause, ...] = ()
    concluded_on: date | None = None
    outcome: Outcome | None = None
    exit: Exit | None = None
    level_resolved: Level | None = None
    agreement: Agreement | None = None
    visit_on: date | None = None
    closed_on: date | None = None
    archived_on: date | None = None

    @property
    def state(self) -> State:
        """Where this round stands."""
        if self.archived_on:
            return State.ARCHIVED
        if self.closed_on:
            return State.CLOSED
        if self.outcome:
            return self._concluded_state(self.outcome)
        if self.mediating_on:
            return State.MEDIATING
        return State.ACCEPTED if self.accepted_on else State.REGISTERED

    @property
    def paused(self) -> Pause | None:
        """The pause the term stands still for, unless it runs or has ended."""
        if self.concluded_on or not self.pauses or self.pauses[-1].until:
            return None
        return self.pauses[-1]

    def _concluded_state(self, outcome: Outcome) -> State:
        match outcome:
            case Outcome.AGREED:
                return self.agreement.state if self.agreement else State.AGREED
            case Outcome.FAILED:
                return State.FAILED
            case Outcome.WITHDRAWN:
                return State.WITHDRAWN
            case Outcome.NOT_ACCEPTED:
                return State.NOT_ACCEPTED
            case Outcome.TRANSFERRED:
                return State.TRANSFERRED
            case Outcome.VOID:
                return State.VOIDED
            case _:
                assert_never(outcome)


class Visit(Frozen):
    """A return visit, as the case remembers it.

    Attributes:
        round: Which round it looked after, from 1.
    """

    on: date
    round: int
    performance: Performance | None
    satisfied: bool | None
    satisfaction_recorded_by: str
    relapsed: bool
    sued: bool
    escalating: bool
    later_exit: Exit | None

    @property
    def bad_news(self) -> bool:
        """The quarrel came back or went on elsewhere."""
        return self.relapsed or self.sued or self.later_exit not in (None, Exit.NOWHERE)


class Decision(Frozen):
    """What a review decided (研判意见) and whether it was done.

    Attributes:
        meeting: The meeting that decided it, if one did.
        done_on: When it was said what came of it; none while that is open.
        done: Whether it was done.
        note: Why not, or what else there is to say.
    """

    on: date
    text: str
    owner: str
    due: date
    meeting: str | None = None
    done_on: date | None = None
    done: bool | None = None
    note: str = ""


class Document(Frozen):
    """A paper in the file."""

    on: date
    paper: Paper
    title: str
    pages: int | None
