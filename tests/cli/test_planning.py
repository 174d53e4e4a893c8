"""`calendar` and `weeksheet`: what lies ahead, as files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import icalendar
import pytest
from docx import Document
from openpyxl import load_workbook

from mediation_tui.cli.codes import MISUSED, PROBLEM
from tests.builders import TODAY
from tests.cli.conftest import Say
from tests.cli.reporting import refused

MARCH = ("--from", "2026-03-01", "--to", "2026-03-31")


def entries(path: Path) -> list[tuple[date, str]]:
    """Each entry's day and what it says it is."""
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return [(each.decoded("DTSTART"), str(each["SUMMARY"])) for each in events]


def test_a_months_limits_become_a_calendar(say: Say, book: str, tmp_path: Path) -> None:
    path = tmp_path / "三月.ics"
    answer = say("--book", book, "calendar", *MARCH, "-o", path)
    assert (answer.code, answer.err) == (0, "")
    found = entries(path)
    assert answer.out == f"已写成：{path}（{len(found)} 项）\n"
    assert found == sorted(found)
    assert (date(2026, 3, 11), "第1期履行 · 上庄村 · （2026）共和民调字第1号") in found
    assert "马占龙" not in path.read_text("utf-8").replace("\n ", "")


def test_a_village_has_a_calendar_of_its_own(say: Say, book: str, tmp_path: Path) -> None:
    path = tmp_path / "村.ics"
    assert say("--book", book, "calendar", *MARCH, "--village", "上庄村", "-o", path).code == 0
    assert {said.split(" · ")[1] for _day, said in entries(path)} == {"上庄村"}
    assert (
        say("--book", book, "calendar", *MARCH, "--mediator", "李玉兰", "-o", path, "--overwrite").code == 0
    )
    assert entries(path) == []


@pytest.mark.parametrize(
    ("said", "code", "sentence"),
    [
        (("calendar", *MARCH, "-o", "三月.txt"), MISUSED, "以 .ics 结尾"),
        (("calendar", "--from", "2026-03-31", "--to", "2026-03-01", "-o", "三月.ics"), PROBLEM, "早于开始"),
        (("calendar", *MARCH, "--village", "别村", "-o", "三月.ics"), PROBLEM, "没有这个村"),
        (("calendar", *MARCH, "--mediator", "谁", "-o", "三月.ics"), PROBLEM, "名册里没有"),
        (("weeksheet", "--week", TODAY, "-o", "周.csv"), MISUSED, "以 .xlsx 或 .docx 结尾"),
        (("weeksheet", "--week", TODAY, "--village", "别村", "-o", "周.xlsx"), PROBLEM, "没有这个村"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    say: Say,
    book: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: tuple[object, ...],
    code: int,
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert sentence in refused(say("--book", book, *said), code)
    assert not list(tmp_path.glob("*.ics")) + list(tmp_path.glob("周*"))


def test_a_file_that_is_there_stays_unless_it_is_said(say: Say, book: str, tmp_path: Path) -> None:
    path = tmp_path / "周.xlsx"
    path.write_text("别人的")
    assert "没有覆盖" in refused(say("--book", book, "weeksheet", "--week", TODAY, "-o", path))
    assert say("--book", book, "weeksheet", "--week", TODAY, "-o", path, "--overwrite").code == 0
    assert load_workbook(path).sheetnames == ["上庄村", "下河村", "南坡社区", "共和镇（镇级）"]


def test_one_villages_week_is_one_page_of_words(say: Say, book: str, tmp_path: Path) -> None:
    path = tmp_path / "周.docx"
    assert (
        say("--book", book, "weeksheet", "--week", "2026-03-11", "--village", "上庄村", "-o", path).code == 0
    )
    document = Document(str(path))
    assert document.paragraphs[0].text == "上庄村周工作表（2026-03-09 – 2026-03-15）"
    (table,) = document.tables
    due = [[cell.text for cell in row.cells][:3] for row in table.rows if row.cells[1].text == "第1期履行"]
    assert due == [["3月11日 周三", "第1期履行", "（2026）共和民调字第1号"]]
