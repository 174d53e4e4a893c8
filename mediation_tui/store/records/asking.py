"""From filter values to SQL: conditions, orders and sums over the narrow columns."""

from __future__ import annotations

import json
from collections.abc import Iterator

from mediation_tui.model.vocabulary import ON_DESK, UNRESOLVED, Risk
from mediation_tui.store.filters import CaseFilter, Order
from mediation_tui.store.port import Condition, Dialect
from mediation_tui.store.records.documents import sought
from mediation_tui.store.shape import Parameter

_UNRESOLVED = tuple(sorted(UNRESOLVED))
_ON_DESK = tuple(sorted(ON_DESK))
_CAME = "(level <> level_received OR lifted_on IS NOT NULL)"
"""A case is back at the level that took it in only after it was lifted once."""
ORDERS = {
    Order.NEWEST: "registered_on DESC NULLS LAST, year DESC NULLS LAST, serial DESC NULLS LAST, id DESC",
    Order.DUE: "due_on NULLS LAST, registered_on DESC, id DESC",
    Order.QUIET: "last_on, registered_on DESC, id DESC",
    Order.NUMBER: "year, serial NULLS LAST, number, id",
    Order.VILLAGE: "village NULLS FIRST, grid NULLS FIRST, registered_on DESC, id DESC",
    Order.RISK: "risk DESC, registered_on DESC, id DESC",
}
"""Where an empty value stands is said wherever one may occur: engines differ on it."""


def where(chosen: CaseFilter, dialect: Dialect) -> tuple[str, list[Parameter]]:
    """The WHERE clause of a filter, empty for all cases, and the values of its question marks."""
    conditions = list(_conditions(chosen, dialect))
    clause = " AND ".join(sql for sql, _ in conditions)
    return (f"WHERE {clause}" if clause else ""), [value for _, values in conditions for value in values]


def _conditions(chosen: CaseFilter, dialect: Dialect) -> Iterator[Condition]:
    if chosen.ids is not None:
        yield dialect.one_of("case_id", sorted(chosen.ids))
    for column, words in (
        ("state", chosen.states),
        ("category", chosen.categories),
        ("source", chosen.sources),
        ("level", chosen.levels),
    ):
        if words:
            yield dialect.one_of(column, sorted(words))
    yield from _places(chosen)
    yield from _days(chosen, dialect)
    if chosen.mediator is not None:
        yield dialect.contains.format(column="mediators"), [json.dumps(chosen.mediator, ensure_ascii=False)]
    if chosen.screening is not None:
        yield "screening = ?", [chosen.screening]
    if chosen.risk_from > Risk.ORDINARY:
        yield "risk >= ?", [int(chosen.risk_from)]
    for word in sought(chosen.text).split():
        yield dialect.contains.format(column="search"), [word]


def _places(chosen: CaseFilter) -> Iterator[Condition]:
    if chosen.village == "":
        yield "village IS NULL", []
    elif chosen.village is not None:
        yield "village = ?", [chosen.village]
    if chosen.grid is not None:
        yield "grid = ?", [chosen.grid]


def _days(chosen: CaseFilter, dialect: Dialect) -> Iterator[Condition]:
    if chosen.overdue_on:
        yield "due_on < ?", [chosen.overdue_on.isoformat()]
    if chosen.due_by:
        yield "due_on <= ?", [chosen.due_by.isoformat()]
    if chosen.silent_since:
        sql, values = dialect.one_of("state", _UNRESOLVED)
        yield f"last_on <= ? AND {sql}", [chosen.silent_since.isoformat(), *values]
    if chosen.visit_by:
        yield "visit_due <= ?", [chosen.visit_by.isoformat()]
    if chosen.session_by:
        yield "session_on <= ?", [chosen.session_by.isoformat()]
    if chosen.decision_by:
        yield "decision_due <= ?", [chosen.decision_by.isoformat()]
    if chosen.awaiting:
        sql, values = dialect.one_of("state", _ON_DESK)
        yield f"awaiting_since IS NOT NULL AND {sql}", values
    if chosen.paused:
        yield "paused_on IS NOT NULL", []
    if chosen.ahead:
        sql, values = dialect.one_of("state", _ON_DESK)
        yield f"({sql} OR visit_due IS NOT NULL OR decision_due IS NOT NULL)", values
    if chosen.came:
        yield _CAME, []
    if chosen.period:
        days = [chosen.period.first.isoformat(), chosen.period.last.isoformat()]
        yield f"{chosen.basis.value} BETWEEN ? AND ?", days
    if chosen.in_hand:
        first, last = chosen.in_hand.first.isoformat(), chosen.in_hand.last.isoformat()
        yield "registered_on <= ?", [last]
        yield (
            "(concluded_on IS NULL OR concluded_on >= ? OR rounds > 1 OR void_on IS NOT NULL OR preventions <> '[]')",
            [first],
        )
