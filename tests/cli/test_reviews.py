"""A whole weekly review on the command line: agenda, opening, decisions, closing, minutes, and next week's first item."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import schema
from tests.builders import TODAY
from tests.cli.conftest import Say
from tests.cli.reporting import refused

FIRST = "（2026）共和民调字第1号"
FRIDAY = TODAY + timedelta(days=4)
NEXT_FRIDAY = FRIDAY + timedelta(days=7)
OPEN = (
    "review",
    "open",
    "--chair",
    "张司法",
    "--present",
    "李玉兰",
    "--absent",
    "马村长",
    "--place",
    "会议室",
)
DECIDE = ("review", "decide", FIRST, "--text", "上门", "--owner", "李玉兰", "--due", FRIDAY)


def told(say: Say, book: str, name: str, *said: object, today: date = FRIDAY) -> Any:
    """What a command prints as JSON, held against its schema."""
    answer = say("--book", book, *said, "--json", today=today)
    assert (answer.code, answer.err) == (0, "")
    values = json.loads(answer.out)
    Draft202012Validator(schema(name)).validate(values)
    return values


def test_a_whole_meeting_and_the_next_ones_first_item(say: Say, book: str, tmp_path: Path) -> None:
    opened = told(say, book, "meeting", *OPEN)
    assert (opened["going_on"], opened["attendance"]["recorder"]) == (True, "王生财")
    assert told(say, book, "decision", *DECIDE)["number"] == FIRST
    assert "会议还没有散会" in say("--book", book, "review", "minutes", today=FRIDAY).out
    closed = told(say, book, "meeting", "review", "close", "--note", "散会")
    assert (closed["id"], closed["closed"]["signer"]) == (opened["id"], "张司法")
    minutes = told(say, book, "minutes", "review", "minutes")
    assert [each["text"] for each in minutes["decisions"]] == ["上门"]
    file = tmp_path / "minutes.docx"
    assert say("--book", book, "review", "minutes", "-o", file, today=FRIDAY).code == 0
    assert file.stat().st_size > 1000
    (listed,) = told(say, book, "meeting-list", "review", "list")
    assert listed == closed
    agenda = told(say, book, "agenda", "review", "agenda", today=NEXT_FRIDAY)
    first = agenda["sections"][0]
    assert first["code"] == "decisions"
    assert [(line["number"], line["seen"]) for line in first["lines"]] == [(FIRST, False)]
    changes = {head["figure"]["column"]: head["change"] for head in agenda["heads"]}
    assert (changes["open"], changes["new"], changes["advice"]) == (0, -4, None)


def test_the_agenda_is_read_village_by_village(say: Say, book: str) -> None:
    shown = say("--book", book, "review", "agenda", today=FRIDAY).out
    assert "新增 4" in shown
    assert shown.index("  上庄村\n") < shown.index("  下河村\n") < shown.index("  共和镇\n")
    assert f"{FIRST}  {TODAY} 登记，依申请" in shown


def test_what_was_looked_at_is_marked_in_the_agenda(say: Say, book: str) -> None:
    told(say, book, "meeting", *OPEN)
    told(say, book, "decision", *DECIDE)
    assert "会上提出：1 项" in say("--book", book, "review", "minutes", today=FRIDAY).out


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (("close",), "没有正在开的会"),
        (("minutes",), "还没有开过会"),
        (("minutes", "--meeting", "nowhere"), "没有这次会议"),
        (("agenda", "--week", NEXT_FRIDAY), "还没有开始"),
        (("open", "--chair", "张司法", "--absent", "张司法"), "又到会又缺席"),
        (("open", "--chair", "张司法", "--on", NEXT_FRIDAY), "不能晚于今天"),
        (DECIDE[1:], "没有正在开的会"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    say: Say, book: str, said: tuple[object, ...], sentence: str
) -> None:
    assert sentence in refused(say("--book", book, "review", *said, today=FRIDAY))
    assert told(say, book, "meeting-list", "review", "list") == []


def test_a_decision_without_owner_or_due_date_asks_for_them(say: Say, book: str) -> None:
    told(say, book, "meeting", *OPEN)
    for missing in ("--owner", "--due"):
        place = DECIDE.index(missing)
        answer = say("--book", book, *DECIDE[:place], *DECIDE[place + 2 :], today=FRIDAY)
        assert answer.code == 2
        assert missing in answer.err


def test_of_two_meetings_that_go_on_one_is_named(say: Say, book: str) -> None:
    ours = told(say, book, "meeting", *OPEN)
    earlier = told(say, book, "meeting", *OPEN, "--week", TODAY - timedelta(days=1), "--on", FRIDAY)
    answer = refused(say("--book", book, "review", "close", today=FRIDAY))
    assert ours["id"] in answer
    assert earlier["id"] in answer
    assert not told(say, book, "meeting", "review", "close", "--meeting", earlier["id"])["going_on"]
    assert told(say, book, "meeting", "review", "close")["id"] == ours["id"]


def test_nobody_has_met_yet(say: Say, book: str) -> None:
    assert say("--book", book, "review", "list").out == "还没有开过会。\n"


def test_without_a_step_the_room_is_opened_in_a_terminal(say: Say, book: str) -> None:
    assert "界面要在终端里打开" in refused(say("--book", book, "review"))
