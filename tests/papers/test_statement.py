import csv
import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from mediation_tui.figures.columns import BESIDE, FLOW
from mediation_tui.figures.lines import By
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.statement import FLOW_COLUMNS, Reach, Reading, Statement
from mediation_tui.model.period import Period
from mediation_tui.papers.cells import text_of
from mediation_tui.papers.fresh import FileNotWritten
from mediation_tui.papers.heads import column_names
from mediation_tui.papers.paper import Paper, PaperFormat, save_paper
from mediation_tui.papers.sheet import RowKind, Sheet
from mediation_tui.papers.statement import (
    StatementRecord,
    details_sheet,
    statement_json,
    statement_paper,
    statement_sheet,
)
from tests.builders import PARTIES, Office
from tests.figures.known import DAY, a_quarter, the_statement


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


@pytest.fixture
def sheet(office: Office) -> Sheet:
    return a_sheet(office)


def a_sheet(office: Office, by: By = By.VILLAGE) -> Sheet:
    statement = the_statement(office, by)
    return statement_sheet(statement, office.book.town, prepared_on=DAY, reporter="共和镇司法所")


def a_paper(office: Office, statement: Statement | None = None) -> Paper:
    statement = statement or the_statement(office)
    return statement_paper(statement, office.book.town, prepared_on=DAY, reporter="共和镇司法所")


def save(office: Office, path: Path, form: PaperFormat, *, overwrite: bool = False) -> None:
    save_paper(path, form, a_paper(office), overwrite=overwrite)


def test_the_table_shows_every_column_of_the_flow_the_shares_and_what_stands_beside(sheet: Sheet) -> None:
    assert tuple(column for group in FLOW for column in group.columns) == FLOW_COLUMNS
    assert len(column_names(sheet.heads)) == 1 + len(FLOW_COLUMNS) + 6 + len(BESIDE.columns)
    assert all(len(row.cells) == len(column_names(sheet.heads)) for row in sheet.rows)


def test_the_total_reads_as_the_sentence_says(sheet: Sheet) -> None:
    total = dict(zip(column_names(sheet.heads), map(text_of, sheet.rows[-1].cells), strict=True))
    assert sheet.rows[-1].kind is RowKind.TOTAL
    assert total["村（社区）"] == "合计"
    assert (total["收案 上期结转"], total["收案 本期新收"]) == ("1", "9")
    assert (total["化解 网格化解"], total["化解 村级化解"], total["化解 镇级化解"]) == ("1", "2", "2")
    assert (total["未化解的去向 诉讼、仲裁"], total["撤回、自行和解"], total["作废"]) == ("1", "1", "1")
    assert (total["未结 期末未结"], total["未结 未结中超期"]) == ("2", "1")
    assert total["小事不出村率 甲"] == "75.0 %（3/4）"
    assert total["小事不出村率 乙"] == "60.0 %（3/5）"
    assert total["大事不出镇率 甲"] == "100.0 %（5/5）"
    assert total["大事不出镇率 乙"] == "83.3 %（5/6）"
    assert (total["另列 引导诉讼"], total["另列 超期办理"]) == ("1", "1")


def test_disputes_the_town_took_in_itself_stay_out_of_the_villages_share(sheet: Sheet) -> None:
    desk = next(row for row in sheet.rows if row.cells[0] == "镇级直接受理")
    shares = [text_of(cell) for cell in desk.cells[1 + len(FLOW_COLUMNS) :][:6]]
    assert shares == ["—", "—", "—", "100.0 %（1/1）", "100.0 %（1/1）", "100.0 %（1/1）"]


@pytest.mark.parametrize("by", By)
def test_rows_come_to_the_total_in_every_column_of_counts(office: Office, by: By) -> None:
    *rows, total = a_sheet(office, by).rows
    for column in range(1, 1 + len(FLOW_COLUMNS)):
        assert sum(int(text_of(row.cells[column])) for row in rows) == total.cells[column]


def test_the_notes_say_by_which_dates_what_is_divided_by_what_and_as_of_when(sheet: Sheet) -> None:
    notes = "\n".join(sheet.notes)
    assert notes.startswith("2026年2季度（至 2026-06-24）调结 7 件")
    assert "收案按登记" in notes
    assert "乙 ＝ 网格、村级化解 ÷ 全部调结（含不成、移送、不予受理，不含撤回" in notes
    assert "未报排查：—" in notes
    assert "截止 2026-06-24 09:00（北京时间）" in notes


