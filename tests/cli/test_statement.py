from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from mediation_tui.cli.schemas import schema
from tests.cli.conftest import Say

MARCH = ("report", "statement", "--from", "2026-03-01", "--to", "2026-03-31")


def test_the_statement_as_json_names_the_cases_behind_every_figure(say: Say, book: str) -> None:
    said = say("--book", book, *MARCH, "--json")
    statement = json.loads(said.out)
    Draft202012Validator(schema("statement")).validate(statement)
    figures = {figure["column"]: figure for figure in statement["total"]["figures"]}
    assert {name: figures[name]["n"] for name in ("received", "by_grid", "to_court", "open")} == {
        "received": 4,
        "by_grid": 1,
        "to_court": 1,
        "open": 2,
    }
    assert all(len(figure["cases"]) == figure["n"] for figure in figures.values())


@pytest.mark.parametrize(
    ("by", "name"), [("village", "上庄村"), ("网格", "上庄村·二网格"), ("category", "山林土地")]
)
def test_lines_are_villages_grids_or_categories(say: Say, book: str, by: str, name: str) -> None:
    assert name in say("--book", book, *MARCH, "--by", by).out


def test_the_table_is_explained_by_formulas_and_case_numbers(say: Say, book: str) -> None:
    out = say("--book", book, *MARCH, "--explain").out
    assert "小事不出村率 乙 50.0 %（1/2） ＝ 网格、村级化解 ÷ 全部调结" in out
    assert "计入分母、未计入分子：（2026）共和民调字第2号" in out
    assert "网格化解 1：（2026）共和民调字第1号" in out


def test_csv_goes_to_stdout_and_xlsx_to_the_file_its_name_says(say: Say, book: str, tmp_path: Path) -> None:
    assert "上庄村,0,2,0,1,0" in say("--book", book, *MARCH, "--format", "csv").out
    file = tmp_path / "三月.xlsx"
    assert say("--book", book, *MARCH, "-o", file).out == f"已写成：{file}\n"
    assert len(load_workbook(file).worksheets) == 2


def test_a_file_that_exists_is_kept_unless_told_otherwise(say: Say, book: str, tmp_path: Path) -> None:
    file = tmp_path / "march.json"
    file.write_text("mine")
    refused = say("--book", book, *MARCH, "-o", file)
    assert refused.code == 1
    assert "没有覆盖" in refused.err
    assert file.read_text() == "mine"
    assert say("--book", book, *MARCH, "-o", file, "--overwrite").code == 0
    assert json.loads(file.read_text())["town"] == "共和镇"


@pytest.mark.parametrize("options", [["--format", "xlsx"], ["--format", "table", "-o", "x.txt"]])
def test_a_format_that_does_not_fit_where_it_should_go_is_misuse(
    say: Say, book: str, options: list[str]
) -> None:
    assert say("--book", book, *MARCH, *options).code == 2


def test_a_period_still_to_come_has_no_statement(say: Say, book: str) -> None:
    said = say("--book", book, "report", "statement", "--from", "2027-01-01", "--to", "2027-12-31")
    assert said.code == 1
    assert said.err.endswith("还没有开始\n")
