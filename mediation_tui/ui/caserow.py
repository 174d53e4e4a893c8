"""A case as a row of a list: the same columns wherever cases are listed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from rich.cells import cell_len

from mediation_tui.i18n import _
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Risk, State
from mediation_tui.ui.widgets.row import Cell, Column, Row
from mediation_tui.ui.words import due_cell, due_purpose, place_words, risk_words, short_number, state_words

Maker = Callable[[CaseFacts], Row]


def case_columns(width: int) -> tuple[Column, ...]:
    """The columns of a list of cases on so many cells; wide ones also say level, risk and what is due."""
    narrow = (
        Column(_("号"), 6),
        Column(_("村·网格"), 15, flex=1),
        Column(_("类别"), 8),
        Column(_("当事人"), 16, flex=3),
        Column(_("状态"), max(cell_len(state_words(state)) for state in State)),
        Column(_("期限"), 10),
    )
    if width < 110:
        return narrow
    return (
        *narrow,
        Column(_("事项"), 12),
        Column(_("层级"), 7),
        Column(_("风险"), 7),
        Column(_("登记日"), 10),
    )


def case_row(town: Town, today: date) -> Maker:
    """What turns facts into a row on a given day."""

    def made(facts: CaseFacts) -> Row:
        return Row(facts.id, tuple(_cells(facts, town, today)))

    return made


def _cells(facts: CaseFacts, town: Town, today: date) -> Any:
    yield Cell(short_number(facts, today.year), "strong")
    yield place_words(facts, town)
    yield Cell(facts.category.label, "muted")
    yield facts.versus
    yield Cell(state_words(facts.state), "plain" if not facts.defaulted else "late")
    yield due_cell(facts, today)
    yield Cell(due_purpose(facts), "muted")
    yield Cell(facts.level.label, "muted")
    yield Cell(risk_words(facts.risk), "warn" if facts.risk >= Risk.HIGH else "muted")
    yield Cell(facts.registered_on.isoformat(), "muted")
