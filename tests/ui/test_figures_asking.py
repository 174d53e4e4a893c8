"""Asking the figures for other days, another place, another day of knowledge, another table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from mediation_tui.figures.lines import By
from mediation_tui.figures.measures.scope import WHOLE_TOWN, Scope
from mediation_tui.figures.tables.reading import shipped_text
from mediation_tui.model.period import Period, PeriodKind
from mediation_tui.ui.dialogs.asof import AsOfDialog
from mediation_tui.ui.dialogs.page import PageDialog
from mediation_tui.ui.dialogs.period import PeriodDialog
from mediation_tui.ui.dialogs.table import DescriptionDialog
from mediation_tui.ui.screens.figures import FiguresScreen
from mediation_tui.ui.screens.figures.asked import PageName
from mediation_tui.ui.widgets.form import Form
from tests.builders import Office
from tests.figures.known import a_quarter
from tests.ui.figuresroom import Looking, looking_at
from tests.ui.rooms import NARROW, WIDE

Look = Callable[..., AbstractAsyncContextManager[Looking]]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The quarter's book, which is only read."""
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


@pytest.fixture
def look(office: Office, tmp_path: Path) -> Look:
    return partial(looking_at, office, tmp_path)


async def answer(person: Looking, key: str, **answers: object) -> str:
    """Open a dialog with a key, fill its form and save."""
    await person.press(key)
    form = person.app.screen.query_one(Form)
    for name, value in answers.items():
        form.fill(name, value)
    return await person.press("ctrl+s")


# Days


@pytest.mark.parametrize(
    ("answers", "period"),
    [
        ({"kind": PeriodKind.WEEK, "day": date(2026, 6, 18)}, Period(date(2026, 6, 15), date(2026, 6, 21))),
        ({"kind": PeriodKind.MONTH, "month": 5}, Period.month(2026, 5)),
        ({"kind": PeriodKind.QUARTER, "quarter": 1}, Period.quarter(2026, 1)),
        ({"kind": PeriodKind.HALF, "half": 1}, Period.half(2026, 1)),
        ({"kind": PeriodKind.YEAR, "year": "2025"}, Period.year(2025)),
        (
            {"kind": PeriodKind.DAYS, "first": date(2026, 4, 24), "last": date(2026, 5, 24)},
            Period(date(2026, 4, 24), date(2026, 5, 24)),
        ),
    ],
    ids=lambda value: value["kind"].value if isinstance(value, dict) else "",
)
async def test_a_period_of_every_kind_is_chosen_and_stepped_from(
    look: Look, answers: dict[str, object], period: Period
) -> None:
    async with look() as person:
        said = await answer(person, "f7", **answers)
        assert person.screen.asked.period == period
        assert period.label in said
        await person.press("f5")
        assert person.screen.asked.period == period.earlier()
        await person.press("f6")
        assert person.screen.asked.period == period


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"kind": PeriodKind.DAYS, "first": date(2026, 6, 2), "last": date(2026, 6, 1)}, "早于开始"),
        ({"kind": PeriodKind.DAYS, "first": date(2026, 7, 1), "last": date(2026, 7, 2)}, "还没有开始"),
        ({"kind": PeriodKind.DAYS, "first": date(1, 1, 1), "last": date(2026, 7, 2)}, "年份 1 不对"),
        ({"kind": PeriodKind.WEEK, "day": date(2026, 6, 29)}, "还没有开始"),
        ({"kind": PeriodKind.YEAR, "year": "2027"}, "还没有开始"),
        ({"kind": PeriodKind.YEAR, "year": "二六"}, "四位数的年份"),
        ({"kind": PeriodKind.YEAR, "year": "10000"}, "四位数的年份"),
    ],
)
async def test_a_period_that_cannot_be_gets_one_sentence_under_its_field(
    look: Look, answers: dict[str, object], said: str
) -> None:
    async with look() as person:
        assert said in await answer(person, "f7", **answers)
        assert isinstance(person.app.screen, PeriodDialog)
        await person.press("escape")
        assert person.screen.asked.period == Period.quarter(2026, 2)


async def test_no_step_leads_before_the_years_that_are_known(look: Look) -> None:
    async with look() as person:
        first, last = date(1990, 1, 1), date(1990, 1, 1)
        await answer(person, "f7", kind=PeriodKind.DAYS, first=first, last=last)
        await person.press("f5")
        assert "没有更早的了" in await person.press("f5")


# Places


async def test_a_chosen_village_has_its_line_marked_and_the_cursor_on_it(look: Look) -> None:
    async with look() as person:
        said = await person.press("f10", *"nanpo", "enter")
        assert person.screen.asked.place == Scope("v3")
        assert "▸南坡社区" in said
        assert person.table.row == 2
        said = await person.page(2)
        assert "▸南坡社区" in said
        assert "▸南坡社区人民调解委员会" in await person.page(3)


