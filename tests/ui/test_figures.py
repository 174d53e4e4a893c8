from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from mediation_tui.errors import DamagedBook, UnbalancedStatement
from mediation_tui.i18n import N_, Language
from mediation_tui.papers.paper import PaperFormat
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.ui.dialogs import export
from mediation_tui.ui.dialogs.behind import BehindDialog
from mediation_tui.ui.dialogs.export import ExportDialog
from mediation_tui.ui.screens.figures import FiguresScreen
from mediation_tui.ui.screens.figures.asked import PageName
from mediation_tui.ui.screens.figures.pages import PAGES
from mediation_tui.ui.screens.ledger import LedgerScreen
from mediation_tui.ui.widgets.confirm import Confirm
from mediation_tui.ui.widgets.numbertable import NumberTable
from tests.builders import Office
from tests.figures.known import a_quarter
from tests.ui.figuresroom import Looking, looking_at
from tests.ui.rooms import NARROW, WIDE, picture
from tests.ui.screen import assert_looks_like, dump


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The quarter's book, which is only read."""
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


Look = Callable[..., AbstractAsyncContextManager[Looking]]


@pytest.fixture
def look(office: Office, tmp_path: Path) -> Look:
    return partial(looking_at, office, tmp_path)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
async def test_the_statement_looks_as_it_was_made(
    look: Look, size: tuple[int, int], language: Language
) -> None:
    async with look(size, language) as person:
        assert_looks_like(person.app, picture("figures-statement", language, size))


async def test_a_number_opens_the_cases_behind_it_and_escape_comes_back(look: Look) -> None:
    async with look(WIDE) as person:
        said = await person.press("ctrl+end", "right")
        assert "Enter 打开 9 件 · 合计 · 本期新收" in said
        said = await person.press("enter")
        assert isinstance(person.app.screen, LedgerScreen)
        assert "数字背后的 9 件" in said
        await person.press("escape")
        assert (person.table.row, person.table.column) == (4, 1)


async def test_a_zero_opens_nothing_and_says_so(look: Look) -> None:
    async with look(WIDE) as person:
        said = await person.press("down", "enter")
        assert isinstance(person.app.screen, FiguresScreen)
        assert "没有案件可打开" in said


async def test_a_share_offers_its_numerator_and_what_else_is_in_its_denominator(look: Look) -> None:
    async with look(WIDE) as person:
        said = await person.press("ctrl+end", *["right"] * 17)
        assert "Enter 打开：分子 3 件，在分母、不在分子 2 件" in said
        assert "分子：网格、村级化解" in said
        assert "在分母、不在分子" in await person.press("enter")
        assert isinstance(person.app.screen, BehindDialog)
        assert "数字背后的 3 件" in await person.press("enter")
        await person.press("escape")
        assert person.at == (4, 17)
        assert "数字背后的 2 件" in await person.press("enter", "down", "enter")
        await person.press("escape")
        assert person.at == (4, 17)


async def test_a_denominator_is_a_number_of_its_own(look: Look) -> None:
    async with look(WIDE) as person:
        said = await person.press("ctrl+end", *["right"] * 18)
        assert "Enter 打开 5 件" in said
        assert "分母：全部调结" in said
        assert "数字背后的 5 件" in await person.press("enter")


async def test_a_choice_of_cases_can_be_left_without_one(look: Look) -> None:
    async with look(WIDE) as person:
        await person.press("ctrl+end", *["right"] * 17, "enter", "escape")
        assert isinstance(person.app.screen, FiguresScreen)
        assert person.at == (4, 17)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
async def test_every_number_can_be_reached_and_names_and_total_stay_in_view(
    look: Look, size: tuple[int, int]
) -> None:
    async with look(size) as person:
        seen = set()
        for _ in range(31):
            lines = dump(person.app).splitlines()
            assert any(line.startswith(" 上庄村") for line in lines)
            assert any(line.startswith(" 合计") for line in lines)
            seen.add(person.table.column)
            assert person.table.column in person.table.columns_in_view(
                person.table.numbers, person.table.first
            )
            await person.pilot.press("right")
        assert seen == set(range(31))
        await person.press("home")
        assert person.table.first == 0


async def test_a_number_is_opened_by_a_second_click(look: Look) -> None:
    async with look(WIDE) as person:
        place = next(
            (x, y)
            for y in range(person.table.size.height)
            for x in range(person.table.size.width)
            if (person.table.row_at(y), person.table.column_at(x)) == (4, 3)
        )
        await person.pilot.click(NumberTable, offset=place)
        assert (person.table.row, person.table.column) == (4, 3)
        await person.pilot.click(NumberTable, offset=place)
        await person.pilot.pause()
        assert isinstance(person.app.screen, LedgerScreen)


async def test_periods_are_stepped_through_but_not_into_the_future(look: Look) -> None:
    async with look(WIDE) as person:
        assert "2026年3季度还没有开始" in await person.press("f6")
        assert "2026年1季度没有调结的纠纷" in await person.press("f5")
        assert "2026年2季度（至 2026-06-24）调结 7 件" in await person.press("f6")


