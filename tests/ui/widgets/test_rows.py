from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.cells import cell_len

from mediation_tui.ui.widgets.row import Cell, Column, Row, widths
from mediation_tui.ui.widgets.rows import RowList
from tests.ui.screen import assert_looks_like, dump
from tests.ui.stage import NASTY, Bench

DUMPS = Path(__file__).with_name("dumps")
COLUMNS = (
    Column("号", 6, align="right"),
    Column("村·网格", 14),
    Column("状态", 9),
    Column("当事人", 8, flex=1),
    Column("期限", 9, align="right"),
)


def case(number: int) -> Row:
    late = Cell(f"超 {number} 天", "late")
    return Row(number, (str(number), "上庄村·三网格", "◑ 调解中", "马某龙 ↔ 李某", late))


class Source:
    """Rows that remember what was asked of them."""

    def __init__(self, rows: Sequence[Row] | None = None) -> None:
        self.rows = rows
        self.asked: list[tuple[int, int]] = []

    def __call__(self, offset: int, limit: int) -> Sequence[Row]:
        self.asked.append((offset, limit))
        if self.rows is not None:
            return self.rows[offset : offset + limit]
        return [case(number) for number in range(offset, offset + limit)]


def bench() -> tuple[Bench, RowList]:
    rows = RowList(COLUMNS, empty="还没有纠纷。按 F2 登记一件。")
    return Bench(rows, heard=(RowList.Moved,)), rows


async def test_a_hundred_thousand_rows_read_only_the_pages_in_view() -> None:
    app, rows = bench()
    source = Source()
    async with app.run_test(size=(80, 24)) as pilot:
        rows.show(100_000, source)
        await pilot.pause()
        assert source.asked == [(0, 100)]
        await pilot.press("end")
        await pilot.pause()
        assert source.asked == [(0, 100), (99_900, 100)]
        assert rows.cursor == 99_999
        assert "▸  99999" in dump(app)


async def test_the_cursor_moves_by_rows_windows_and_ends() -> None:
    app, rows = bench()
    async with app.run_test(size=(80, 11)) as pilot:
        rows.show(1_000, Source())
        await pilot.press("j", "ｊ", "down", "k")
        assert rows.cursor == 2
        await pilot.press("pagedown")
        assert rows.cursor == 11
        await pilot.press("G")
        assert rows.cursor == 999
        await pilot.press("pageup", "home")
        assert rows.cursor == 0


async def test_the_cursor_row_is_always_in_view() -> None:
    app, rows = bench()
    async with app.run_test(size=(80, 11)) as pilot:
        rows.show(1_000, Source())
        for _ in range(25):
            rows.action_step(1)
        await pilot.pause()
        assert "▸     25" in dump(app)
        await pilot.resize_terminal(80, 5)
        await pilot.pause()
        assert "▸     25" in dump(app)


async def test_headings_are_drawn_but_passed_by() -> None:
    app, rows = bench()
    groups = [Row("late", ("超期 2",), heading=True), case(1), case(2), Row("x", ("七日内 1",), heading=True)]
    groups.append(case(3))
    async with app.run_test(size=(80, 12)) as pilot:
        rows.show(len(groups), Source(groups))
        await pilot.pause()
        assert rows.cursor == 1
        assert " 超期 2\n" in dump(app)
        await pilot.press("down", "down")
        assert rows.current == groups[4]
        await pilot.press("down", "up", "up", "up")
        assert rows.current == groups[1]


async def test_going_back_to_the_first_row_shows_its_heading() -> None:
    app, rows = bench()
    groups = [Row("late", ("超期",), heading=True), *map(case, range(1, 60))]
    async with app.run_test(size=(80, 10)) as pilot:
        rows.show(len(groups), Source(groups))
        await pilot.press("end", "home")
        await pilot.pause()
        assert " 超期\n" in dump(app)


