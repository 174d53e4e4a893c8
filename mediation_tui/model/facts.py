"""A case in one line: what lists show, filters ask and figures count, without opening the case.

The store keeps these facts in columns of their own beside each case. One list of fields serves the columns,
the rows of the ledger, the figures and `case list --json`; `rules.facts` draws them from a case.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from mediation_tui.model.base import Frozen
from mediation_tui.model.instant import Instant
from mediation_tui.model.prevention import Prevention
from mediation_tui.model.vocabulary import (
    AgreementForm,
    Category,
    Difficulty,
    Discovery,
    Entruster,
    Exit,
    Governance,
    Level,
    MediationKind,
    Outcome,
    Purpose,
    Risk,
    Source,
    State,
)


class PastRound(Frozen):
    """How an earlier round of a reopened dispute ran: what a statement of that time counted.

    Attributes:
        accepted_on: When it was accepted; taking a dispute up again is no second acceptance.
        form: Of the agreement it ended in.
        term_due: Last day of that round's mediation term.
    """

    opened_on: date
    accepted_on: date | None
    concluded_on: date
    outcome: Outcome
    exit: Exit | None
    level_resolved: Level | None
    form: AgreementForm | None
    term_due: date | None


class CaseFacts(Frozen):
    """The facts of a case; dates are of its present round unless they say otherwise.

    Attributes:
        governance: The office's answer where the crosswalk asks; what counts is `Crosswalk.settled`.
        versus: The parties in one line.
        screening: The round that found it, by its id.
        parties: How many there are.
        registered_on: When the dispute first came in.
        reopened_on: When the present round began, if it is not the first.
        mediating_on: First session or contact after acceptance.
        performed_on: When the last obligation was met, once all are.
        lifted_on: When it was last lifted to a higher level.
        escaped_on: When an agreed dispute was first known to have relapsed or gone on elsewhere.
        defaulted: An obligation was found not to have been met, and still is not.
        performance_due: When the next obligation still open is due.
        term_due: Last day of the mediation term, also after it was kept or missed.
        due_on: The nearest limit that makes the case overdue once past.
        due_purpose: What is due then.
        due_number: Which obligation or handover it is.
        visit_due: When a return visit is due, if one is.
        awaiting_since: When the earliest handover a partner has not answered yet went out.
        paused_on: The day since which the mediation term stands still, if it does.
        session_on: The day the next session was arranged for, while the dispute is open.
        decision_due: When the earliest decision of a review that nobody has answered for is due.
        preventions: What worse was averted (预防效果), in all rounds.
        touched_at: The latest instant anything was written down of it; since then it is known as it stands.
        earlier_rounds: What happened before the present round.
    """

    id: str
    version: int
    number: str
    year: int
    serial: int | None
    committee: str
    village: str | None
    grid: str | None
    mediation_kind: MediationKind
    category: Category
    governance: Governance | None
    source: Source
    entruster: Entruster | None
    discovery: Discovery | None
    state: State
    outcome: Outcome | None
    exit: Exit | None
    level_received: Level
    level: Level
    level_resolved: Level | None
    agreement_form: AgreementForm | None
    risk: Risk
    difficulty: Difficulty | None
    amount: Decimal | None
    people: int | None
    parties: int
    versus: str
    mediators: tuple[str, ...]
    registered_by: str
    applied_on: date | None
    found_on: date | None
    screening: str | None
    registered_on: date
    reopened_on: date | None
    accepted_on: date | None
    mediating_on: date | None
    lifted_on: date | None
    concluded_on: date | None
    effective_on: date | None
    performed_on: date | None
    visited_on: date | None
    closed_on: date | None
    archived_on: date | None
    void_on: date | None
    last_on: date
    escaped_on: date | None
    defaulted: bool
    performance_due: date | None
    term_due: date | None
    due_on: date | None
    due_purpose: Purpose | None
    due_number: int | None
    visit_due: date | None
    awaiting_since: date | None
    paused_on: date | None
    session_on: date | None
    decision_due: date | None
    registration_lag: int
    longest_lag: int
    sessions: int
    rounds: int
    merged_into: str | None
    preventions: tuple[Prevention, ...]
    touched_at: Instant
    earlier_rounds: tuple[PastRound, ...]


class CountedFacts(NamedTuple):
    """The facts figures count a case by, and what tells it from others: under the names they have in `CaseFacts`.

    A year's figures are made from tens of thousands of them, so they are few, and plain tuples.
    """

    id: str
    number: str
    year: int
    serial: int | None
    committee: str
    village: str | None
    grid: str | None
    mediation_kind: MediationKind
    category: Category
    governance: Governance | None
    source: Source
    entruster: Entruster | None
    discovery: Discovery | None
    state: State
    outcome: Outcome | None
    exit: Exit | None
    level_received: Level
    level_resolved: Level | None
    agreement_form: AgreementForm | None
    difficulty: Difficulty | None
    amount: Decimal | None
    people: int | None
    parties: int
    registered_on: date
    reopened_on: date | None
    accepted_on: date | None
    concluded_on: date | None
    visited_on: date | None
    void_on: date | None
    escaped_on: date | None
    defaulted: bool
    performance_due: date | None
    term_due: date | None
    longest_lag: int
    rounds: int
    preventions: tuple[Prevention, ...]
    earlier_rounds: tuple[PastRound, ...]


def counted_of(facts: CaseFacts) -> CountedFacts:
    """What figures count by of a case."""
    return CountedFacts._make(_counted(facts))


_counted = attrgetter(*CountedFacts._fields)

Countable = CaseFacts | CountedFacts
"""What a case can be counted by."""
