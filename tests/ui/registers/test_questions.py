from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from mediation_tui.model.consultation import Asker, Consultation
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Category, Channel, Level, Source
from mediation_tui.ui.screens.case import CaseScreen
from mediation_tui.ui.screens.questions import QuestionsScreen
from mediation_tui.ui.screens.register import RegisterScreen
from tests.builders import PHONE, Office
from tests.registers import a_question
from tests.ui.registers.test_board import fill
from tests.ui.rooms import DAY, Someone, sitting

LIST = ("3", "f6")


def latest(office: Office) -> Consultation:
    return max(office.book.consultations(Period.year(DAY.year)), key=lambda each: each.id)


@pytest.mark.parametrize("room", ["1", "2", "3", "4"])
async def test_a_question_takes_three_keys_beyond_its_words_from_anywhere(
    office: Office, tmp_path: Path, room: str
) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press(room)
        await person.press("ctrl+g")
        await person.type("下河")
        await person.press("tab")
        await person.type("欠条没写日期，还能要吗？")
        await person.press("tab")
        await person.type("能。")
        assert "已登记法律咨询" in await person.press("ctrl+s")
        said = latest(office).question
        assert (said.village, said.question, said.answer) == ("v2", "欠条没写日期，还能要吗？", "能。")
        assert (said.adviser, said.day, said.channel) == ("a2", DAY, Channel.IN_PERSON)
        assert said.asker == Asker()


async def test_where_a_village_has_no_adviser_whoever_writes_it_down_is_proposed(
    office: Office, tmp_path: Path
) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press("ctrl+g")
        await fill(person, village="v3", question="问", answer="答")
        await person.press("ctrl+s")
        assert latest(office).question.adviser == "m1"


async def test_the_list_counts_what_stands_and_shows_what_was_withdrawn(
    office: Office, tmp_path: Path
) -> None:
    async with sitting(office, tmp_path) as person:
        said = await person.press(*LIST)
        assert isinstance(person.room, QuestionsScreen)
        assert "2 条 · 转为调解案件 1" in said
        assert PHONE not in said
        await person.press("down", "enter", "f9")
        await fill(person, reason="记重了")
        said = await person.press("ctrl+s")
        assert "1 条 · 转为调解案件 1" in said
        assert "已撤销" in said


async def test_a_question_becomes_a_case_with_what_is_known_already_and_both_are_linked(
    office: Office, tmp_path: Path
) -> None:
    asked = a_question(DAY, village="v2", asker=Asker(name="马小龙", minor=True), adviser="a2")
    kept = office.desk().record_consultation(asked)
    async with sitting(office, tmp_path) as person:
        await person.press(*LIST, "enter", "f2")
        assert isinstance(person.app.screen, RegisterScreen)
        await fill(person, **{"respondent1.name": "单小山"})
        await person.press("ctrl+s")
        case = office.book.case(office.desk().consultation(kept.id).case or "")
        assert (case.village, case.level_received, case.category) == (
            "v2",
            Level.VILLAGE,
            Category.NEIGHBOURS,
        )
        assert (case.source, case.applied_on, case.summary) == (Source.APPLIED, DAY, asked.question)
        assert case.parties[0].name == "马小龙"
        assert case.parties[0].minor
        said = await person.press("enter")
        assert case.number in said
        assert "F2 转为案件" not in said
        await person.press("enter")
        assert isinstance(person.room, CaseScreen)


async def test_a_kind_left_at_other_and_the_day_of_application_are_asked_again_of_the_case(
    office: Office, tmp_path: Path
) -> None:
    asked = a_question(DAY - timedelta(days=2), village="v2", category=Category.OTHER, adviser="a2")
    kept = office.desk().record_consultation(asked)
    async with sitting(office, tmp_path) as person:
        await person.press(*LIST, "enter", "f2")
        await fill(person, **{"applicant1.name": "马占龙", "respondent1.name": "单小山"})
        assert "必填" in await person.press("ctrl+s")
        await fill(person, category=Category.LAND)
        await person.press("ctrl+s")
        case = office.book.case(office.desk().consultation(kept.id).case or "")
        assert (case.category, case.applied_on) == (Category.LAND, DAY)


async def test_leaving_the_registration_leaves_the_question_a_question(
    office: Office, tmp_path: Path
) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press(*LIST, "down", "enter", "f2")
        await fill(person, **{"respondent1.name": "单小山"})
        assert "再按一次 Esc 放弃" in await person.press("escape")
        await person.press("escape")
        assert isinstance(person.room, QuestionsScreen)
        assert sum(each.case is not None for each in office.book.consultations(Period.year(DAY.year))) == 1


async def test_a_question_is_put_right_with_a_reason_and_keeps_what_is_not_changed(
    office: Office, tmp_path: Path
) -> None:
    async with sitting(office, tmp_path) as person:
        before = latest(office).question
        await person.press(*LIST, "enter", "f4")
        assert "没有改动" in await _saved(person, reason="看错")
        await _saved(person, answer="可以要求拆。")
        assert latest(office).question == before.model_copy(update={"answer": "可以要求拆。"})
        assert "更正  看错" in await person.press("enter")


async def _saved(person: Someone, **answers: object) -> str:
    await fill(person, **answers)
    return await person.press("ctrl+s")


async def test_what_cannot_be_recorded_is_said_at_its_field_and_nothing_is_lost(
    office: Office, tmp_path: Path
) -> None:
    async with sitting(office, tmp_path) as person:
        await person.press("ctrl+g")
        await fill(person, question="问", answer="答", day=DAY.replace(month=7), phone="12")
        said = await person.press("ctrl+s")
        assert "! " in said
        await fill(person, phone="")
        assert "不能晚于今天" in await person.press("ctrl+s")
        await fill(person, day=DAY)
        await person.press("ctrl+s")
        assert latest(office).question.question == "问"


async def test_the_year_before_has_its_own_list(office: Office, tmp_path: Path) -> None:
    async with sitting(office, tmp_path) as person:
        assert "还没有法律咨询" in await person.press(*LIST, "f5")
        assert "2 条" in await person.press("f6")
        assert "已经是最近的了" in await person.press("f6")
