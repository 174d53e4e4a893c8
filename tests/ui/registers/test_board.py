from __future__ import annotations

from pathlib import Path

from mediation_tui.model.period import Period
from mediation_tui.model.screening import Screening
from mediation_tui.model.vocabulary import Category, Discovery, Source
from mediation_tui.rules.screening import Reporter
from mediation_tui.store.filters import CaseFilter
from mediation_tui.ui.screens.board import BoardScreen
from mediation_tui.ui.screens.ledger import LedgerScreen
from mediation_tui.ui.screens.register import RegisterScreen
from mediation_tui.ui.screens.villages import VillagesScreen
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.numbertable import NumberTable
from tests.builders import Office
from tests.ui.registers.office import HEAD_PHONE, LAST_WEEK, OFFICE_PHONE, THIS_WEEK
from tests.ui.rooms import DAY, Someone, sitting

BOARD = ("3", "f5")
LOWER_LAST_WEEK = (*BOARD, "down", "left")
"""下河村 has not reported last week."""


def cells(person: Someone) -> dict[str, list[str]]:
    """What the board says of each place, and its last line."""
    numbers = person.app.screen.query_one(NumberTable).numbers
    assert numbers
    return {row.name: [cell.text for cell in row.cells] for row in numbers.lines}


def rounds(office: Office, period: Period, village: str) -> tuple[Screening, ...]:
    return tuple(each for each in office.book.screenings(period, village=village) if not each.withdrawn)


async def fill(person: Someone, **answers: object) -> None:
    form = person.app.screen.query_one(Form)
    for name, answer in answers.items():
        form.fill(name, answer)
        await person.pilot.pause()


async def register_the_dispute(person: Someone, applicant: str) -> str:
    """Fill in what a round's dispute still lacks, and save it."""
    assert isinstance(person.app.screen, RegisterScreen)
    names = {"applicant1.name": applicant, "respondent1.name": "单小山"}
    await fill(person, **names, category=Category.LAND, summary="为地界起争执。")
    return await person.press("ctrl+s")


async def test_every_mark_has_its_sign_and_its_word_and_what_is_missing_is_no_zero(
    office: Office, tmp_path: Path
) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press(*BOARD)
        assert cells(person) == {
            "上庄村": ["● 已报", "● 已报", "● 已报", "● 已报", "· 未到期"],
            "下河村": ["✕ 未报", "○ 零报告", "○ 零报告", "✕ 未报", "· 未到期"],
            "南坡社区": ["○ 零报告", "✕ 未报", "✕ 未报", "✕ 未报", "· 未到期"],
            "未报几处": ["1", "1", "1", "2", "0"],
        }


async def test_zero_is_reported_in_two_keys(office: Office, tmp_path: Path) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press(*LOWER_LAST_WEEK)
        await person.press("0", "enter")
        assert isinstance(person.room, BoardScreen)
        assert cells(person)["下河村"][3] == "○ 零报告"
        (kept,) = rounds(office, LAST_WEEK, "v2")
        assert (kept.round.zero, kept.round.reporter, kept.round.period) == (True, "祁德山", LAST_WEEK)


async def test_a_zero_that_is_not_confirmed_is_not_reported(office: Office, tmp_path: Path) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press(*LOWER_LAST_WEEK, "0", "escape")
        assert cells(person)["下河村"][3] == "✕ 未报"
        assert rounds(office, LAST_WEEK, "v2") == ()


async def test_what_is_reported_is_not_reported_as_zero_again(office: Office, tmp_path: Path) -> None:
    async with sitting(office, tmp_path) as person:
        said = await person.press(*BOARD, "left", "0")
        assert "已经报过" in said
        assert len(rounds(office, LAST_WEEK, "v1")) == 1


async def test_the_disputes_a_round_found_are_registered_one_after_another_and_linked_to_it(
    office: Office, tmp_path: Path
) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press(*LOWER_LAST_WEEK, "enter")
        await fill(person, people="祁德山、李玉兰", households="31", handled="1", found="2")
        assert "登记排查发现的纠纷 1/2" in await person.press("ctrl+s")
        assert "登记排查发现的纠纷 2/2" in await register_the_dispute(person, "甘某")
        await register_the_dispute(person, "乙某")
        assert cells(person)["下河村"][3] == "● 已报"
        (kept,) = rounds(office, LAST_WEEK, "v2")
        assert (kept.round.people, kept.round.households) == (("祁德山", "李玉兰"), 31)
        found = [office.book.case(each.id) for each in office.book.facts(CaseFilter(screening=kept.id))]
        assert {case.parties[0].name for case in found} == {"甘某", "乙某"}
        assert all(case.village == "v2" and case.found_on == LAST_WEEK.last for case in found)
        assert all(case.source is Source.FOUND and case.discovery is Discovery.SCREENING for case in found)


async def test_a_round_is_not_kept_before_the_first_dispute_it_found(office: Office, tmp_path: Path) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press(*LOWER_LAST_WEEK, "enter")
        await fill(person, found="1")
        await person.press("ctrl+s")
        assert "没有保存" in await person.press("escape")
        assert rounds(office, LAST_WEEK, "v2") == ()
        await person.press("ctrl+s")
        await register_the_dispute(person, "甘某")
        assert len(rounds(office, LAST_WEEK, "v2")) == 1


