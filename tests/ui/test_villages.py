from __future__ import annotations

from pathlib import Path

from mediation_tui.model.places import Town
from mediation_tui.store.filters import EVERYTHING, OPEN, CaseFilter
from mediation_tui.ui.screens.ledger import LedgerScreen
from mediation_tui.ui.screens.villages import VillagesScreen
from mediation_tui.ui.widgets.row import Row
from tests.builders import TOWN, Office
from tests.ui.rooms import DAY, Someone, sitting


async def test_each_line_counts_what_the_book_says_and_opens_exactly_those_cases(
    busy: Office, tmp_path: Path
) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("3", "down", "space", "end", "up", "space", "home")
        places = (
            ("", None),
            ("v1", None),
            ("v1", "g1"),
            ("v1", "g2"),
            ("v2", None),
            ("v2", "g3"),
            ("v3", None),
        )
        for village, grid in places:
            here = CaseFilter(village=village, grid=grid)
            row = person.rows.current
            assert row
            cells = [row.cell(column).text for column in (2, 3, 6)]
            chosen = (here & OPEN, here & CaseFilter(overdue_on=DAY), here)
            assert cells == [str(busy.book.count(each)) for each in chosen]
            await person.press("enter")
            assert isinstance(person.room, LedgerScreen)
            assert person.rows.total == busy.book.count(here)
            await person.press("escape", "down")


async def test_the_lines_of_the_villages_add_up_to_the_book(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("3")
        assert sum(int(row.cell(6).text) for row in _rows(person)) == busy.book.count(EVERYTHING)


async def test_a_village_is_unfolded_and_folded_with_the_cursor_staying(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        before = await person.press("3", "down")
        said = await person.press("space")
        assert "二网格" in said
        assert said.index("- 上庄村") < said.index("+ 下河村")
        assert await person.press("space") == before


async def test_an_office_without_a_roster_is_told_how_to_bring_one(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, town=Town(name=TOWN.name, office=TOWN.office))
    async with sitting(office, tmp_path) as person:
        said = await person.press("3")
        assert isinstance(person.room, VillagesScreen)
        assert "roster import" in said
    office.book.close()


def _rows(person: Someone) -> list[Row]:
    return [row for row in map(person.rows.pages.row, range(person.rows.total)) if row]
