from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mediation_tui.figures.figure import Ratio
from mediation_tui.papers.chart import MOST, Chart, ChartKind, measure
from mediation_tui.papers.heads import Head
from mediation_tui.papers.plain import json_values
from mediation_tui.papers.sheet import About, Row, RowKind, Sheet, Workbook
from mediation_tui.papers.styles import rounds_true
from mediation_tui.papers.workbook import write_rows, write_workbook

_NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "x": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
}
RESOLVED = Chart(ChartKind.BAR, "各村化解数", (1, 2, 3), unit="件")
STAYED = Chart(ChartKind.BAR, "小事不出村率（乙）", (5,))

Charted = Callable[..., "File"]


class File:
    """A workbook's parts, to look at what is really written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def all(self, part: str, path: str) -> list[etree._Element]:
        return etree.fromstring(self.parts[f"xl/{part}.xml"]).xpath(path, namespaces=_NAMES)

    def texts(self, chart: int, path: str) -> list[str]:
        return [element.text for element in self.all(f"charts/chart{chart}", path)]

    def sheet(self) -> openpyxl.worksheet.worksheet.Worksheet:
        return openpyxl.load_workbook(self.path).active


@pytest.fixture
def charted(tmp_path: Path, about: About) -> Charted:
    def write(sheet: Sheet, *charts: Chart) -> File:
        path = tmp_path / "图.xlsx"
        write_workbook(path, Workbook(about, (replace(sheet, charts=charts),)), overwrite=True)
        return File(path)

    return write


@pytest.fixture
def months() -> Sheet:
    """Twelve months, nothing known of April."""
    rows = tuple(
        Row((f"{month}月", month, Ratio(month, 12) if month != 4 else None)) for month in range(1, 13)
    )
    return Sheet("各月情况", (Head("月"), Head("受理"), Head("小事不出村率")), rows)


def test_a_chart_takes_names_and_values_from_the_cells_of_its_table(charted: Charted, flow: Sheet) -> None:
    file = charted(flow, RESOLVED)
    assert file.texts(1, "//c:ser/c:val//c:f") == [f"流程表!${column}$5:${column}$6" for column in "BCD"]
    assert set(file.texts(1, "//c:ser/c:cat//c:f")) == {"流程表!$A$5:$A$6"}
    assert file.texts(1, "//c:ser/c:tx//c:v") == ["化解层级 网格", "化解层级 村级", "化解层级 镇级"]
    assert [file.sheet()[f"{column}5"].value for column in "BCD"] == [3, 4, 0]


def test_sums_are_not_drawn_beside_what_they_sum(charted: Charted, flow: Sheet) -> None:
    assert flow.rows[2].kind is RowKind.TOTAL
    assert "合计" not in charted(flow, RESOLVED).texts(1, "//c:cat//c:v")
    chosen = charted(flow, replace(RESOLVED, rows=(0, 2)))
    assert chosen.texts(1, "//c:ser[1]/c:val//c:f") == ["(流程表!$B$5,流程表!$B$7)"]


def test_every_value_is_cached_and_what_is_unknown_is_not_zero(charted: Charted, flow: Sheet) -> None:
    file = charted(flow, RESOLVED)
    points = file.all("charts/chart1", "//c:ser[1]/c:val//c:pt")
    assert [(point.get("idx"), float(point[0].text)) for point in points] == [("0", 3)]
    assert file.all("charts/chart1", "//c:ser[1]/c:val//c:ptCount")[0].get("val") == "2"
    assert "未报" in "".join(file.all("charts/chart1", "//c:ser[1]/c:dLbls//text()"))
    assert "各村化解数（没有数：阿家村）" in "".join(file.all("charts/chart1", "//c:title//text()"))


def test_a_ratio_that_is_drawn_is_a_number_and_reads_as_before(charted: Charted, flow: Sheet) -> None:
    sheet = charted(flow, STAYED).sheet()
    assert (sheet["F5"].value, sheet["F5"].number_format) == (0.875, '0.0 %"（7/8）"')
    assert sheet["E5"].value == "100.0 %（7/7）"
    assert sheet["F6"].value == "—"


@pytest.mark.parametrize(
    ("ratio", "shape"),
    [(Ratio(9999, 10000), '"99.9 %（9999/10000）"'), (Ratio(1, 9999), '"0.1 %（1/9999）"')],
)
def test_a_ratio_a_spreadsheet_would_round_to_all_or_nothing_is_written_out(
    charted: Charted, flow: Sheet, ratio: Ratio, shape: str
) -> None:
    row = Row(("东岔村", 3, 4, 0, ratio, ratio))
    file = charted(replace(flow, rows=(row,)), STAYED)
    cell = file.sheet()["F5"]
    assert cell.value == pytest.approx(float(ratio.value or 0))
    assert cell.number_format == shape
    assert ratio.percent in "".join(file.all("charts/chart1", "//c:dLbls//text()"))


@given(st.integers(1, 20_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_where_a_spreadsheet_rounds_it_shows_what_we_print(counts: tuple[int, int]) -> None:
    ratio = Ratio(*counts)
    if rounds_true(ratio):
        tenths = int((ratio.value or 0) * 1000 + 0.5)
        assert ratio.percent == f"{tenths // 10}.{tenths % 10} %"
    else:
        assert ratio.percent in {"99.9 %", "0.1 %"}


def test_a_line_leaves_out_what_is_not_known_and_says_so(charted: Charted, months: Sheet) -> None:
    file = charted(months, Chart(ChartKind.LINE, "各月小事不出村率", (2,)))
    assert file.texts(1, "//c:val//c:f") == ["(各月情况!$C$3:$C$5,各月情况!$C$7:$C$14)"]
    assert len(file.texts(1, "//c:val//c:v")) == 11
    assert "4月" not in file.texts(1, "//c:cat//c:v")
    assert "（没有数：4月）" in "".join(file.all("charts/chart1", "//c:title//text()"))


def test_axes_begin_at_nothing_and_shares_end_at_the_whole(
    charted: Charted, flow: Sheet, months: Sheet
) -> None:
    file = charted(flow, RESOLVED, STAYED)
    assert [e.get("val") for e in file.all("charts/chart1", "//c:valAx//c:min")] == ["0"]
    assert [e.get("val") for e in file.all("charts/chart2", "//c:valAx//c:max")] == ["1"]
    above = replace(months, rows=(Row(("1月", 3, Ratio(12, 10))),))
    assert not charted(above, Chart(ChartKind.BAR, "清结率", (2,))).all("charts/chart1", "//c:valAx//c:max")


def test_charts_stand_below_everything_written_each_in_a_row_that_holds_it(
    charted: Charted, flow: Sheet
) -> None:
    file = charted(flow, RESOLVED, STAYED)
    sheet = file.sheet()
    starts = [int(row.text) for row in file.all("drawings/drawing1", "//x:from/x:row")]
    ends = [int(row.text) for row in file.all("drawings/drawing1", "//x:to/x:row")]
    last = max(cell.row for row in sheet.iter_rows() for cell in row if cell.value is not None)
    assert starts == ends == [last, last + 1]
    assert all(sheet.row_dimensions[row + 1].height <= 409 for row in starts)


def test_a_chart_without_numbers_or_with_too_many_rows_says_so_in_its_place(
    charted: Charted, months: Sheet
) -> None:
    many = replace(months, rows=tuple(Row((f"{n}", n, None)) for n in range(MOST + 1)))
    file = charted(many, Chart(ChartKind.BAR, "受理", (1,)), Chart(ChartKind.LINE, "率", (2,)))
    assert not [name for name in file.parts if "chart" in name]
    said = [cell.value for cell in file.sheet()["A"]]
    assert said[-2:] == ["受理：41 行，太多，没有画图", "率：没有可以画的数"]


def test_a_charted_workbook_prints_as_any_other_hides_nothing_and_holds_no_formula_without_its_value(
    charted: Charted, flow: Sheet
) -> None:
    file = charted(flow, RESOLVED, STAYED)
    assert not file.all("workbook", "//s:sheet[@state]")
    assert [e.text for e in file.all("workbook", "//s:definedName[@name='_xlnm.Print_Titles']")] == [
        "流程表!$3:$4"
    ]
    (setup,) = file.all("worksheets/sheet1", "//s:pageSetup")
    assert (setup.get("orientation"), setup.get("paperSize")) == ("landscape", "9")
    assert setup.get("fitToWidth", "1") == "1"
    assert file.all("worksheets/sheet1", "//s:pageSetUpPr[@fitToPage='1']")
    assert not file.all("worksheets/sheet1", "//s:c[s:f][not(s:v)]")
    assert not file.all("worksheets/sheet1", "//s:row[@hidden]|//s:col[@hidden]")


def test_a_table_without_charts_is_written_as_before(charted: Charted, flow: Sheet) -> None:
    file = charted(flow)
    assert file.sheet()["F5"].value == "87.5 %（7/8）"
    assert not [name for name in file.parts if "drawing" in name]


def test_the_same_charts_give_the_same_bytes(charted: Charted, flow: Sheet) -> None:
    first = charted(flow, RESOLVED, STAYED).path.read_bytes()
    assert charted(flow, RESOLVED, STAYED).path.read_bytes() == first


def test_a_long_list_has_no_charts_and_the_data_for_programs_knows_none(
    tmp_path: Path, about: About, flow: Sheet
) -> None:
    drawn = replace(flow, charts=(RESOLVED,))
    write_rows(tmp_path / "长.xlsx", drawn, drawn.rows, about)
    assert not [name for name in File(tmp_path / "长.xlsx").parts if "chart" in name]
    assert "charts" not in json_values(drawn)


def test_words_and_missing_reports_have_no_height(flow: Sheet) -> None:
    assert [measure(cell) for cell in flow.rows[1].cells] == [None] * 6
    assert measure(Ratio(0, 0)) is None
    assert measure(0) == 0.0