async def test_lines_are_villages_grids_and_categories_in_turn(look: Look) -> None:
    async with look(WIDE) as person:
        assert "上庄村·二网格" in await person.press("f8")
        assert "拖欠农民工工资" in await person.press("f8")
        said = await person.press("f8")
        assert "南坡社区" in said
        assert "上庄村·二网格" not in said


async def test_the_statement_is_exported_and_never_over_another_file_unasked(
    look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "usual_folder", lambda: tmp_path)
    path = tmp_path / "小事不出村统计_2026年2季度.csv"
    path.write_text("旧的", "utf-8")
    async with look(WIDE) as person:
        await person.press("f9")
        dialog = person.app.screen
        assert isinstance(dialog, ExportDialog)
        assert dialog.form
        dialog.form.fill("form", PaperFormat.CSV)
        await person.press("ctrl+s")
        assert isinstance(person.app.screen, Confirm)
        await person.press("escape")
        assert path.read_text("utf-8") == "旧的"
        await person.press("ctrl+s")
        assert "已导出" in await person.press("enter")
        assert "上庄村" in path.read_text("utf-8-sig")


@pytest.mark.parametrize("path", ["/", ".", "~nobody-of-that-name/统计"])
async def test_a_path_that_is_no_file_is_said_and_the_dialog_stays(look: Look, path: str) -> None:
    async with look(WIDE) as person:
        await person.press("f9")
        assert isinstance(person.app.screen, ExportDialog)
        assert person.app.screen.form
        person.app.screen.form.fill("path", path)
        assert "文件夹" in await person.press("ctrl+s")
        assert isinstance(person.app.screen, ExportDialog)


async def test_a_folder_that_is_not_there_is_said_and_the_dialog_stays(look: Look, tmp_path: Path) -> None:
    async with look(WIDE) as person:
        await person.press("f9")
        assert isinstance(person.app.screen, ExportDialog)
        assert person.app.screen.form
        person.app.screen.form.fill("path", str(tmp_path / "无此文件夹" / "统计"))
        assert "没有这个文件夹" in await person.press("ctrl+s")
        assert isinstance(person.app.screen, ExportDialog)


async def test_a_statement_that_does_not_add_up_is_refused_and_offers_its_cases(
    look: Look, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    (stray, *_) = (facts.id for facts in office.book.facts(EVERYTHING))

    def unbalanced(*args: object) -> Iterator[object]:
        yield from ()
        raise UnbalancedStatement(N_("收结不平：{n} 件有来无去"), n=1, cases=frozenset({stray}))

    page = PAGES[PageName.STATEMENT]
    monkeypatch.setitem(PAGES, PageName.STATEMENT, replace(page, read=unbalanced))
    async with look(WIDE) as person:
        said = person.read()
        assert "收结不平：1 件有来无去" in said
        assert "按 Enter 打开这 1 件案件" in said
        assert "上庄村" not in said
        assert "收结不平" in await person.press("f9")
        assert isinstance(person.app.screen, FiguresScreen)
        assert "数字背后的 1 件" in await person.press("enter")


async def test_cases_that_are_not_what_was_written_are_named_and_offered(
    look: Look, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [facts.number for facts in office.book.facts(EVERYTHING)][:2]

    def damaged(*args: object) -> Iterator[object]:
        yield from ()
        raise DamagedBook(
            N_("{n} 件案件的存档与写入时不符（{numbers}），不能出报表；请先运行 check，按它的说明处理。"),
            n=2,
            numbers=(*numbers, "…"),
        )

    page = PAGES[PageName.STATEMENT]
    monkeypatch.setitem(PAGES, PageName.STATEMENT, replace(page, read=damaged))
    async with look(WIDE) as person:
        assert numbers[0] in person.read()
        assert "按 Enter 打开这 2 件案件" in person.read()
        assert "数字背后的 2 件" in await person.press("enter")


async def test_a_damaged_book_gets_its_sentence_and_nothing_to_open(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*args: object) -> Iterator[object]:
        yield from ()
        raise DamagedBook(
            N_("“{path}”损坏了，读出的记录不完整；请先不要写入，运行 check 检查。"), path="a.book"
        )

    page = PAGES[PageName.STATEMENT]
    monkeypatch.setitem(PAGES, PageName.STATEMENT, replace(page, read=damaged))
    async with look(NARROW) as person:
        assert "“a.book”损坏了" in person.read()
        assert "“a.book”损坏了" in await person.press("enter")
        assert isinstance(person.app.screen, FiguresScreen)


async def test_the_figures_follow_what_is_written_meanwhile(tmp_path: Path) -> None:
    office = a_quarter(tmp_path)
    async with looking_at(office, tmp_path, WIDE) as person:
        office.walk()
        person.screen.refresh_if_stale()
        assert "期末未结 3 件" in await person.press("down")
    office.book.close()
