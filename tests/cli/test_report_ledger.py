"""The ledger as a report: one line for each case in hand, and everything by which the figures can be counted again."""

from __future__ import annotations

import csv

import pytest

from mediation_tui.papers.ledger.columns import COLUMNS, masked
from tests.cli.conftest import Say
from tests.cli.reporting import ask, quarter_book, values


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> str:
    return quarter_book(tmp_path_factory.mktemp("quarter"))


def test_the_statement_can_be_counted_again_from_the_ledger(say: Say, quarter: str) -> None:
    cases = values(say, quarter, "ledger")
    figures = values(say, quarter, "statement")["total"]["figures"]
    said = {figure["column"]: figure["cases"] for figure in figures}
    agreed = [case for case in cases if case["outcome"] == "agreed"]
    by_level = {"by_grid": "grid", "by_village": "village", "by_town": "town", "by_county": "county"}
    for column, level in by_level.items():
        counted = [case["id"] for case in agreed if case["level_resolved"] == level]
        assert sorted(counted) == said[column]
    assert sorted(case["id"] for case in cases if case["void_on"]) == said["void"]
    assert (
        sorted(case["id"] for case in cases if not (case["concluded_on"] or case["void_on"])) == said["open"]
    )
    assert len(cases) == len(said["carried"]) + len(said["received"]) + len(said["reopened"])


def test_a_line_of_the_sheet_says_what_a_recount_needs(say: Say, quarter: str) -> None:
    out = ask(say, quarter, "ledger", "--format", "csv").out
    heads, *rows = csv.reader(out.splitlines())
    assert heads == ["序号", *(column.heading for column in COLUMNS)]
    third = dict(zip(heads, next(row for row in rows if "第2号" in row[1]), strict=True))
    assert third["当事人"] == "马某 ↔ 单某"
    assert (third["村（社区）"], third["网格"], third["调委会"]) == (
        "上庄村",
        "一网格",
        "上庄村人民调解委员会",
    )
    assert (third["化解层级"], third["结果"], third["状态"]) == ("网格", "达成协议", "达成协议")
    assert (third["登记日期"], third["调结日期"], third["结案日期"]) == ("2026-05-06", "2026-05-06", "—")
    assert "共 10 件：期内在手的，作废的也列出。" in out


def test_a_ledger_of_the_past_lists_what_was_known_then(say: Say, quarter: str) -> None:
    then = values(say, quarter, "ledger", "--as-of", "2026-05-31")
    assert len(then) == 9
    assert {case["registered_on"] for case in then} == {"2026-03-02", "2026-05-06"}


def test_there_is_nothing_to_explain_in_a_list(say: Say, quarter: str) -> None:
    assert ask(say, quarter, "ledger", "--explain").code == 2


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("马占龙 ↔ 单小山", "马某 ↔ 单某"),
        ("马占龙、王五 ↔ 湟水商贸公司", "马某、王某 ↔ 湟某"),
        ("马占龙", "马某"),
        ("", ""),
    ],
)
def test_nobody_is_named_in_full(names: str, shown: str) -> None:
    assert masked(names) == shown
