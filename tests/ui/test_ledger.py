from __future__ import annotations

from pathlib import Path

import pytest

from mediation_tui.model.facts import CaseFacts
from mediation_tui.store.filters import EVERYTHING, OPEN, CaseFilter, Order
from mediation_tui.ui.screens.case import CaseScreen
from mediation_tui.ui.screens.ledger import LedgerScreen
from mediation_tui.ui.widgets.entry import Entry
from mediation_tui.ui.widgets.pages import PAGE
from tests.builders import Office
from tests.ui.rooms import WIDE, Someone, an_office_of_many, sitting


@pytest.mark.parametrize("typed", ["韩玉", "hanyuying", "hyy", "第2号"])
async def test_a_case_is_found_by_characters_pinyin_initials_or_number(
    busy: Office, tmp_path: Path, typed: str
) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("slash")
        said = await person.type(typed)
        assert isinstance(person.app.focused, Entry)
        assert (person.rows.total, person.number) == (1, 2)
        assert f"/{typed}  1 / 全部 8" in said


async def test_a_name_read_in_more_ways_is_found_by_its_surname_reading(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("f3")
        assert "韩玉英 ↔ 单小山" in await person.type("shanxiaos")


async def test_digits_and_letters_typed_to_find_are_no_commands(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("slash")
        said = await person.type("13sxf?")
        assert isinstance(person.app.screen, LedgerScreen)
        assert "/13sxf?" in said
        assert "没有这样的案件。按 x 看全部，按 F2 登记。" in said


async def test_escape_leaves_the_search_line_and_x_shows_everything_again(
    busy: Office, tmp_path: Path
) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("slash", "h", "y", "y", "escape")
        assert person.app.focused is person.rows
        assert person.rows.total == 1
        said = await person.press("x")
        assert person.rows.total == 8
        assert "hyy" not in said


@pytest.mark.parametrize("key", ["down", "enter"])
async def test_from_the_search_line_one_goes_into_the_list(busy: Office, tmp_path: Path, key: str) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("slash", "h", "y", "y", key)
        assert person.app.focused is person.rows
        await person.press("enter")
        assert isinstance(person.app.screen, CaseScreen)


async def test_the_list_is_sorted_in_turn_in_every_way_there_is(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("2")
        for order in (*list(Order)[1:], Order.NEWEST):
            said = await person.press("s")
            assert f"按 {order.label}" in said
            assert await _listed(person) == _ids(busy.book.page(OPEN, order, 0, 100))


async def test_the_cursor_stays_on_its_case_when_the_order_changes(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("2")
        await person.go_to(3)
        await person.press("s")
        assert person.number == 3


async def test_the_sums_are_those_of_what_is_shown(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("2")
        assert isinstance(person.room, LedgerScreen)
        for chosen in (EVERYTHING, OPEN, CaseFilter(village="v2"), CaseFilter(text="nobody")):
            person.room.choose(chosen)
            facts = tuple(busy.book.facts(chosen))
            money = sum(each.amount or 0 for each in facts) / 10_000
            said = await person.press("home")
            assert f" {len(facts)} 件  {2 * len(facts)} 人  {money:.2f} 万元" in said


async def test_space_shows_the_case_below_the_list_and_hides_it_again(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("2")
        before = await person.go_to(2)
        assert "下一步  履行" in (await person.press("space")).split("期限", 1)[1]
        assert "下一步  受理" in await person.press("home")
        await person.go_to(2)
        assert await person.press("space") == before


async def test_a_wide_terminal_shows_the_case_beside_the_list(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path, WIDE) as person:
        await person.press("2")
        assert "│ 时限  第2期履行  超 5 天" in await person.go_to(2)


async def test_a_long_ledger_reads_only_the_pages_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = an_office_of_many(tmp_path, 450)
    asked: list[tuple[int, int]] = []
    page = office.book.page

    def counted(chosen: CaseFilter, order: Order, offset: int, limit: int) -> tuple[CaseFacts, ...]:
        asked.append((offset, limit))
        return page(chosen, order, offset, limit)

    async with sitting(office, tmp_path) as person:
        monkeypatch.setattr(office.book, "page", counted)
        await person.press("2")
        assert asked == [(0, PAGE)]
        await person.press("end")
        assert asked[1:] == [(400, 50)]
        await person.press("home", "pagedown", "pagedown", "pageup")
        assert len(asked) == 2
        assert person.number is not None
    office.book.close()


async def _listed(person: Someone) -> list[str]:
    return [str(row.key) for row in map(person.rows.pages.row, range(person.rows.total)) if row]


def _ids(page: tuple[CaseFacts, ...]) -> list[str]:
    return [facts.id for facts in page]
