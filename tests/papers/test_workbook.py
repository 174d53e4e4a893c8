from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import load_workbook

from mediation_tui.papers.cells import Cell
from mediation_tui.papers.drawing import TooLong
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import About, Row, Sheet, Workbook
from mediation_tui.papers.workbook import write_rows, write_workbook


@pytest.fixture
def written(tmp_path: Path, about: About, flow: Sheet, ledger: Sheet) -> openpyxl.Workbook:
    path = tmp_path / "统计.xlsx"
    write_workbook(path, Workbook(about, (flow, ledger)))
    return openpyxl.load_workbook(path)


def values(sheet: openpyxl.worksheet.worksheet.Worksheet) -> list[list[Any]]:
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def test_a_statistics_sheet_reads_from_title_to_signers(written: openpyxl.Workbook) -> None:
    rows = values(written["流程表"])
    assert rows[0] == ["共和镇小事不出村情况统计表"]
    assert rows[1] == ["填报单位（盖章）：共和镇司法所", "填报时间：2024年4月1日至6月30日", "单位：件"]
    assert [text.replace("\n", "") for text in rows[2]] == ["村（社区）", "化解层级", "小事不出村率"]
    assert rows[3] == ["网格", "村级", "镇级", "甲", "乙"]
    assert rows[4] == ["东岔村", 3, 4, 0, "100.0 %（7/7）", "87.5 %（7/8）"]
    assert rows[5] == ["阿家村", "未报", "未报", "未报", "—", "—"]
    assert rows[7] == ["注：按调结日期统计，截止2024年7月3日17时。"]
    assert rows[8] == ["单位负责人：", "审核人：", "签发人：", "制表人：", "联系电话："]


def test_headings_are_merged_over_what_they_head(written: openpyxl.Workbook) -> None:
    merged = {str(area) for area in written["流程表"].merged_cells.ranges}
    assert {"A1:F1", "A3:A4", "B3:D3", "E3:F3", "A8:F8"} <= merged


def test_a_sheet_prints_on_a4_lying_on_its_side_one_page_wide_with_its_head_on_every_page(
    written: openpyxl.Workbook,
) -> None:
    for sheet, head in ((written["流程表"], "$3:$4"), (written["人民调解案件台账"], "$2:$2")):
        assert sheet.page_setup.orientation == "landscape"
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)
        assert sheet.print_title_rows == head
        assert "&P" in sheet.oddFooter.center.text


def test_the_title_is_large_and_every_cell_of_the_table_is_framed(written: openpyxl.Workbook) -> None:
    sheet = written["流程表"]
    assert sheet["A1"].font.bold
    assert 16 <= sheet["A1"].font.size <= 18
    assert all(
        cell.border.left.style == cell.border.bottom.style == "thin" for row in sheet["A5:F7"] for cell in row
    )
    assert sheet["A7"].font.bold


def test_nothing_is_hidden_and_nothing_is_a_formula(written: openpyxl.Workbook) -> None:
    for sheet in written.worksheets:
        assert sheet.sheet_state == "visible"
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_numbers_that_are_names_stay_text_and_formulas_stay_words(written: openpyxl.Workbook) -> None:
    rows = list(written["人民调解案件台账"].iter_rows(min_row=3, values_only=True))
    assert rows[0] == (
        "（2024）共和民调字第1号", "13800001111", "630122199001011234", datetime(2024, 5, 6), 1.2, "=1+1",
    )  # fmt: skip
    assert rows[1] == ("（2024）共和民调字第2号", "+8613800001111", "—", "—", 0, "@SUM(A1)\n第二行")
    sheet = written["人民调解案件台账"]
    assert (sheet["B3"].number_format, sheet["D3"].number_format, sheet["E3"].number_format) == (
        "@", "yyyy-mm-dd", "#,##0.00",
    )  # fmt: skip


def test_another_reader_finds_the_same_values(tmp_path: Path, about: About, flow: Sheet) -> None:
    path = tmp_path / "统计.xlsx"
    write_workbook(path, Workbook(about, (flow,)))
    with load_workbook(path) as book:
        rows = book.get_sheet_by_name("流程表").to_python()
    assert rows[4] == ["东岔村", 3.0, 4.0, 0.0, "100.0 %（7/7）", "87.5 %（7/8）"]


