from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Category, Level, Risk, State
from mediation_tui.store.filters import OPEN, CaseFilter, DateBasis
from mediation_tui.ui.dialogs.filter import FilterDialog
from mediation_tui.ui.screens.ledger import LedgerScreen
from tests.builders import Office
from tests.ui.rooms import DAY, Someone, sitting

JUNE = Period(date(2026, 6, 1), DAY)

ANSWERS: list[tuple[dict[str, Any], CaseFilter]] = [
    ({"village": "v2", "pressing": "overdue"}, CaseFilter(village="v2", overdue_on=DAY) & OPEN),
    (
        {"open": None, "village": "", "pressing": "silent"},
        CaseFilter(village="", silent_since=DAY - timedelta(11)),
    ),
    (
        {"open": None, "states": (State.MEDIATING,), "pressing": "soon", "levels": (Level.TOWN,)},
        CaseFilter(
            states=frozenset({State.MEDIATING}),
            due_by=DAY + timedelta(days=7),
            levels=frozenset({Level.TOWN}),
        ),
    ),
    (
        {"open": False, "categories": (Category.LAND,), "risk_from": Risk.HIGH, "mediator": "m1"},
        CaseFilter(categories=frozenset({Category.LAND}), risk_from=Risk.HIGH, mediator="m1"),
    ),
    (
        {"open": None, "pressing": "visit", "basis": DateBasis.ACCEPTED, "first": JUNE.first},
        CaseFilter(visit_by=DAY, basis=DateBasis.ACCEPTED, period=JUNE),
    ),
    ({"pressing": "paused"}, CaseFilter(paused=True) & OPEN),
    ({"open": None, "pressing": "awaiting"}, CaseFilter(awaiting=True)),
]


async def test_the_ledger_shows_what_was_asked_for(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        for answers, expected in ANSWERS:
            person.app.show_cases(OPEN)
            await person.press("f")
            await _answer(person, answers)
            assert _chosen(person) == expected
            assert person.rows.total == busy.book.count(expected)
            await person.press("escape")


async def test_a_filter_saved_unchanged_stays_what_it_was(busy: Office, tmp_path: Path) -> None:
    of_a_grid, behind_a_number = CaseFilter(village="v1", grid="g1"), CaseFilter(ids=frozenset({"nobody"}))
    typed = CaseFilter(text="韩") & OPEN
    async with sitting(busy, tmp_path) as person:
        for chosen in (*(chosen for _answers, chosen in ANSWERS), of_a_grid, behind_a_number, typed):
            person.app.show_cases(chosen)
            await person.press("f", "ctrl+s")
            assert _chosen(person) == chosen
            await person.press("escape")


async def test_a_grid_goes_with_its_village(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        person.app.show_cases(CaseFilter(village="v1", grid="g1"))
        await person.press("f")
        await _answer(person, {"village": "v2"})
        assert _chosen(person) == CaseFilter(village="v2")


async def test_leaving_the_dialog_changes_nothing(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        before = await person.press("2")
        await person.press("f")
        assert await person.press("escape") == before


async def test_days_in_the_wrong_order_are_said_and_the_dialog_stays(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("2", "f")
        await _answer(person, {"first": DAY, "last": JUNE.first})
        assert isinstance(person.app.screen, FilterDialog)


async def _answer(person: Someone, answers: dict[str, Any]) -> None:
    dialog = person.app.screen
    assert isinstance(dialog, FilterDialog)
    assert dialog.form
    for name, answer in answers.items():
        dialog.form.fill(name, answer)
    await person.press("ctrl+s")


def _chosen(person: Someone) -> CaseFilter:
    assert isinstance(person.app.screen, LedgerScreen)
    return person.app.screen._chosen