def test_the_details_list_each_dispute_once_and_nobody_by_name(office: Office) -> None:
    statement = the_statement(office)
    details = details_sheet(statement, office.book.town)
    assert len(details.rows) == len(statement.total.passages) == 10
    assert [row.cells[0] for row in details.rows] == list(range(1, 11))
    text = "\n".join(text_of(cell) for row in details.rows for cell in row.cells)
    assert not any(party.name in text for party in PARTIES)
    carried = next(row for row in details.rows if "上期结转" in row.cells)
    assert [text_of(cell) for cell in carried.cells[2:]] == [
        "上庄村",
        "一网格",
        "邻里",
        "2026-03-02",
        "—",
        "村级",
        "上期结转",
        "期末未结",
        "",
        "超期办理",
    ]


def test_the_record_holds_the_cases_behind_every_figure(office: Office) -> None:
    statement = the_statement(office)
    record = StatementRecord.model_validate(statement_json(statement, office.book.town))
    known = {case.id for case in record.cases}
    for line in (*record.lines, record.total):
        for figure in (*line.figures, *line.beside):
            assert figure.n == len(figure.cases)
            assert known.issuperset(figure.cases)
        for share in line.shares:
            assert share.numerator == len(share.numerator_cases)
            assert share.denominator == len(share.denominator_cases)
            assert set(share.numerator_cases) <= set(share.denominator_cases)
        assert line.unreported_screenings is None
    shares = {(share.reach, share.reading): share for share in record.total.shares}
    assert shares[Reach.VILLAGE, Reading.CONCLUDED].percent == "60.0 %"
    assert record.as_of == statement.basis.as_of


@pytest.mark.parametrize("by", By)
def test_the_record_keeps_to_its_schema_and_names_its_lines(office: Office, by: By) -> None:
    values = json.loads(json.dumps(statement_json(the_statement(office, by), office.book.town)))
    Draft202012Validator(StatementRecord.model_json_schema(mode="serialization")).validate(values)
    keys = [(line["village"], line["grid"], line["category"]) for line in values["lines"]]
    assert len(set(keys)) == len(keys)
    assert values["total"]["name"] == "合计"


def test_a_statement_is_saved_as_a_workbook_with_its_details_on_a_visible_sheet(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / a_paper(office).file_name(PaperFormat.XLSX)
    assert path.name == "小事不出村统计_2026年2季度.xlsx"
    save(office, path, PaperFormat.XLSX)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["统计表", "明细"]
    assert all(sheet.sheet_state == "visible" for sheet in book.worksheets)
    assert book["统计表"]["A1"].value == "共和镇小事不出村、大事不出镇情况统计表"


def test_a_statement_is_saved_as_csv_and_json_without_names(office: Office, tmp_path: Path) -> None:
    for form in (PaperFormat.CSV, PaperFormat.JSON):
        path = tmp_path / a_paper(office).file_name(form)
        save(office, path, form)
        assert not any(party.name in path.read_text("utf-8-sig") for party in PARTIES)
    text = (tmp_path / "小事不出村统计_2026年2季度.csv").read_text("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    assert [row[0] for row in rows[1:6]] == ["上庄村", "下河村", "南坡社区", "镇级直接受理", "合计"]


@pytest.mark.parametrize("form", PaperFormat)
def test_a_file_that_is_there_is_replaced_only_when_asked(
    office: Office, tmp_path: Path, form: PaperFormat
) -> None:
    path = tmp_path / f"x.{form.value}"
    path.write_text("旧的", "utf-8")
    with pytest.raises(FileNotWritten, match="已经有这个文件了"):
        save(office, path, form)
    assert path.read_text("utf-8") == "旧的"
    save(office, path, form, overwrite=True)
    assert path.stat().st_size > 100


def test_a_period_of_any_days_makes_a_name_without_spaces(office: Office) -> None:
    statement = PeriodFigures(Present(office.book, office.clock), Period(DAY.replace(day=2), DAY)).statement()
    assert a_paper(office, statement).file_name(PaperFormat.CSV) == "小事不出村统计_2026-06-02–2026-06-24.csv"
