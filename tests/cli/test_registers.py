"""Rounds and legal questions on the command line."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mediation_tui.cli.registers import adviser_meant
from mediation_tui.cli.schemas import schema
from mediation_tui.errors import MediationError
from mediation_tui.model.people import Person
from mediation_tui.model.vocabulary import Role
from tests.builders import PHONE, TODAY
from tests.cli.conftest import Say
from tests.cli.reporting import refused
from tests.registers import LAST_WEEK

FEBRUARY = ("--from", "2026-02-01", "--to", "2026-03-01")
NEXT_WEEK = TODAY + timedelta(days=7)


def told(say: Say, book: str, name: str, *said: object) -> Any:
    """What a command prints as JSON, held against its schema."""
    answer = say("--book", book, *said, "--json")
    assert (answer.code, answer.err) == (0, "")
    values = json.loads(answer.out)
    Draft202012Validator(schema(name)).validate(values)
    return values


def test_zero_is_reported_with_nothing_but_the_villages_name(say: Say, book: str) -> None:
    answer = say("--book", book, "screening", "zero", "上庄村", today=LAST_WEEK.last)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == f"已记下：上庄村 {LAST_WEEK} 零报告。\n"
    (found,) = told(say, book, "screening-list", "screening", "list", *FEBRUARY)
    assert (found["round"]["zero"], found["round"]["reporter"]) == (True, "王生财")


def test_a_round_names_the_cases_it_found(say: Say, book: str) -> None:
    number = "（2026）共和民调字第1号"
    options = ("--handled", "2", "--households", "40", "--person", "王生财", "--case", number)
    said = told(say, book, "screening", "screening", "report", "上庄村", "--for", LAST_WEEK.first, *options)
    assert said["cases"] == [number]
    assert (said["round"]["handled"], said["round"]["people"]) == (2, ["王生财"])
    listed = say("--book", book, "screening", "list", *FEBRUARY)
    assert number in listed.out
    assert "当场 2、上报 0" in listed.out


def test_the_board_says_who_is_missing_and_never_zero_for_it(say: Say, book: str) -> None:
    say("--book", book, "screening", "zero", "上庄村", "--for", LAST_WEEK.first)
    board = told(say, book, "screening-board", "screening", "board", *FEBRUARY)
    assert board["missing"] == 2
    assert [[mark["answer"] for mark in line["marks"]] for line in board["lines"]] == [
        ["zero"],
        ["missing"],
        ["missing"],
    ]
    shown = say("--book", book, "screening", "board", *FEBRUARY).out
    assert "未报 2 次" in shown
    assert shown.count("零报告") == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (("zero", "别村"), "没有这个村"),
        (("zero", "上庄村", "--for", NEXT_WEEK), "还没有开始"),
        (("report", "上庄村"), "请报零报告"),
        (("report", "上庄村", "--handled", "1", "--case", "9号"), "没有这件案件"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    say: Say, book: str, said: tuple[object, ...], sentence: str
) -> None:
    assert sentence in refused(say("--book", book, "screening", *said))
    assert told(say, book, "screening-list", "screening", "list", *FEBRUARY) == []


QUESTION = ("--question", "墙占了滴水檐怎么办？", "--answer", "先申请调解。", "--category", "邻里")


def test_a_question_is_listed_masked_and_becomes_a_case(say: Say, book: str) -> None:
    asker = ("--village", "上庄村", "--name", "马占龙", "--phone", PHONE, "--how", "电话")
    added = told(say, book, "consultation", "consultation", "add", *QUESTION, *asker)
    assert (added["adviser_name"], added["question"]["channel"]) == ("王生财", "phone")
    assert PHONE not in json.dumps(added)
    march = ("--from", "2026-03-01", "--to", "2026-03-31")
    (found,) = told(say, book, "consultation-list", "consultation", "list", *march)
    assert found == added
    assert PHONE in say("--book", book, "consultation", "list", *march, "--json", "--reveal").out
    become = told(say, book, "consultation", "consultation", "to-case", added["id"], "--respondent", "单小山")
    assert become["number"] == "（2026）共和民调字第5号"
    again = say("--book", book, "consultation", "to-case", added["id"], "--respondent", "单小山")
    assert "不能再转一次" in refused(again)
    assert become["number"] in say("--book", book, "consultation", "list", *march).out


def test_somebody_without_a_name_needs_one_to_become_a_party(say: Say, book: str) -> None:
    added = told(say, book, "consultation", "consultation", "add", *QUESTION, "--village", "上庄村")
    to_case = ("consultation", "to-case", added["id"], "--respondent", "单小山")
    assert "请写明申请方" in refused(say("--book", book, *to_case))
    assert say("--book", book, *to_case, "--applicant", "马占龙").code == 0


def test_an_adviser_is_on_the_roster(say: Say, book: str) -> None:
    answer = say("--book", book, "consultation", "add", *QUESTION, "--adviser", "没有的人")
    assert "名册里没有" in refused(answer)


def test_who_is_not_on_the_roster_names_who_answered(
    say: Say, book: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDIATION_TUI_ACTOR", "root")
    assert "请用 --adviser 写明解答人" in refused(say("--book", book, "consultation", "add", *QUESTION))


def test_of_several_of_a_name_the_one_of_the_askers_village_answered() -> None:
    here, there = (
        Person(id=id_, role=Role.LEGAL_ADVISER, name="徐占珍", village=village)
        for id_, village in (("a1", "v1"), ("a2", "v2"))
    )
    assert adviser_meant((here, there), "徐占珍", "v2") is there
    with pytest.raises(MediationError, match="a1、a2"):
        adviser_meant((here, there), "徐占珍", None)


def test_a_question_is_put_right_and_taken_back(say: Say, book: str) -> None:
    asker = ("--village", "上庄村", "--name", "马占龙", "--minor")
    added = told(say, book, "consultation", "consultation", "add", *QUESTION, *asker)
    reason = (added["id"], "--reason", "听错了")
    changes = ("--answer", "先量一量。", "--name", "", "--adult", "--village", "共和镇")
    found = told(say, book, "consultation", "consultation", "correct", *reason, *changes)["question"]
    assert (found["answer"], found["asker"]["name"], found["asker"]["minor"]) == ("先量一量。", None, False)
    assert (found["village"], found["question"]) == (None, added["question"]["question"])
    assert "没有改动" in refused(say("--book", book, "consultation", "correct", *reason))
    assert told(say, book, "consultation", "consultation", "withdraw", *reason)["withdrawn"]
    assert "已经撤销" in refused(say("--book", book, "consultation", "correct", *reason, *changes))


def test_a_round_is_put_right_by_what_was_wrong_alone_and_taken_back(say: Say, book: str) -> None:
    week = ("上庄村", "--for", LAST_WEEK.first)
    given = told(say, book, "screening", "screening", "report", *week, "--handled", "2", "--person", "王生财")
    assert given["id"] in say("--book", book, "screening", "list", *FEBRUARY).out
    reason = (given["id"], "--reason", "记到别村了")
    right = told(say, book, "screening", "screening", "correct", *reason, "--passed-up", "1")["round"]
    assert right == given["round"] | {"passed_up": 1}
    zero = told(say, book, "screening", "screening", "correct", *reason, "--zero")["round"]
    assert (zero["zero"], zero["handled"], zero["passed_up"]) == (True, 0, 0)
    assert (
        say("--book", book, "screening", "withdraw", *reason).out == f"已撤销：上庄村 {LAST_WEEK} 零报告。\n"
    )
    assert told(say, book, "screening-list", "screening", "list", *FEBRUARY) == []


def test_the_kind_of_dispute_is_asked_where_the_question_left_it_open(say: Say, book: str) -> None:
    question = (
        *QUESTION[:-1],
        "其他",
        "--village",
        "上庄村",
        "--name",
        "马占龙",
        "--on",
        TODAY - timedelta(9),
    )
    added = told(say, book, "consultation", "consultation", "add", *question)
    to_case = ("consultation", "to-case", added["id"], "--respondent", "单小山")
    assert "请写明纠纷类别" in refused(say("--book", book, *to_case))
    number = told(say, book, "consultation", *to_case, "--category", "邻里")["number"]
    listed = json.loads(say("--book", book, "case", "list", "--json").out)
    (case,) = (each for each in listed if each["number"] == number)
    assert (case["category"], case["applied_on"]) == ("neighbours", str(TODAY))
