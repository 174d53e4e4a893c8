from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import schema
from tests.builders import HOME, ID_NUMBER, PHONE
from tests.cli.conftest import Say

PERSONAL = (PHONE, ID_NUMBER, HOME)


@pytest.mark.parametrize(
    "number", ["（2026）共和民调字第1号", "(2026)共和民调字第001号", "[2026]共和民调字第１号"]
)
def test_a_case_is_found_however_its_number_is_written(say: Say, book: str, number: str) -> None:
    said = say("--book", book, "case", "show", number)
    assert said.code == 0
    assert said.out.startswith("（2026）共和民调字第1号  邻里  履行中")


def test_a_case_tells_where_it_stands_who_is_in_it_and_what_is_due(say: Say, book: str) -> None:
    out = say("--book", book, "case", "show", "(2026)共和民调字第1号").out
    for words in ("上庄村·一网格", "申请方  马占龙", "因排水沟堵塞起争执。", "还有 9 天", "登记  王生财"):
        assert words in out


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_personal_facts_are_masked_unless_asked_for(say: Say, book: str, form: list[str]) -> None:
    show = ("--book", book, "case", "show", "(2026)共和民调字第1号", *form)
    masked, revealed = say(*show).out, say(*show, "--reveal").out
    assert "138****5678" in masked
    assert not any(text in masked for text in PERSONAL)
    assert all(text in revealed for text in PERSONAL)


@pytest.mark.parametrize("reveal", [[], ["--reveal"]])
def test_a_case_as_json_keeps_to_its_schema(say: Say, book: str, reveal: list[str]) -> None:
    said = say("--book", book, "case", "show", "(2026)共和民调字第2号", "--json", *reveal)
    shown = json.loads(said.out)
    Draft202012Validator(schema("case-show")).validate(shown)
    assert shown["facts"]["state"] == "failed"
    assert shown["case"]["parties"][0]["name"] == "马占龙"


def test_a_number_nobody_gave_is_said_to_be_unknown(say: Say, book: str) -> None:
    assert say("--book", book, "case", "show", "999") == (1, "", "没有这件案件：999。\n")
