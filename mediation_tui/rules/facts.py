"""A case in one line: what lists show, filters ask and figures count, without opening the case.

The store keeps these facts in columns of their own beside each case. One list of fields serves the columns,
the rows of the ledger, the figures and `case list --json`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from mediation_tui.model.base import Frozen
from mediation_tui.model.case import Case
from mediation_tui.model.course import Round
from mediation_tui.model.vocabulary import (
    AgreementForm,
    Category,
    Difficulty,
    Discovery,
    Entruster,
    Exit,
    Level,
    MediationKind,
    Outcome,
    Risk,
    Source,
    State,
)
from mediation_tui.rules.clocks import clocks_of, mediation_term, nearest_pressing
from mediation_tui.rules.ruleset import Purpose, RuleSet
from mediation_tui.rules.workdays import WorkingDays


class PastRound(Frozen):
    """How an earlier round of a reopened dispute ran: what a statement of that time counted.

    Attributes:
        term_due: Last day of that round's mediation term.
    """

    opened_on: date
    concluded_on: date
    outcome: Outcome
    exit: Exit | None
    level_resolved: Level | None
    term_due: date | None


class CaseFacts(Frozen):
    """The facts of a case; dates are of its present round unless they say otherwise.

    Attributes:
        versus: The parties in one line.
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
    registration_lag: int
    longest_lag: int
    sessions: int
    rounds: int
    merged_into: str | None
    earlier_rounds: tuple[PastRound, ...]


_SAME = frozenset(CaseFacts.model_fields) & (
    frozenset(Case.model_fields)
    | {"state", "outcome", "exit", "level_resolved", "accepted_on", "concluded_on", "closed_on"}
    | {"archived_on", "escaped_on", "versus"}
) - {"parties", "rounds", "sessions"}
"""Facts that carry the same name on the case."""


def facts_of(case: Case, rules: RuleSet, calendar: WorkingDays) -> CaseFacts:
    """The facts of a case under the office's rules."""
    now, agreement = case.round, case.agreement
    clocks = clocks_of(case, rules, calendar)
    pressing = nearest_pressing(clocks)
    term = mediation_term(case, rules, calendar)
    return CaseFacts.model_construct(
        **{name: getattr(case, name) for name in _SAME},
        parties=len(case.parties),
        registered_on=case.received_on,
        reopened_on=now.opened_on if len(case.rounds) > 1 else None,
        mediating_on=now.mediating_on,
        lifted_on=max((move.on for move in case.moves if move.to > move.before), default=None),
        effective_on=agreement.effective_on if agreement else None,
        agreement_form=agreement.form if agreement else None,
        performed_on=_performed_on(now),
        visited_on=max((visit.on for visit in case.visits), default=None),
        defaulted=case.state is State.DEFAULTED or bool(agreement and agreement.state is State.DEFAULTED),
        performance_due=agreement.next_due if agreement else None,
        term_due=term.due if term else None,
        due_on=pressing.due if pressing else None,
        due_purpose=pressing.purpose if pressing else None,
        due_number=pressing.number if pressing else None,
        visit_due=next((clock.due for clock in clocks if clock.purpose is Purpose.VISIT), None),
        sessions=len(case.sessions),
        rounds=len(case.rounds),
        earlier_rounds=tuple(_past(case, place, rules, calendar) for place in range(1, len(case.rounds))),
    )


def _performed_on(now: Round) -> date | None:
    agreement = now.agreement
    if not agreement or not agreement.obligations or agreement.next_due:
        return None
    return max(o.done_on for o in agreement.obligations if o.done_on)


def _past(case: Case, place: int, rules: RuleSet, calendar: WorkingDays) -> PastRound:
    """The round at that place, from 1, as it ended."""
    then = case.model_copy(update={"rounds": case.rounds[:place]})
    earlier, term = then.round, mediation_term(then, rules, calendar)
    assert earlier.concluded_on, "only a concluded round is followed by another"
    assert earlier.outcome, "a conclusion has an outcome"
    return PastRound(
        opened_on=earlier.opened_on,
        concluded_on=earlier.concluded_on,
        outcome=earlier.outcome,
        exit=earlier.exit,
        level_resolved=earlier.level_resolved,
        term_due=term.due if term else None,
    )
