"""From filter values to SQL: conditions, orders and sums over the narrow columns."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from mediation_tui.model.vocabulary import UNRESOLVED, Risk
from mediation_tui.store.embedded.documents import sought
from mediation_tui.store.engine import Scalar
from mediation_tui.store.filters import CaseFilter, Order

Condition = tuple[str, Sequence[Scalar]]

_UNRESOLVED = tuple(sorted(UNRESOLVED))
ORDERS = {
    Order.NEWEST: "registered_on DESC, year DESC, serial DESC, id DESC",
    Order.DUE: "due_on IS NULL, due_on, registered_on DESC, id DESC",
    Order.QUIET: "last_on, registered_on DESC, id DESC",
    Order.NUMBER: "year, serial IS NULL, serial, number, id",
    Order.VILLAGE: "village, grid, registered_on DESC, id DESC",
    Order.RISK: "risk DESC, registered_on DESC, id DESC",
}


def where(chosen: CaseFilter) -> tuple[str, list[Scalar]]:
    """The WHERE clause of a filter, empty for all cases, and the values of its question marks."""
    conditions = list(_conditions(chosen))
    clause = " AND ".join(sql for sql, _ in conditions)
    return (f"WHERE {clause}" if clause else ""), [value for _, values in conditions for value in values]


def _conditions(chosen: CaseFilter) -> Iterator[Condition]:
    if chosen.ids is not None:
        yield _one_of("case_id", sorted(chosen.ids))
    for column, words in (
        ("state", chosen.states),
        ("category", chosen.categories),
        ("source", chosen.sources),
        ("level", chosen.levels),
    ):
        if words:
            yield _one_of(column, sorted(words))
    yield from _places(chosen)
    yield from _days(chosen)
    if chosen.mediator is not None:
        yield "EXISTS (SELECT 1 FROM json_each(mediators) WHERE value = ?)", [chosen.mediator]
    if chosen.risk_from > Risk.ORDINARY:
        yield "risk >= ?", [int(chosen.risk_from)]
    for word in sought(chosen.text).split():
        yield "instr(search, ?)", [word]


def _places(chosen: CaseFilter) -> Iterator[Condition]:
    if chosen.village == "":
        yield "village IS NULL", []
    elif chosen.village is not None:
        yield "village = ?", [chosen.village]
    if chosen.grid is not None:
        yield "grid = ?", [chosen.grid]


def _days(chosen: CaseFilter) -> Iterator[Condition]:
    if chosen.overdue_on:
        yield "due_on < ?", [chosen.overdue_on.isoformat()]
    if chosen.due_by:
        yield "due_on <= ?", [chosen.due_by.isoformat()]
    if chosen.silent_since:
        sql, values = _one_of("state", _UNRESOLVED)
        yield f"last_on <= ? AND {sql}", [chosen.silent_since.isoformat(), *values]
    if chosen.visit_by:
        yield "visit_due <= ?", [chosen.visit_by.isoformat()]
    if chosen.period:
        yield (
            f"{chosen.basis.value} BETWEEN ? AND ?",
            [
                chosen.period.first.isoformat(),
                chosen.period.last.isoformat(),
            ],
        )


def _one_of(column: str, values: Sequence[str]) -> Condition:
    return f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(list(values))]
