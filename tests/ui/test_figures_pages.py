"""What the pages of the figures show, and where their numbers lead."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from mediation_tui.i18n import Language
from mediation_tui.ui import skin
from mediation_tui.ui.dialogs.behind import BehindDialog
from mediation_tui.ui.screens.figures import FiguresScreen
from mediation_tui.ui.screens.figures.asked import PageName
from mediation_tui.ui.screens.ledger import LedgerScreen
from tests.builders import PHONE, Office
from tests.ui.figuresroom import Look, a_past_with_a_report, looking_at
from tests.ui.rooms import NARROW, WIDE, picture
from tests.ui.screen import assert_looks_like

_PAGES = {2: "comparison", 3: "tables", 4: "measures", 5: "questions", 6: "issued"}
_FEW = "件数少，不比较"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office with a past and a signed report, which is only read."""
    with a_past_with_a_report(tmp_path_factory.mktemp("past")) as office:
        yield office


@pytest.fixture
def look(office: Office, tmp_path: Path) -> Look:
    return partial(looking_at, office, tmp_path)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "120x40"])
async def test_every_page_looks_as_it_was_made(look: Look, size: tuple[int, int], language: Language) -> None:
    async with look(size, language) as person:
        for number, name in _PAGES.items():
            await person.page(number)
            assert_looks_like(person.app, picture(f"figures-{name}", language, size))


async def test_one_key_goes_through_the_pages_and_comes_back(look: Look) -> None:
    async with look() as person:
        seen = [person.screen.asked.page]
        for _page in PageName:
            await person.press("f4")
            seen.append(person.screen.asked.page)
        assert seen == [*PageName, PageName.STATEMENT]


async def test_a_page_is_reached_by_a_click(look: Look) -> None:
    async with look() as person:
        await person.pilot.click("PageLine", offset=(14, 0))
        await person.pilot.pause()
        assert person.screen.asked.page is PageName.COMPARISON


async def test_each_page_keeps_its_own_place(look: Look) -> None:
    async with look() as person:
        await person.stop_at(2, 3)
        await person.page(3)
        await person.stop_at(1, 5)
        await person.page(1)
        assert person.at == (2, 3)
        await person.page(3)
        assert person.at == (1, 5)


# Beside itself


async def test_a_village_is_compared_to_itself_a_year_ago(look: Look) -> None:
    async with look(WIDE) as person:
        said = await person.page(2)
        (line,) = (line for line in said.splitlines() if line.startswith(" 上庄村"))
        assert "76.9 % 10/13" in line
        assert "75.0 % 9/12" in line
        assert _FEW not in line
        said = await person.stop_at(0, 3)
        assert "2025年2季度 75.0 % 9/12，2026年1季度 90.9 % 10/11" in "".join(said.split("\n"))


async def test_few_disputes_are_shown_and_not_compared(look: Look) -> None:
    async with look(WIDE) as person:
        said = await person.page(2)
        (line,) = (line for line in said.splitlines() if line.startswith(" 下河村"))
        assert "50.0 % 1/2" in line
        assert _FEW in line
        assert person.table.numbers
        (row,) = (row for row in person.table.numbers.rows if row.name == "下河村")
        assert {cell.tone for cell in row.cells[:4]} == {"muted"}


async def test_nothing_out_of_nothing_is_a_dash_and_no_bar(look: Look) -> None:
    async with look(WIDE) as person:
        said = await person.page(2)
        (line,) = (line for line in said.splitlines() if line.startswith(" 南坡社区"))
        assert line.count("—") == 4
        assert not set(line) & set("█·")


async def test_places_stand_in_the_town_s_order_whatever_their_share(look: Look) -> None:
    async with look(WIDE) as person:
        await person.page(2)
        assert person.table.numbers
        names = [row.name for row in person.table.numbers.rows]
        assert names == ["上庄村", "下河村", "南坡社区", "镇级直接受理"]


async def test_a_place_s_past_opens_its_cases_period_by_period(look: Look) -> None:
    async with look(WIDE) as person:
        await person.page(2)
        await person.stop_at(0, 3)
        said = await person.press("enter")
        assert isinstance(person.app.screen, BehindDialog)
        assert "2026年1季度 分子" in said
        assert "数字背后的 10 件" in await person.press("enter")
        await person.press("escape")
        assert person.at == (0, 3)


