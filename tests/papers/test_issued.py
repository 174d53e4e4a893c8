"""A signed report as it is printed again: as it was signed, with its way below, and what came late on its own sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from mediation_tui.cli.schemas import schema
from mediation_tui.figures.issued.freezing import STATEMENT
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.tables.reading import shipped_table, shipped_tables
from mediation_tui.model.reporting import Report
from mediation_tui.papers.cells import text_of
from mediation_tui.papers.issued.paper import changes_paper, issued_paper
from mediation_tui.papers.official.paper import table_paper
from mediation_tui.papers.paper import Paper, PaperFormat, save_paper
from mediation_tui.papers.statement import statement_sheet
from mediation_tui.rules.registers import REPORTS
from tests.builders import an_agreement, an_entry
from tests.figures.known import QUARTER
from tests.figures.signing import JUNE, LATER, SIGNED_ON, Signing, the_office
from tests.papers.quarter import in_english, letter, rows, workbook

TITLE = "共和镇小事不出村、大事不出镇情况统计表（2026年2季度）"


@pytest.fixture
def signing(tmp_path: Path) -> Iterator[Signing]:
    with the_office(tmp_path) as opened:
        yield opened


def paper_of(signing: Signing, report: Report) -> Paper:
    book = signing.office.book
    return issued_paper(book.steps(REPORTS, report.id), book.people, prepared_on=LATER)


def test_a_signed_report_is_printed_with_its_signatures_and_its_way(signing: Signing, tmp_path: Path) -> None:
    report = signing.sign()
    signing.office.desk().submit_report(report.id, "报县局")
    book = workbook(paper_of(signing, report), tmp_path)
    assert book.sheetnames == ["统计表", "明细"]
    lines = rows(book["统计表"])
    assert lines[0] == [TITLE]
    assert lines[1] == ["填报单位（盖章）：共和镇司法所", "填报时间：2026年2季度", "单位：件"]
    total = next(line for line in lines if line[0] == "合计")
    assert total[:8] == ["合计", 1, 9, 0, 1, 2, 2, 0]
    said = [line[0] for line in lines]
    assert "1. 草稿：王生财，2026-07-02 09:00" in said
    assert "3. 签发：张司法，2026-07-02 09:00，签发人 张司法，签发日期 2026-07-02" in said
    assert "4. 上报：王生财，2026-07-02 09:00（报县局）" in said
    assert any(report.digest[:16] in line for line in map(str, said))
    assert lines[-1] == ["签发人：张司法", "审核人：张司法", "制表人：王生财"]


def test_money_and_shares_are_printed_as_they_were_signed(signing: Signing, tmp_path: Path) -> None:
    sheet = workbook(paper_of(signing, signing.sign("ministry")), tmp_path)["统计表"]
    lines = rows(sheet)
    assert lines[1][2] == "单位：件、人、万元"
    assert next(line for line in lines if line[0] == "合计")[1:6] == [6, 12, 5, 0, 0]
    assert any("各调委会相加＝合计。均已核对。" in str(line[0]) for line in lines)
    governance = rows(workbook(paper_of(signing, signing.sign("governance")), tmp_path)["统计表"])
    assert [
        "3. 总况 调处率",
        "100.0 %（1/1）",
        "85.7 %（6/7）",
        "87.5 %（7/8）",
        "77.8 %（7/9）",
    ] in governance
    assert ["52. 开展集中排查 次数", "—", "—", "—", "—"] in governance


@pytest.mark.parametrize("kind", [STATEMENT, *shipped_tables()])
def test_a_signed_table_looks_as_it_did_before(signing: Signing, kind: str) -> None:
    signed = paper_of(signing, signing.sign(kind)).sheet
    counted = PeriodFigures(Present(signing.office.book, signing.office.clock), QUARTER)
    town, whom = signing.office.book.town, {"prepared_on": SIGNED_ON, "reporter": "共和镇司法所"}
    if kind == STATEMENT:
        before = statement_sheet(counted.statement(), town, **whom)
    else:
        before = table_paper(counted.table(shipped_table(kind)), town, **whom).sheet
    assert signed.heads[1:] == before.heads[1:]
    assert [(tuple(map(text_of, row.cells)), row.kind) for row in signed.rows] == [
        (tuple(map(text_of, row.cells)), row.kind) for row in before.rows
    ]
    assert signed.notes[: len(before.notes) - 1] == before.notes[:-1]
    assert signed.unit_line == before.unit_line


def test_the_cases_behind_a_signed_report_are_listed_by_number_alone(
    signing: Signing, tmp_path: Path
) -> None:
    lines = rows(workbook(paper_of(signing, signing.sign("balance")), tmp_path)["明细"])
    assert [2, "（2026）共和民调字第1号", "1、10"] in lines
    assert len([line for line in lines if isinstance(line[0], int)]) == 10
    statement = rows(workbook(paper_of(signing, signing.sign()), tmp_path)["明细"])
    assert [3, "（2026）共和民调字第2号", "本期新收、网格化解"] in statement


def test_what_was_signed_in_one_language_reads_so_in_the_other(signing: Signing, tmp_path: Path) -> None:
    report = signing.sign()
    chinese = paper_of(signing, report)
    with in_english():
        english = paper_of(signing, report)
        assert english.values() == chinese.values()
        shown = [text_of(cell) for row in english.sheet.rows for cell in row.cells[1:]]
        assert shown == [figure.text for figure in report.figures]
        assert english.sheet.title == chinese.sheet.title
        assert rows(workbook(english, tmp_path).worksheets[0])[1][0] == "Reported by (seal): 共和镇司法所"


def test_the_same_report_saved_twice_is_the_same_file(signing: Signing, tmp_path: Path) -> None:
    report = signing.sign()
    before = {form: saved(paper_of(signing, report), form, tmp_path) for form in PaperFormat}
    signing.later()
    signing.office.walk()
    assert {form: saved(paper_of(signing, report), form, tmp_path) for form in PaperFormat} == before


def saved(paper: Paper, form: PaperFormat, folder: Path) -> bytes:
    path = folder / f"报表.{form.value}"
    save_paper(path, form, paper, overwrite=True)
    return path.read_bytes()


def test_a_signed_report_keeps_to_its_schema(signing: Signing) -> None:
    signing.sign()
    signing.later()
    signing.office.desk().register(an_entry(), JUNE)
    said = paper_of(signing, signing.draft()).values()
    Draft202012Validator(schema("report-show")).validate(said)
    assert said["digest"]
    assert [step["state"] for step in said["steps"]] == ["draft"]
    assert all(step["report"] is None for step in said["steps"])


def test_what_came_late_and_what_was_corrected_stand_in_columns_of_their_own(
    signing: Signing, tmp_path: Path
) -> None:
    report = signing.sign()
    signing.later()
    signing.do(signing.case(1), an_agreement(JUNE), on=JUNE)
    signing.office.desk().undo(signing.case(1).id)
    late = signing.office.desk().register(an_entry(), JUNE)
    changes = signing.changes(report)
    paper = changes_paper(changes, signing.office.book.town, signing.office.clock)
    lines = rows(workbook(paper, tmp_path)["补录更正"])
    assert lines[0] == [f"对《{TITLE}》的补录和更正"]
    assert ["行", "栏", "签发时", "现在", "补录", "更正"] in lines
    assert ["合计", "本期新收", "9", "10", late.number, ""] in lines
    assert lines[-1][0].startswith("补录：")
    Draft202012Validator(schema("report-changes")).validate(paper.values())
    said = [paragraph.text for paragraph in letter(paper, tmp_path).paragraphs]
    assert "补录和更正" in said[0]


def test_where_nothing_changed_it_says_so(signing: Signing) -> None:
    paper = changes_paper(signing.changes(signing.sign()), signing.office.book.town, signing.office.clock)
    assert paper.sheet.rows == ()
    assert paper.sheet.notes[0] == "没有变化。"


def test_the_next_report_carries_what_came_late_on_a_sheet_of_its_own(
    signing: Signing, tmp_path: Path
) -> None:
    signing.sign()
    signing.later()
    late = signing.office.desk().register(an_entry(), JUNE)
    book = workbook(paper_of(signing, signing.draft()), tmp_path)
    assert book.sheetnames == ["统计表", "明细", "补录更正"]
    said = [str(line[0]) for line in rows(book["统计表"])]
    assert f"《{TITLE}》签发以后有 6 处补录或更正，列在“补录更正”表里。" in said
    assert any(late.number in line for line in rows(book["补录更正"]))
