"""A case as a row of a list: the same columns wherever cases are listed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from rich.cells import cell_len

from mediation_tui.i18n import _
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import State
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.ui.widgets.row import GAP, Cell, Column, Row
from mediation_tui.ui.words import (
    days_words,
    due_cell,
    due_purpose,
    place_words,
    risk_cell,
    short_number,
    state_words,
)

Maker = Callable[[CaseFacts], Row]

Awaited = tuple[date, str]
"""What is waited for, and its day."""

_SPARE = 8
"""Cells kept for the cursor's mark, a scrollbar and names longer than usual, before another column is shown."""


def case_columns(width: int) -> tuple[Column, ...]:
    """The columns of a list of cases on so many cells; what is due, level, risk and day come as there is room."""
    shown: tuple[Column, ...] = (
        Column(_("号"), cell_len(_("{n}号").format(n="25-312"))),
        Column(_("村·网格"), 13, flex=1),
        Column(_("类别"), 8, flex=1),
        Column(_("当事人"), 14, flex=3),
        Column(_("状态"), max(cell_len(state_words(state)) for state in State)),
        Column(_("期限"), 10),
    )
    for column in (
        Column(_("事项"), 12),
        Column(_("层级"), 7),
        Column(_("风险"), 7),
        Column(_("登记日"), 10),
    ):
        if _taken((*shown, column)) > width:
            break
        shown = (*shown, column)
    return shown


def _taken(columns: tuple[Column, ...]) -> int:
    """The cells a list takes that has these columns and still some for long names."""
    return sum(max(column.width, cell_len(column.title)) + GAP for column in columns) + _SPARE


def case_row(
    town: Town, rules: RuleSet, today: date, awaited: Callable[[CaseFacts], Awaited | None] | None = None
) -> Maker:
    """What turns facts into a row on a given day.

    Args:
        town: Names the places.
        rules: Say how the steps of risk are called.
        today: The office's date.
        awaited: What a list waits for of a case; its nearest limit where that says nothing.
    """

    def made(facts: CaseFacts) -> Row:
        waits = awaited(facts) if awaited else None
        return Row(facts.id, tuple(_cells(facts, town, rules, today, waits)))

    return made


def _cells(facts: CaseFacts, town: Town, rules: RuleSet, today: date, awaited: Awaited | None) -> Any:
    yield Cell(short_number(facts, today.year), "strong")
    yield place_words(facts, town)
    yield Cell(facts.category.label, "muted")
    yield facts.versus
    yield Cell(state_words(facts.state), "plain" if not facts.defaulted else "late")
    if awaited:
        day, what = awaited
        yield Cell(*days_words((day - today).days))
        yield Cell(what, "muted")
    else:
        yield due_cell(facts, today)
        yield Cell(due_purpose(facts), "muted")
    yield Cell(facts.level.label, "muted")
    yield risk_cell(facts.risk, rules)
    yield Cell(facts.registered_on.isoformat(), "muted")
