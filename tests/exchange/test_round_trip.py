from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from mediation_tui.exchange.reading.files import read_sheets
from mediation_tui.exchange.reading.headings import recognise
from mediation_tui.papers.delimited import write_csv
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import About, Row, RowKind, Sheet, UnitLine, Workbook, unsigned
from mediation_tui.papers.workbook import write_rows, write_workbook

HEADINGS = {
    "number": ("案号",),
    "name": ("当事人姓名",),
    "phone": ("当事人电话",),
    "accepted": ("受理日期",),
    "brief": ("简要情况",),
}
LEDGER = Sheet(
    "人民调解案件台账",
    (
        Head("案号"),
        Head("当事人", (Head("姓名"), Head("电话"))),
        Head("受理日期"),
        Head("金额"),
        Head("简要情况"),
    ),
    (
        Row(
            (
                "（2024）共和民调字第1号",
                "才让·卓玛",
                "13800001111",
                date(2024, 5, 6),
                Decimal("1.2"),
                "=争地界",
            )
        ),
        Row(("（2024）共和民调字第2号", "𠮷某", "630122199001011234", None, None, "第一行\n第二行")),
        Row(("合计", "", "", None, Decimal("1.2"), ""), RowKind.TOTAL),
    ),
    unit_line=UnitLine("共和镇司法所", "2024年5月", "件、万元"),
    notes=("注：按受理日期统计。",),
    signers=unsigned(),
)
ABOUT = About("台账", "共和镇司法所", datetime(2024, 6, 1, tzinfo=UTC))


@pytest.mark.parametrize("kind", ["workbook", "stream", "csv"])
def test_a_ledger_that_leaves_comes_back_the_same(tmp_path: Path, kind: str) -> None:
    path = tmp_path / ("台账.csv" if kind == "csv" else "台账.xlsx")
    if kind == "workbook":
        write_workbook(path, Workbook(ABOUT, (LEDGER,)))
    elif kind == "stream":
        write_rows(path, LEDGER, LEDGER.rows, ABOUT)
    else:
        write_csv(path, LEDGER)
    (sheet,) = read_sheets(path)
    mapped = recognise(sheet, HEADINGS, required=tuple(HEADINGS))
    assert [[mapped.number(row, field) for field in HEADINGS] for row in mapped.body] == [
        ["（2024）共和民调字第1号", "才让·卓玛", "13800001111", "2024-05-06", "=争地界"],
        ["（2024）共和民调字第2号", "𠮷某", "630122199001011234", None, "第一行\n第二行"],
    ]