async def test_bars_and_marks_are_plain_letters_where_a_terminal_draws_no_others(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(skin, "_current", skin.ASCII)
    async with look(NARROW) as person:
        said = await person.page(2)
        assert "#######|" in said
        assert not set(said) & set("█▏▎▍▌▋▊▉▁▂▃▄▅▆▇│·—▸")


# Official tables


async def test_every_shipped_table_is_offered_and_drawn(look: Look) -> None:
    titles = (
        "案件情况统计表",
        "矛盾纠纷排查情况表",
        "排查化解基本情况统计表",
        "预防情况统计表",
        "结转平衡表",
    )
    async with look(WIDE) as person:
        await person.page(3)
        for number, title in enumerate(titles, start=1):
            said = await person.press("f8", str(number), "enter")
            assert title in said.splitlines()[3]


async def test_names_stay_while_a_wide_table_slides(look: Look) -> None:
    async with look(NARROW) as person:
        await person.page(3)
        said = await person.press("end")
        assert "书面协议" in "".join(said.split()) or "书面" in said
        assert " 上庄村人民调解委员会" in said
        assert person.at == (0, 38)


async def test_the_remark_on_what_is_unverified_stands_below_and_the_rest_is_a_key_away(look: Look) -> None:
    async with look(NARROW) as person:
        said = await person.page(3)
        assert "未核实：栏目据各地公开的样表整理" in said
        assert "（按空格看全）" in said
        said = await person.press("space")
        assert "勾稽" in said or "勾稽" in await person.press("end")


async def test_a_table_s_number_opens_its_cases_and_escape_comes_back(look: Look) -> None:
    async with look(NARROW) as person:
        await person.page(3)
        said = await person.stop_at(1, 2)
        assert "Enter 打开 10 件" in said
        assert "数字背后的 10 件" in await person.press("enter")
        assert isinstance(person.app.screen, LedgerScreen)
        await person.press("escape")
        assert person.at == (1, 2)


async def test_a_share_in_a_table_offers_both_sides(look: Look) -> None:
    async with look(WIDE) as person:
        await person.page(3)
        await person.press("f8", "2", "enter")
        assert person.table.numbers
        row = next(place for place, row in enumerate(person.table.numbers.rows) if row.name == "  成功率")
        assert "分子 11 件，在分母、不在分子 4 件" in "".join((await person.stop_at(row, 2)).split("\n"))


# Measures


async def test_measures_stand_in_their_groups_with_their_guard(look: Look) -> None:
    async with look(WIDE) as person:
        said = await person.page(4)
        assert "结转与调结" in said
        assert "不平不出数" in said
        await person.press("down")
        assert "Enter 打开 15 件" in person.read()
        assert "数字背后的 15 件" in await person.press("enter")
        await person.press("escape")
        assert person.at == (2, 0)


async def test_what_nobody_knows_is_a_dash_and_opens_nothing(look: Look) -> None:
    async with look(WIDE) as person:
        await person.page(4)
        said = await person.press("ctrl+end")
        assert "咨询转为调解 —" in said
        assert "没有案件可打开" in said
        await person.press("enter")
        assert isinstance(person.app.screen, FiguresScreen)


async def test_the_past_before_the_first_dispute_is_unknown_and_not_drawn(look: Look) -> None:
    async with look(WIDE) as person:
        said = await person.page(4)
        (line,) = (line for line in said.splitlines() if line.startswith(" 新收"))
        assert line.split()[-1].count("▁") == 2  # the quarters without a dispute since the first one
        assert len(line.split()[-1]) == 4


# Questions


async def test_a_question_says_why_and_opens_its_cases(look: Look) -> None:
    async with look(WIDE) as person:
        said = await person.page(5)
        assert "只是发问，不是结论" in said
        assert "Enter 打开" in said
        said = await person.press("enter")
        assert isinstance(person.app.screen, LedgerScreen)
        await person.press("escape")
        assert person.screen.asked.page is PageName.QUESTIONS


# Issued reports


async def test_a_signed_report_is_listed_opened_and_left_again(look: Look) -> None:
    async with look(NARROW) as person:
        said = await person.page(6)
        assert "2026年3月统计表" in said
        assert "签发" in said
        assert "张司法" in said
        said = await person.press("enter")
        assert "草稿 2026-06-24" in said
        assert "校验码" in await person.press("space")
        await person.press("escape")
        assert "数字背后的 38 件" in await person.press("enter")
        await person.press("escape")
        assert "草稿 2026-06-24" in person.read()
        said = await person.press("escape")
        assert "共 1 份报告" in said


async def test_without_a_report_the_page_says_what_will_stand_there(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    async with looking_at(office, tmp_path) as person:
        assert "还没有报告" in await person.page(6)
    office.book.close()


@pytest.mark.parametrize("number", [1, *_PAGES])
async def test_nothing_personal_stands_on_any_page(look: Look, number: int) -> None:
    async with look(WIDE) as person:
        said = await person.page(number)
        assert PHONE not in said
        assert "马占龙" not in said
        assert "单小山" not in said
