from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import schema
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING
from tests.builders import TODAY
from tests.cli.conftest import Say


def listed(say: Say, book: str, *options: object, **day: Any) -> list[dict[str, Any]]:
    said = say("--book", book, "case", "list", "--json", *options, **day)
    assert (said.code, said.err) == (0, "")
    cases: list[dict[str, Any]] = json.loads(said.out)
    return cases


def test_the_list_is_one_array_of_all_facts_with_the_names_of_places(say: Say, book: str) -> None:
    cases = listed(say, book)
    Draft202012Validator(schema("case-list")).validate(cases)
    assert [case["village_name"] for case in cases] == ["上庄村", "下河村", "上庄村", ""]
    assert [case["grid_name"] for case in cases] == ["一网格", "一网格", "二网格", ""]
    assert cases[3]["committee_name"] == "共和镇人民调解委员会"
    assert cases[1]["exit"] == "court"
    assert cases[0]["performance_due"] == (TODAY + timedelta(days=9)).isoformat()


def test_the_list_says_exactly_what_the_book_says(say: Say, book: str) -> None:
    opened = EmbeddedBook(Path(book))
    facts = [facts.model_dump(mode="json") for facts in opened.facts(EVERYTHING)]
    opened.close()
    names = {"village_name", "grid_name", "committee_name"}
    assert [{k: v for k, v in case.items() if k not in names} for case in listed(say, book)] == facts


@pytest.mark.parametrize(
    ("options", "serials"),
    [
        (["--village", "上庄村"], [1, 3]),
        (["--village", "上庄大队"], [1, 3]),
        (["--village", "v2"], [2]),
        (["--village", "共和镇"], [4]),
        (["--grid", "二网格"], [3]),
        (["--village", "下河村", "--grid", "一网格"], [2]),
        (["--grid", "g1"], [1]),
        (["--state", "failed"], [2]),
        (["--state", "履行中", "--state", "failed"], [1, 2]),
        (["--category", "山林土地"], [2]),
        (["--source", "found"], []),
        (["--open"], [1, 2, 3, 4]),
        (["--text", "zlm"], []),
        (["--text", "mzl"], [1, 2, 3, 4]),
        (["--from", TODAY, "--to", "今天"], [1, 2, 3, 4]),
        (["--from", TODAY + timedelta(days=1)], []),
        (["--basis", "concluded_on", "--to", TODAY], [1, 2]),
    ],
)
def test_each_option_chooses_its_cases(
    say: Say, book: str, options: list[object], serials: list[int]
) -> None:
    assert [case["serial"] for case in listed(say, book, *options)] == serials


def test_overdue_counts_from_the_office_s_today(say: Say, book: str) -> None:
    assert listed(say, book, "--overdue") == []
    assert 1 in [case["serial"] for case in listed(say, book, "--overdue", today=TODAY + timedelta(days=10))]


def test_the_table_has_a_line_for_each_case_and_counts_them(say: Say, book: str) -> None:
    said = say("--book", book, "case", "list", "--village", "上庄村")
    assert "村:上庄村" in said.out
    assert "上庄村·二网格" in said.out
    assert "还有 9 天" in said.out
    assert said.out.rstrip().endswith("共 2 件")


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (["--village", "无此村"], 1, "本镇没有这个村（社区）：无此村。"),
        (["--grid", "一网格"], 1, "不止一个村有“一网格”，请同时写 --village。"),
        (["--grid", "九网格"], 1, "没有这个网格：九网格。"),
        (["--open", "--state", "failed"], 2, "--open 和 --state 只能写一个"),
        (["--state", "nowhere"], 2, "不认识“nowhere”"),
        (["--from", "2026-02-30"], 2, "没有 2026 年 2 月 30 日这一天"),
        (["--from", "2026-02-02", "--to", "2026-02-01"], 1, "早于开始"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(
    say: Say, book: str, options: list[str], code: int, sentence: str
) -> None:
    said = say("--book", book, "case", "list", *options)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1