def test_the_file_says_what_it_is_and_when_it_was_made(written: openpyxl.Workbook) -> None:
    said = written.properties
    assert (said.title, said.creator, said.description) == ("二季度统计", "共和镇司法所", "第 2 版")
    assert said.created == datetime(2024, 7, 3, 9)


def test_the_same_workbook_gives_the_same_bytes(
    tmp_path: Path, about: About, flow: Sheet, ledger: Sheet
) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_workbook(first, Workbook(about, (flow, ledger)))
    write_workbook(second, Workbook(about, (flow, ledger)))
    assert first.read_bytes() == second.read_bytes()
    write_rows(first, ledger, ledger.rows, about, overwrite=True)
    write_rows(second, ledger, ledger.rows, about, overwrite=True)
    assert first.read_bytes() == second.read_bytes()


def test_a_long_list_streams_with_its_notes_and_signers(tmp_path: Path, about: About, flow: Sheet) -> None:
    def rows() -> Iterator[Row]:
        for number in range(2000):
            yield Row((f"村{number}", number, 0, 0, None, None))

    path = tmp_path / "长表.xlsx"
    write_rows(path, flow, rows(), about)
    sheet = openpyxl.load_workbook(path)["流程表"]
    found = values(sheet)
    assert [text.replace("\n", "") for text in found[2]][:2] == ["村（社区）", "化解层级 网格"]
    assert found[3][:2] == ["村0", 0]
    assert found[2002][:2] == ["村1999", 1999]
    assert found[2004][0] == "单位负责人："
    assert "A1:F1" in {str(area) for area in sheet.merged_cells.ranges}


def test_columns_are_wide_enough_for_chinese(written: openpyxl.Workbook) -> None:
    widths = written["人民调解案件台账"].column_dimensions
    assert widths["A"].width >= 22
    assert widths["F"].width <= 60


def test_tabs_of_the_same_name_are_told_apart(tmp_path: Path, about: About, ledger: Sheet) -> None:
    long = replace(ledger, name="关于2024年度：矛盾纠纷排查化解[情况]/明细*台账的统计汇总表格一览")
    path = tmp_path / "多.xlsx"
    write_workbook(path, Workbook(about, (ledger, ledger, long, long, replace(ledger, name="History"))))
    names = openpyxl.load_workbook(path).sheetnames
    assert names[:2] == ["人民调解案件台账", "人民调解案件台账 2"]
    assert len(set(names)) == 5
    assert all(len(name) <= 31 for name in names)


def test_a_table_narrower_than_its_signers_puts_them_in_one_cell(
    tmp_path: Path, about: About, flow: Sheet
) -> None:
    narrow = replace(flow, heads=(Head("村"), Head("件")), rows=(Row(("东岔村", 1)),))
    path = tmp_path / "窄.xlsx"
    write_workbook(path, Workbook(about, (narrow,)))
    assert values(openpyxl.load_workbook(path).active)[-1] == [
        "单位负责人：　审核人：　签发人：　制表人：　联系电话："
    ]


@pytest.mark.parametrize("cell", ["长" * 32768])
def test_text_no_cell_can_hold_is_refused_and_no_file_is_left(
    tmp_path: Path, about: About, cell: Cell
) -> None:
    sheet = Sheet("台账", (Head("简要情况"), Head("备注")), (Row((cell, "")),))
    with pytest.raises(TooLong, match="第 3 行"):
        write_workbook(tmp_path / "台账.xlsx", Workbook(about, (sheet,)))
    assert not list(tmp_path.iterdir())


def test_rows_that_break_off_leave_no_file(tmp_path: Path, about: About, ledger: Sheet) -> None:
    def rows() -> Iterator[Row]:
        yield ledger.rows[0]
        raise LookupError

    with pytest.raises(LookupError):
        write_rows(tmp_path / "台账.xlsx", ledger, rows(), about)
    assert not list(tmp_path.iterdir())
