"""The minutes: who sat together, the numbers they signed, what they looked at and decided, and where they sign."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.model.events import DecisionMade
from mediation_tui.model.meeting import HeadNumber, SeenLine
from mediation_tui.papers.minutes.paper import minutes_paper
from mediation_tui.papers.paper import Paper
from mediation_tui.papers.plain import plain_lines
from mediation_tui.review.deciding import decide
from mediation_tui.review.minutes import read_minutes
from tests.builders import TODAY, Office
from tests.papers.letters import Written
from tests.registers import WEEK, attendance

NUMBERS = (
    HeadNumber(code="open", name="在办", text="7", value=7),
    HeadNumber(code="missing", name="未报排查", text="—", value=None),
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office.opened(tmp_path)
    yield office
    office.book.close()


def paper(office: Office, meeting: str) -> Paper:
    now = SetClock.on(TODAY)
    return minutes_paper(read_minutes(office.book, now, meeting), now.now())


def met(office: Office, *, closed: bool = True) -> str:
    """A meeting that looked at two cases and a village and decided on one."""
    case, other, desk = office.walk(), office.walk(), office.desk()
    who = attendance(present=["李玉兰", "马村长"], absent=["王生财"])
    meeting = desk.open_meeting(WEEK, who, place="会议室").id
    for line in (
        SeenLine(section="new", case=case.id),
        SeenLine(section="new", case=other.id),
        SeenLine(section="missing", place="g1"),
        SeenLine(section="called otherwise once", place="v2"),
    ):
        desk.mark_seen(meeting, line)
    decision = DecisionMade(text="包案到人", owner="王生财", due=TODAY + timedelta(days=3))
    decide(desk, meeting, case.id, decision)
    if closed:
        desk.close_meeting(meeting, NUMBERS, "张司法", "下周一再会")
    return meeting


def test_the_minutes_read_as_a_recorder_would_write_them(office: Office) -> None:
    assert "\n".join(paper(office, met(office)).reading) == "\n".join(
        (
            "共和镇矛盾纠纷周研判会议记录（2026年第10周）",
            "",
            "时间：2026-03-02",
            "地点：会议室",
            "主持人：张司法",
            "参会人员：李玉兰、马村长",
            "缺席人员：王生财",
            "记录人：李玉兰",
            "",
            "2026-03-02 – 2026-03-08：在办 7，未报排查 —。",
            "",
            "本周新增：2 项",
            "排查未报：1 项",
            "会上提出：1 项",
            "",
            "研判意见",
            "1. （2026）共和民调字第1号（上庄村）：包案到人。承办人：王生财；完成时限：2026-03-05。",
            "",
            "本记录的数字由张司法核定。",
            "备注：下周一再会",
            "主持人（签名）：",
            "记录人（签名）：",
            "参会人员（签名）：",
        )
    )


def test_the_letter_says_the_same_and_leaves_room_to_sign(office: Office, tmp_path: Path) -> None:
    made = paper(office, met(office))
    letter = made.letter()
    said = [paragraph.text for paragraph in letter.body]
    assert [text for text in made.reading if text.endswith("（签名）：")] == said[-3:]
    assert (letter.signer_unit, letter.dated) == ("共和镇司法所", TODAY)
    assert {"地点：会议室", "缺席人员：王生财"} <= set(said)
    Written(tmp_path, letter)


def test_while_the_meeting_goes_on_they_are_a_draft_with_the_numbers_of_now(office: Office) -> None:
    meeting = met(office, closed=False)
    made = paper(office, meeting)
    assert "会议还没有散会，以下是草稿。" in made.reading
    assert any("新增 2" in line for line in made.reading)
    assert not made.values()["closed"]


def test_what_programs_get_names_cases_and_places(office: Office) -> None:
    values = paper(office, met(office)).values()
    assert [(each["section"], each["places"]) for each in values["looked"]] == [
        ("new", []),
        ("missing", ["上庄村一网格"]),
        ("raised", ["下河村"]),
    ]
    (decision,) = values["decisions"]
    assert (decision["owner"], decision["due"], decision["village"]) == ("王生财", "2026-03-05", "上庄村")


def test_the_decisions_are_a_table_too(office: Office) -> None:
    table = "\n".join(plain_lines(paper(office, met(office)).sheet))
    assert "包案到人" in table
    assert "缺席人员：王生财" in table


def test_a_meeting_that_decided_nothing_says_so(office: Office) -> None:
    meeting = office.desk().open_meeting(WEEK, attendance()).id
    office.desk().close_meeting(meeting, (), "张司法")
    made = paper(office, meeting)
    assert {"没有逐项研判。", "没有作出研判意见。"} <= set(made.reading)
    assert "没有作出研判意见。" in [paragraph.text for paragraph in made.letter().body]