async def test_a_chosen_grid_divides_the_statement_by_grids(look: Look) -> None:
    async with look() as person:
        said = await person.press("f10", *"szcewg", "enter")
        assert person.screen.asked.place == Scope("v1", "g2")
        assert person.screen.asked.by is By.GRID
        assert "▸上庄村·二网格" in said


async def test_measures_are_of_the_chosen_place_alone(look: Look) -> None:
    async with look(WIDE) as person:
        said = await person.page(4)
        assert "Enter 打开 1 件" in said
        assert "Enter 打开 9 件" in await person.press("down")
        said = await person.press("f10", *"xiahe", "enter")
        assert "下河村 · 2026年2季度的指标" in said
        assert "Enter 打开 2 件" in said
        assert "共和镇 · 2026年2季度的指标" in await person.press("f10", "1", "enter")
        assert person.screen.asked.place == WHOLE_TOWN


# As it was known


async def test_one_looks_back_to_the_end_of_a_day_and_returns(look: Look) -> None:
    async with look(WIDE) as person:
        now = person.read()
        said = await answer(person, "f12", day=date(2026, 6, 10))
        assert "截止 2026-06-10 当时的认识（F12 回到现在）" in said
        assert "期末未结 1 件" in said
        assert "当时的认识" in await person.page(2)
        await person.page(1)
        said = await person.press("f12")
        assert "当时的认识" not in said
        assert said.splitlines()[3] == now.splitlines()[3]


async def test_a_period_that_had_not_begun_then_is_refused_in_place_of_numbers(look: Look) -> None:
    async with look() as person:
        said = await answer(person, "f12", day=date(2026, 3, 10))
        assert "还没有开始" in said
        assert "上庄村" not in said
        await person.press("enter")
        assert isinstance(person.app.screen, FiguresScreen)
        assert "上庄村" in await person.press("f5")


async def test_a_day_that_is_not_over_is_refused_under_the_field(look: Look) -> None:
    async with look() as person:
        assert "要早于今天" in await answer(person, "f12", day=date(2026, 6, 24))
        assert isinstance(person.app.screen, AsOfDialog)


# Tables


async def test_an_office_s_own_table_is_opened_by_its_path(look: Look, tmp_path: Path) -> None:
    own = tmp_path / "我县.toml"
    own.write_text(shipped_text("balance").replace("矛盾纠纷台账结转平衡表", "我县月报"), "utf-8")
    async with look() as person:
        await person.page(3)
        await person.press("f8", "6", "enter")
        assert isinstance(person.app.screen, DescriptionDialog)
        person.app.screen.query_one(Form).fill("path", str(own))
        assert "共和镇我县月报（2026年2季度）" in await person.press("ctrl+s")


async def test_a_mistake_in_an_own_table_is_said_with_its_line(look: Look, tmp_path: Path) -> None:
    own = tmp_path / "我县.toml"
    own.write_text(shipped_text("balance").replace('among = "carried"', 'among = "caried"'), "utf-8")
    async with look() as person:
        await person.page(3)
        await person.press("f8", "6", "enter")
        person.app.screen.query_one(Form).fill("path", str(own))
        said = await person.press("ctrl+s")
        assert isinstance(person.app.screen, DescriptionDialog)
        assert "第 22 行" in said
        assert "carried" in said


async def test_a_table_file_that_is_not_there_is_said(look: Look, tmp_path: Path) -> None:
    async with look() as person:
        await person.page(3)
        await person.press("f8", "6", "enter")
        person.app.screen.query_one(Form).fill("path", str(tmp_path / "没有.toml"))
        assert "读不了" in await person.press("ctrl+s")


# Commands and language


async def test_only_what_a_page_can_do_is_at_hand(look: Look) -> None:
    async with look(WIDE) as person:
        assert "F8 分组" in person.read()
        assert "F9 导出" in person.read()
        said = await person.page(3)
        assert "F8 换表" in said
        said = await person.page(4)
        assert "F8" not in said
        assert "F9 导出" in said
        said = await person.page(6)
        assert "F5" not in said


async def test_pages_are_found_by_name_in_the_picker(look: Look) -> None:
    async with look(NARROW) as person:
        await person.press("0")
        assert isinstance(person.app.screen, PageDialog)
        await person.press(*"zhibiao", "enter")
        assert person.screen.asked.page is PageName.MEASURES


async def test_another_language_keeps_page_period_place_and_cursor(look: Look) -> None:
    async with look(NARROW) as person:
        await person.press("f5", "f10", *"nanpo", "enter")
        await person.page(2)
        await person.stop_at(1, 2)
        asked = person.screen.asked
        said = await person.press("ctrl+l")
        assert person.screen.asked == asked
        assert "2026 Q1" in said
        assert "▸南坡社区" in said
        assert "2026年1季度" in await person.press("ctrl+l")
