"""Measures and questions as they leave: each number with how it is made, each question with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import schema
from mediation_tui.figures.measures import Scope, read_measures
from mediation_tui.figures.records import Present
from mediation_tui.papers.measures.paper import measures_sheet, scope_phrase
from tests.builders import Office
from tests.figures.known import DAY, QUARTER, a_quarter
from tests.papers.quarter import in_english, letter, measures, rows, workbook


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


def test_every_measure_has_a_line_with_its_number_its_unit_and_how_it_is_made(
    office: Office, tmp_path: Path
) -> None:
    lines = rows(workbook(measures(office), tmp_path)["指标"])
    assert lines[0] == ["共和镇2026年2季度矛盾纠纷调解质量情况"]
    assert ["方面", "指标", "数字", "计量单位", "怎么算", "按什么日期"] in [
        [str(cell).replace("\n", "") for cell in line] for line in lines
    ]
    said = {line[1]: line[2] for line in lines if len(line) == 6}
    assert (said["期初未结"], said["新收"], said["调结"], said["作废"], said["期末未结"]) == (1, 9, 7, 1, 2)
    assert said["调结率"] == "87.5 %（7/8）"
    assert (said["达成率"], said["积压率"]) == ("83.3 %（5/6）", "50.0 %（1/2）")
    assert said["解答法律咨询"] == "—"
    assert all(line[4] and line[5] for line in lines if len(line) == 6)


def test_what_the_measures_guard_against_is_said_below_them(office: Office) -> None:
    sheet = measures(office).sheet
    assert any("件数不足 10 的比率" in note for note in sheet.notes)
    assert any("中位数" in note for note in sheet.notes)


def test_programs_find_each_measure_by_its_id_with_its_cases(office: Office) -> None:
    said = measures(office).values()
    Draft202012Validator(schema("measures")).validate(said)
    found = {figure["column"]: figure for group in said["groups"] for figure in group["figures"]}
    assert found["open_longer"]["value"] == len(found["open_longer"]["cases"]) == 1
    assert (found["backlog"]["numerator"], found["backlog"]["denominator"]) == (1, 2)


def test_the_age_of_what_is_open_is_drawn_and_nothing_where_nothing_is(
    office: Office, tmp_path: Path
) -> None:
    sheet = measures(office).sheet
    (chart,) = sheet.charts
    drawn = [sheet.rows[row].cells[1] for row in chart.rows or ()]
    assert drawn == ["0–7 天", "8–15 天", "16–30 天", "31–60 天", "61 天以上", "尚未受理"]
    assert (chart.categories, chart.columns) == (1, (2,))
    empty = Office.opened(tmp_path, DAY)
    assert measures(empty).sheet.charts == ()
    empty.book.close()


def test_a_letter_has_the_numbers_without_the_formulas(office: Office, tmp_path: Path) -> None:
    (table,) = letter(measures(office), tmp_path).tables
    heads = [cell.text.replace("\n", "") for cell in table.rows[0].cells]
    assert heads == ["方面", "指标", "数字", "计量单位"]
    assert len(table.rows) == 1 + len(measures(office).sheet.rows)


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        (Scope(), "共和镇"),
        (Scope("v1"), "上庄村"),
        (Scope("v1", "g2"), "上庄村·二网格"),
        (Scope(""), "镇级直接受理"),
    ],
)
def test_the_title_names_the_place(office: Office, scope: Scope, name: str) -> None:
    assert str(scope_phrase(scope, office.book.town)) == name
    found = read_measures(Present(office.book, office.clock), QUARTER, scope)
    assert measures_sheet(found, office.book.town).title.startswith(f"{name}2026年2季度")


def test_measures_come_in_english_too(office: Office, tmp_path: Path) -> None:
    with in_english():
        lines = rows(workbook(measures(office), tmp_path).worksheets[0])
    assert lines[1][0] == "Reported by (seal): 共和镇司法所"
    assert [line for line in lines[2:] if "的" in "".join(map(str, line))] == []
