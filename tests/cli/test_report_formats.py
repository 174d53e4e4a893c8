"""Every report comes on the screen and as a file, in both languages; what is in the way is said in one sentence."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.builders import PARTIES
from tests.cli.conftest import Say
from tests.cli.reporting import SCHEMAS, ask, quarter_book, refused, values

EVERY = pytest.mark.parametrize("report", [*SCHEMAS, "table ministry", "statement --by category"])


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> str:
    return quarter_book(tmp_path_factory.mktemp("quarter"))


@EVERY
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_report_reads_on_the_screen(say: Say, quarter: str, report: str, language: str) -> None:
    said = ask(say, quarter, report, "--format", "table")
    english = say("--book", quarter, "--lang", "en", "report", *report.split(), *said_period())
    for shown in (said, english):
        assert (shown.code, shown.err) == (0, "")
        assert "共和镇" in shown.out.splitlines()[0]
    assert said.out != english.out


def said_period() -> tuple[str, ...]:
    return ("--from", "2026-01-01", "--to", "2026-03-02")


@EVERY
def test_every_report_comes_as_json_that_keeps_to_its_schema(say: Say, quarter: str, report: str) -> None:
    assert values(say, quarter, report)


@EVERY
def test_every_report_is_saved_in_every_form_by_its_file_s_name(
    say: Say, quarter: str, report: str, tmp_path: Path
) -> None:
    for ending in ("xlsx", "csv", "json", "docx"):
        file = tmp_path / f"报表.{ending}"
        assert ask(say, quarter, report, "-o", file) == (0, f"已写成：{file}\n", "")
    tabs = load_workbook(tmp_path / "报表.xlsx").worksheets
    assert all(tab.sheet_state == "visible" for tab in tabs)
    assert "共和镇" in tabs[0]["A1"].value
    raw = (tmp_path / "报表.csv").read_bytes()
    assert raw.startswith("\ufeff".encode())
    assert len(list(csv.reader(raw.decode("utf-8-sig").splitlines()))) > 2
    assert json.loads((tmp_path / "报表.json").read_text("utf-8"))
    assert any("共和镇" in paragraph.text for paragraph in Document(str(tmp_path / "报表.docx")).paragraphs)


@EVERY
def test_no_report_names_anybody(say: Say, quarter: str, report: str) -> None:
    for form in ("table", "csv", "json"):
        out = ask(say, quarter, report, "--format", form).out
        assert [party.name for party in PARTIES if str(party.name) in out] == []


def test_a_form_that_nobody_could_guess_is_asked_for(say: Say, quarter: str, tmp_path: Path) -> None:
    for name in ("报表.pdf", "报表"):
        sentence = refused(ask(say, quarter, "ministry", "-o", tmp_path / name), code=2)
        assert "xlsx、csv、json、docx" in sentence
    assert list(tmp_path.iterdir()) == []
    assert ask(say, quarter, "ministry", "--format", "csv", "-o", tmp_path / "报表").code == 0


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_a_file_s_form_is_not_for_the_screen(say: Say, quarter: str, form: str) -> None:
    assert "-o" in refused(ask(say, quarter, "county", "--format", form), code=2)


def test_a_file_that_is_there_is_kept_unless_told_otherwise(say: Say, quarter: str, tmp_path: Path) -> None:
    for ending in ("xlsx", "csv", "json", "docx"):
        file = tmp_path / f"报表.{ending}"
        file.write_text("我的", "utf-8")
        assert "没有覆盖" in refused(ask(say, quarter, "annual", "-o", file))
        assert file.read_text("utf-8") == "我的"
        assert ask(say, quarter, "annual", "-o", file, "--overwrite").code == 0
        assert file.stat().st_size > 100


def test_a_folder_that_is_not_there_is_named(say: Say, quarter: str, tmp_path: Path) -> None:
    assert "没有这个文件夹" in refused(ask(say, quarter, "balance", "-o", tmp_path / "无" / "报表.csv"))


def test_the_annual_letter_is_addressed_and_every_number_in_it_has_a_note(
    say: Say, quarter: str, tmp_path: Path
) -> None:
    file = tmp_path / "年报.docx"
    assert ask(say, quarter, "annual", "-o", file, "--addressee", "湟中区司法局").code == 0
    assert "湟中区司法局：" in [paragraph.text for paragraph in Document(str(file)).paragraphs]
    said = values(say, quarter, "annual")
    for number in range(1, len(said["figures"]) + 1):
        assert f"[{number}]" in "".join(said["paragraphs"])
