"""The comparison as it leaves: each place beside its own past, drawn where there are disputes enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import schema
from mediation_tui.figures.comparing import compared_statement
from mediation_tui.figures.earlier import began_on
from mediation_tui.figures.figure import Ratio
from mediation_tui.figures.lines import By
from mediation_tui.figures.records import Present
from mediation_tui.model.period import Period
from mediation_tui.papers.chart import ChartKind
from mediation_tui.papers.comparison import sheet
from mediation_tui.papers.comparison.paper import comparison_paper
from mediation_tui.papers.delimited import csv_lines
from mediation_tui.papers.paper import Paper
from tests.builders import Office
from tests.papers.quarter import in_english, letter, rows, workbook
from tests.ui.figuresroom import an_office_with_a_past

_STAYED = "小事不出村率"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = an_office_with_a_past(tmp_path_factory.mktemp("past"))
    yield office
    office.book.close()


def paper(office: Office, by: By = By.VILLAGE) -> Paper:
    records, began = Present(office.book, office.clock), began_on(office.book)
    found = compared_statement(records, Period.quarter(2026, 2), began, by)
    return comparison_paper(found, office.book.town, prepared_on=office.clock.today())


def test_a_place_stands_beside_last_year_and_its_own_periods_in_the_town_s_order(office: Office) -> None:
    lines = {row.cells[:2]: row.cells[2:] for row in paper(office).sheet.rows}
    names = [name for reach, name in lines if reach == _STAYED]
    assert names == ["上庄村", "下河村", "南坡社区", "镇级直接受理", "合计"]
    assert lines[_STAYED, "上庄村"] == (
        Ratio(10, 13), Ratio(9, 12), Ratio(9, 12), None, None, Ratio(10, 11),
    )  # fmt: skip
    assert lines[_STAYED, "下河村"] == (Ratio(1, 2), None, None, None, None, None)
    assert lines["大事不出镇率", "合计"][:2] == (Ratio(11, 15), Ratio(9, 12))


def test_a_workbook_has_the_table_the_course_and_the_cases_each_with_its_chart(
    office: Office, tmp_path: Path
) -> None:
    book = workbook(paper(office), tmp_path)
    assert book.sheetnames == ["对比", "走势", "明细"]
    assert [len(sheet._charts) for sheet in book.worksheets] == [1, 1, 0]
    lines = rows(book["走势"])
    assert [line[0] for line in lines if "季度" in str(line[0])] == [
        "2025年2季度", "2025年3季度", "2025年4季度", "2026年1季度", "2026年2季度",
    ]  # fmt: skip


def test_only_places_with_disputes_enough_both_times_are_drawn(office: Office) -> None:
    made = paper(office)
    (chart,) = made.sheet.charts
    assert (chart.kind, chart.columns) == (ChartKind.BAR, (2, 3))
    assert [made.sheet.rows[row].cells[1] for row in chart.rows or ()] == ["上庄村"]
    course = made.behind[0]
    (line,) = course.charts
    assert line.kind is ChartKind.LINE
    assert [course.rows[row].cells[0] for row in line.rows or ()] == [
        "2025年2季度", "2026年1季度", "2026年2季度",
    ]  # fmt: skip


def test_the_details_name_every_case_of_both_periods_and_come_to_the_same_shares(office: Office) -> None:
    made = paper(office)
    details = [row.cells for row in made.behind[1].rows]
    now = [cells for cells in details if cells[1:3] == ("2026年2季度", "上庄村")]
    assert (sum(cells[4] == 1 for cells in now), len(now)) == (10, 13)
    then = [cells for cells in details if cells[1] == "2025-04-01 – 2025-06-24"]
    assert (sum(cells[4] == 1 for cells in then), len(then)) == (9, 12)
    assert len({cells[3] for cells in details}) == len(details) == 15 + 12


def test_programs_find_every_share_of_every_period_with_its_cases(office: Office) -> None:
    for by in By:
        said = paper(office, by).values()
        Draft202012Validator(schema("comparison")).validate(said)
        assert len(said["total"]["shares"][0]["earlier"]) == 4
    said = paper(office).values()
    village = said["lines"][0]["shares"][0]
    assert (village["now"]["share"]["numerator"], village["now"]["share"]["denominator"]) == (10, 13)
    assert village["now"]["comparable"]
    assert not said["lines"][1]["shares"][0]["now"]["comparable"]
    behind = {
        case
        for share in said["total"]["shares"]
        for case in share["earlier"][0]["share"]["denominator_cases"]
    }
    assert len(behind) == 12
    assert behind <= said["numbers"].keys()


def test_the_text_says_that_places_are_not_compared_to_each_other(office: Office) -> None:
    text = "".join(csv_lines(paper(office).sheet))
    assert "只同自己的过去比" in text
    assert "76.9 %（10/13）" in text
    assert "÷ 全部调结" in text


def test_a_letter_hands_the_comparison_in_as_an_attachment(office: Office, tmp_path: Path) -> None:
    said = [paragraph.text for paragraph in letter(paper(office), tmp_path).paragraphs]
    assert any("调结 15 件" in text for text in said)


def test_a_book_that_has_just_begun_is_compared_to_nothing(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, date(2026, 6, 24))
    made = paper(office)
    assert made.sheet.charts == made.behind[0].charts == ()
    assert made.behind[1].rows == ()
    assert {row.cells[2:] for row in made.sheet.rows} == {(None, None)}
    office.book.close()


def test_the_comparison_comes_in_english_too(office: Office, tmp_path: Path) -> None:
    with in_english():
        lines = rows(workbook(paper(office), tmp_path).worksheets[0])
    assert any("76.9 % (10/13)" in line for line in lines)


def test_many_places_are_drawn_a_few_to_a_chart_and_each_once(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "_twice_enough", lambda compared, line: line.place is not None)
    monkeypatch.setattr(sheet, "_TOGETHER", 3)
    charts = paper(office).sheet.charts
    assert [chart.rows for chart in charts] == [(0, 1, 2), (3,)]
    assert len({chart.title for chart in charts}) == 1
    monkeypatch.setattr(sheet, "MOST", 3)
    assert paper(office).sheet.charts == ()