async def test_who_stops_half_way_is_told_how_many_are_left_and_goes_on_from_the_round(
    office: Office, tmp_path: Path
) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press(*LOWER_LAST_WEEK, "enter")
        await fill(person, found="2")
        await person.press("ctrl+s")
        await register_the_dispute(person, "甘某")
        assert "还有 1 件没有登记" in await person.press("escape")
        await person.press("enter", "f2")
        await register_the_dispute(person, "乙某")
        (kept,) = rounds(office, LAST_WEEK, "v2")
        assert office.book.count(CaseFilter(screening=kept.id)) == 2
        await person.press("enter", "enter")
        assert isinstance(person.room, LedgerScreen)
        assert person.rows.total == 2


async def test_a_round_that_found_nothing_is_sent_to_the_zero_report(office: Office, tmp_path: Path) -> None:
    async with sitting(office, tmp_path) as person:
        assert "请报零报告" in await person.press(*LOWER_LAST_WEEK, "enter", "ctrl+s")
        await fill(person, zero=True)
        await person.press("ctrl+s")
        assert cells(person)["下河村"][3] == "○ 零报告"


async def test_a_report_is_put_right_with_a_reason_and_what_it_said_stays(
    office: Office, tmp_path: Path
) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press(*BOARD, "left", "enter", "f4")
        await fill(person, handled="3")
        assert "必填" in await person.press("ctrl+s")
        await fill(person, reason="漏数两件")
        await person.press("ctrl+s")
        (kept,) = rounds(office, LAST_WEEK, "v1")
        assert (kept.round.handled, kept.round.households, kept.version) == (3, 40, 2)
        said = await person.press("enter")
        assert "更正  漏数两件" in said
        assert "报告" in said


async def test_a_report_that_is_withdrawn_is_missing_again(office: Office, tmp_path: Path) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press(*BOARD, "left", "enter", "f9")
        await fill(person, reason="报错了村")
        await person.press("ctrl+s")
        assert cells(person)["上庄村"][3] == "✕ 未报"
        assert rounds(office, LAST_WEEK, "v1") == ()


async def test_whom_to_call_is_masked_until_it_is_asked_for(office: Office, tmp_path: Path) -> None:
    async with sitting(office, tmp_path) as person:
        said = await person.press(*BOARD, "f7")
        assert "上庄村  未报" not in said
        assert "下河村  未报 2 次" in said
        assert f"村委会 {OFFICE_PHONE}" in said
        assert "祁德山" in said
        assert HEAD_PHONE not in said
        assert HEAD_PHONE in await person.press("space")
        assert HEAD_PHONE not in await person.press("space")


async def test_the_last_line_opens_whom_to_call_about_one_period(office: Office, tmp_path: Path) -> None:
    async with sitting(office, tmp_path) as person:
        said = await person.press(*BOARD, "left", "left", "ctrl+end", "enter")
        assert "催报 6.15-6.21" in said
        assert "南坡社区  未报 1 次" in said
        assert "下河村  未报" not in said


async def test_where_nobody_has_ever_reported_only_the_present_period_is_asked_for(
    own: Office, tmp_path: Path
) -> None:
    async with sitting(own, tmp_path) as person:
        said = await person.press(*BOARD)
        assert f"{THIS_WEEK.first} 起" in said
        assert {tuple(row) for name, row in cells(person).items() if name != "未报几处"} == {("· 未到期",)}


async def test_where_grids_report_each_has_its_line(office: Office, tmp_path: Path) -> None:
    rules = office.book.rules
    asked = rules.screening.model_copy(update={"reporters": Reporter.GRIDS})
    office.desk().set_rules(rules.model_copy(update={"screening": asked}))
    async with sitting(office, tmp_path) as person:
        await person.press(*BOARD)
        assert list(cells(person)) == [
            "上庄村·一网格", "上庄村·二网格", "下河村·一网格", "南坡社区", "未报几处",
        ]  # fmt: skip
        await person.press("down", "down", "left", "0", "enter")
        (kept,) = rounds(office, LAST_WEEK, "v2")
        assert kept.round.place == ("v2", "g3")


async def test_one_looks_back_and_comes_again(office: Office, tmp_path: Path) -> None:
    async with sitting(office, tmp_path) as person:
        now = await person.press(*BOARD)
        assert "从 2026-06-01 起才要求" in await person.press("f5")
        assert await person.press("f6") == now
        assert "已经是最近的了" in await person.press("f6")
        await person.press("escape")
        assert isinstance(person.room, VillagesScreen)


async def test_what_others_report_meanwhile_is_shown(office: Office, tmp_path: Path) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press(*LOWER_LAST_WEEK)
        office.desk("m2").report_zero("v2", LAST_WEEK, "李玉兰")
        person.app.look()
        assert "李玉兰" in await person.press("up", "down")
        assert cells(person)["下河村"][3] == "○ 零报告"
    assert office.clock.today() == DAY
