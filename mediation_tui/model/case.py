"""The case as it stands: what the fold of its events says now."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mediation_tui.model.base import Frozen
from mediation_tui.model.course import (
    Agreement,
    Decision,
    Document,
    Handover,
    Move,
    Prevention,
    RiskNote,
    Round,
    Session,
    Visit,
)
from mediation_tui.model.events.upkeep import Gap
from mediation_tui.model.instant import Instant
from mediation_tui.model.party import Party, versus
from mediation_tui.model.vocabulary import (
    ON_DESK,
    UNRESOLVED,
    Category,
    CourtProcedure,
    Difficulty,
    Discovery,
    Entruster,
    Exit,
    Governance,
    Level,
    MediationKind,
    Outcome,
    Risk,
    Source,
    State,
)


class Case(Frozen):
    """One dispute, counted once however many rounds it takes.

    Attributes:
        id: UUIDv7 as text.
        version: How many events it has; an act names the version it was based on.
        number: As printed, for ever.
        village: None only where the town desk took in a dispute from outside.
        screening: The round that found it, if one did.
        level: Who handles it now; `level_received` never changes.
        rounds: From registration or reopening to conclusion; the last is the present one.
        risks: History of the risk level, newest last.
        moves: Lifts and hand-downs, oldest first.
        void_on: When it was voided or merged.
        merged_into: The older case it was a duplicate of.
        registered_by: Who entered it.
        registration_lag: Days from the registration's date to its being written down.
        longest_lag: The same, for whichever of its events was written down latest.
        last_on: The latest date anything happened.
        touched_at: The latest instant anything was written down of it, undone or not.
    """

    id: str
    version: int
    number: str
    year: int
    serial: int | None
    committee: str
    village: str | None
    grid: str | None
    level: Level
    level_received: Level
    mediation_kind: MediationKind
    category: Category
    governance: Governance | None = None
    source: Source
    entruster: Entruster | None
    procedure: CourtProcedure | None = None
    discovery: Discovery | None
    applied_on: date | None
    found_on: date | None
    screening: str | None = None
    summary: str
    requests: str
    parties: tuple[Party, ...]
    amount: Decimal | None
    people: int | None
    open_hearing: bool
    imported_from: str
    rounds: tuple[Round, ...]
    risk: Risk
    risks: tuple[RiskNote, ...] = ()
    difficulty: Difficulty | None = None
    mediators: tuple[str, ...] = ()
    sessions: tuple[Session, ...] = ()
    moves: tuple[Move, ...] = ()
    handovers: tuple[Handover, ...] = ()
    visits: tuple[Visit, ...] = ()
    decisions: tuple[Decision, ...] = ()
    preventions: tuple[Prevention, ...] = ()
    documents: tuple[Document, ...] = ()
    gaps: tuple[Gap, ...] = ()
    retention: str = ""
    void_on: date | None = None
    merged_into: str | None = None
    registered_by: str
    registration_lag: int
    longest_lag: int
    last_on: date
    touched_at: Instant

    @property
    def round(self) -> Round:
        """The present round."""
        return self.rounds[-1]

    @property
    def state(self) -> State:
        """Where in its life the case stands; derived, so that it cannot contradict what happened."""
        return State.VOIDED if self.void_on else self.round.state

    @property
    def unresolved(self) -> bool:
        """Not concluded yet (未结)."""
        return self.state in UNRESOLVED

    @property
    def on_desk(self) -> bool:
        """Somebody still has to do something (在办)."""
        return self.state in ON_DESK

    @property
    def received_on(self) -> date:
        """When it was first registered."""
        return self.rounds[0].opened_on

    @property
    def accepted_on(self) -> date | None:
        """When the present round was accepted."""
        return self.round.accepted_on

    @property
    def concluded_on(self) -> date | None:
        """When mediation last ended, in whatever way (调结)."""
        return self.round.concluded_on

    @property
    def closed_on(self) -> date | None:
        """When it was last closed (结案)."""
        return self.round.closed_on

    @property
    def archived_on(self) -> date | None:
        """When its file was put away."""
        return self.round.archived_on

    @property
    def outcome(self) -> Outcome | None:
        """What the last mediation ended in; `VOID` for a voided case."""
        return Outcome.VOID if self.void_on else self.round.outcome

    @property
    def exit(self) -> Exit | None:
        """Where it went when mediation did not end it: as told later, or as known at its conclusion."""
        later = (visit.later_exit for visit in reversed(self.visits) if visit.round == len(self.rounds))
        return next(filter(None, later), self.round.exit)

    @property
    def level_resolved(self) -> Level | None:
        """The level that produced the result; none unless agreed."""
        return self.round.level_resolved

    @property
    def agreement(self) -> Agreement | None:
        """The present round's agreement."""
        return self.round.agreement

    @property
    def escaped_on(self) -> date | None:
        """When it first became known that an agreed dispute had come back or gone on elsewhere."""
        visits = (visit for visit in self.visits if visit.round == len(self.rounds) and visit.bad_news)
        return min((visit.on for visit in visits), default=None)

    @property
    def versus(self) -> str:
        """The parties in one line."""
        return versus(self.parties)

    def party(self, party_id: str) -> Party | None:
        """The party with that id, if the case has one."""
        return next((party for party in self.parties if party.id == party_id), None)

    def next_party_id(self) -> str:
        """The id a further party gets."""
        return f"p{max(int(party.id[1:]) for party in self.parties) + 1}"