async def test_enter_opens_space_peeks_and_moving_tells() -> None:
    app, rows = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        rows.show(50, Source())
        await pilot.press("down", "enter", "space")
        await pilot.pause()
        assert [(type(each), each.key) for each in app.heard if isinstance(each, RowList.Moved)] == [
            (RowList.Moved, 0),
            (RowList.Moved, 1),
            (RowList.Opened, 1),
            (RowList.Peeked, 1),
        ]


async def test_a_click_selects_and_a_second_click_opens() -> None:
    app, rows = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        rows.show(50, Source())
        await pilot.pause()
        await pilot.click(RowList, offset=(10, 4))
        assert rows.cursor == 3
        await pilot.click(RowList, offset=(10, 4))
        await pilot.click(RowList, offset=(10, 0))
        await pilot.pause()
        assert [type(each) for each in app.heard] == [RowList.Moved, RowList.Moved, RowList.Opened]


async def test_the_cursor_stays_with_its_case_when_the_list_changes() -> None:
    app, rows = bench()
    before = [case(number) for number in range(20)]
    async with app.run_test(size=(80, 24)) as pilot:
        rows.show(20, Source(before))
        rows.cursor = 5
        rows.show(22, Source([case(100), case(101), *before]))
        assert rows.current == case(5)
        assert rows.cursor == 7
        gone = [row for row in before if row.key != 5]
        rows.show(19, Source(gone))
        assert rows.cursor == 7
        await pilot.pause()


async def test_a_locator_finds_the_case_however_far_it_went() -> None:
    app, rows = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        rows.show(10_000, Source())
        rows.show(10_000, Source(), locate=lambda key: 9_000 if key == 0 else None)
        await pilot.pause()
        assert rows.cursor == 9_000
        assert not rows.select("nobody", locate=lambda key: None)


async def test_an_empty_list_says_what_to_press() -> None:
    app, rows = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "还没有纠纷。按 F2 登记一件。" in dump(app)
        rows.show(3, Source())
        rows.show(0, Source())
        await pilot.press("down", "enter", "end", "pageup", "space")
        assert "按 F2" in dump(app)
        assert rows.current is None


async def test_a_list_that_became_shorter_behind_our_back_shows_blanks() -> None:
    app, rows = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        rows.show(50, Source([case(1), case(2)]))
        await pilot.press("end")
        assert rows.current == case(2)


@pytest.mark.parametrize("text", NASTY)
async def test_nasty_text_keeps_to_its_column(text: str) -> None:
    app, rows = bench()
    async with app.run_test(size=(80, 6)) as pilot:
        rows.show(1, Source([Row(text, (text, text, Cell(text, "warn"), text, "末"))]))
        await pilot.pause()
        line = rows.render_line(1)
        assert line.cell_length == 80
        assert line.text.rstrip().endswith("末")
        assert "\x1b" not in dump(app)


def test_flexible_columns_share_what_is_left() -> None:
    columns = [Column("一", 4), Column("二", 4, flex=1), Column("三", 4, flex=2)]
    assert widths(columns, 16 + 9) == (4, 7, 10)
    assert sum(widths(columns, 80)) == 80 - 4


def test_where_there_is_too_little_the_right_gives_way() -> None:
    columns = [Column("一", 10), Column("二", 10), Column("三", 10)]
    assert widths(columns, 15) == (10, 3, 0)
    assert widths([Column("纠纷类别", 2)], 40) == (cell_len("纠纷类别"),)


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
async def test_the_list_looks_as_drawn(width: int, height: int) -> None:
    app, rows = bench()
    groups = [Row("late", ("超期 3",), heading=True), *map(case, range(1, 4))]
    groups += [Row("soon", ("七日内 40",), heading=True), *map(case, range(4, 44))]
    async with app.run_test(size=(width, height)) as pilot:
        rows.show(len(groups), Source(groups))
        await pilot.press("down")
        await pilot.pause()
        assert_looks_like(app, DUMPS / f"list-{width}x{height}.txt")
