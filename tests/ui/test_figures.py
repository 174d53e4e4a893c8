from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from mediation_tui.errors import UnbalancedStatement
from mediation_tui.i18n import N_
from mediation_tui.papers.paper import PaperFormat
from mediation_tui.settings import Settings
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.ui.app import MediationApp
from mediation_tui.ui.dialogs import export
from mediation_tui.ui.dialogs.export import ExportDialog
from mediation_tui.ui.dialogs.period import PeriodDialog, PeriodKind
from mediation_tui.ui.screens import figures
from mediation_tui.ui.screens.figures import FiguresScreen
from mediation_tui.ui.screens.ledger import LedgerScreen
from mediation_tui.ui.widgets.confirm import Confirm
from mediation_tui.ui.widgets.numbertable import NumberTable
from tests.builders import Office
from tests.figures.known import a_quarter
from tests.ui.screen import assert_looks_like, dump

PICTURES = Path(__file__).with_name("dumps")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The quarter's book, which is only read."""
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


@dataclass
class Looking:
    """Somebody in front of the figures."""

    app: MediationApp
    pilot: Pilot[None]

    @property
    def screen(self) -> FiguresScreen:
        assert isinstance(self.app.screen, FiguresScreen)
        return self.app.screen

    @property
    def table(self) -> NumberTable:
        return self.screen.query_one(NumberTable)

    async def press(self, *keys: str) -> str:
        """Press keys, let what is counted aside come in, and read what the screen says then."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        return dump(self.app)


@asynccontextmanager
async def looking_at(office: Office, folder: Path, size: tuple[int, int]) -> AsyncIterator[Looking]:
    app = MediationApp(office.book, office.desk, office.clock, Settings(folder / "settings.toml"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        person = Looking(app, pilot)
        await person.press("4")
        yield person


Look = Callable[[tuple[int, int]], AbstractAsyncContextManager[Looking]]


@pytest.fixture
def look(office: Office, tmp_path: Path) -> Look:
    return partial(looking_at, office, tmp_path)


WIDE, NARROW = (120, 40), (80, 24)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
async def test_the_screen_looks_as_it_was_made(look: Look, size: tuple[int, int]) -> None:
    async with look(size) as person:
        assert_looks_like(person.app, PICTURES / f"figures-{size[0]}x{size[1]}.txt")


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


async def test_numerator_and_denominator_are_opened_apart(look: Look) -> None:
    async with look(WIDE) as person:
        await person.press("ctrl+end", *["right"] * 17)
        assert "Enter 打开 3 件" in (said := dump(person.app))
        assert "分子：网格、村级化解" in said
        said = await person.press("right")
        assert "Enter 打开 5 件" in said
        assert "分母：全部调结" in said
        assert "数字背后的 5 件" in await person.press("enter")


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


async def test_a_month_is_chosen(look: Look) -> None:
    async with look(WIDE) as person:
        await person.press("f7")
        dialog = person.app.screen
        assert isinstance(dialog, PeriodDialog)
        assert dialog.form
        dialog.form.fill("kind", PeriodKind.MONTH)
        dialog.form.fill("month", 5)
        assert "2026年5月调结 7 件" in await person.press("ctrl+s")


async def test_days_are_chosen_and_a_wrong_order_is_said_under_the_field(look: Look) -> None:
    async with look(WIDE) as person:
        await person.press("f7")
        dialog = person.app.screen
        assert isinstance(dialog, PeriodDialog)
        assert dialog.form
        dialog.form.fill("kind", PeriodKind.DAYS)
        dialog.form.fill("first", person.app.clock.today())
        dialog.form.fill("last", person.app.clock.today().replace(month=5))
        assert "早于开始" in await person.press("ctrl+s")
        dialog.form.fill("first", person.app.clock.today().replace(month=4))
        assert "2026-04-24 – 2026-05-24" in await person.press("ctrl+s")


@pytest.mark.parametrize("year", ["2027", "二六", "10000"])
async def test_a_year_that_cannot_be_is_refused(look: Look, year: str) -> None:
    async with look(WIDE) as person:
        await person.press("f7")
        assert isinstance(person.app.screen, PeriodDialog)
        assert person.app.screen.form
        person.app.screen.form.fill("year", year)
        await person.press("ctrl+s")
        assert isinstance(person.app.screen, PeriodDialog)


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

    def unbalanced(*args: object, **more: object) -> None:
        raise UnbalancedStatement(N_("收结不平：{n} 件有来无去"), n=1, cases=frozenset({stray}))

    monkeypatch.setattr(figures, "read_statement", unbalanced)
    async with look(WIDE) as person:
        said = dump(person.app)
        assert "收结不平：1 件有来无去" in said
        assert "按 Enter 打开这 1 件案件" in said
        assert "收结不平" in await person.press("f9")
        assert isinstance(person.app.screen, FiguresScreen)
        assert "数字背后的 1 件" in await person.press("enter")


async def test_a_large_book_is_counted_aside(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "_AT_ONCE", 0)
    async with look(WIDE) as person:
        assert "调结 7 件" in dump(person.app)
        assert "2026年1季度没有调结的纠纷" in await person.press("f5")


async def test_the_figures_follow_what_is_written_meanwhile(tmp_path: Path) -> None:
    office = a_quarter(tmp_path)
    async with looking_at(office, tmp_path, WIDE) as person:
        office.walk()
        person.screen.refresh_if_stale()
        assert "期末未结 3 件" in await person.press("down")
    office.book.close()
