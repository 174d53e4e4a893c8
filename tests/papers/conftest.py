from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from mediation_tui.figures.figure import Ratio
from mediation_tui.papers.cells import Missing
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import About, Row, RowKind, Sheet, UnitLine, unsigned


@pytest.fixture
def about() -> About:
    return About("二季度统计", "共和镇司法所", datetime(2024, 7, 3, 9, tzinfo=UTC), "第 2 版")


@pytest.fixture
def flow() -> Sheet:
    """A small flow table with everything a statistics sheet has."""
    heads = (
        Head("村（社区）"),
        Head("化解层级", (Head("网格"), Head("村级"), Head("镇级"))),
        Head("小事不出村率", (Head("甲"), Head("乙"))),
    )
    rows = (
        Row(("东岔村", 3, 4, 0, Ratio(7, 7), Ratio(7, 8))),
        Row(("阿家村", *[Missing.NOT_REPORTED] * 3, None, None)),
        Row(("合计", 3, 4, 0, Ratio(7, 7), Ratio(7, 8)), RowKind.TOTAL),
    )
    return Sheet(
        "共和镇小事不出村情况统计表",
        heads,
        rows,
        name="流程表",
        unit_line=UnitLine("共和镇司法所", "2024年4月1日至6月30日", "件"),
        notes=("注：按调结日期统计，截止2024年7月3日17时。",),
        signers=unsigned(),
    )


@pytest.fixture
def ledger() -> Sheet:
    """A ledger with the cells that go wrong in spreadsheets."""
    heads = tuple(Head(text) for text in ("案号", "电话", "证件号", "受理日期", "金额（万元）", "简要情况"))
    rows = (
        Row(
            (
                "（2024）共和民调字第1号",
                "13800001111",
                "630122199001011234",
                date(2024, 5, 6),
                Decimal("1.20"),
                "=1+1",
            )
        ),
        Row(("（2024）共和民调字第2号", "+8613800001111", None, None, Decimal("0"), "@SUM(A1)\n第二行")),
    )
    return Sheet("人民调解案件台账", heads, rows)
