"""The ministry's table of 39 columns, one line for each committee (domain handbook §7.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from tests.figures.recount.course import ended, first_accepted
from tests.figures.recount.files import Dispute
from tests.figures.recount.sheets import TOTAL, Roster, Sheet, Strokes, within

HEADINGS = [
    "调解案件总数",
    "涉及当事人数",
    "调解成功数",
    "疑难复杂案件数",
    "涉及金额",
    "村调委会",
    "居调委会",
    "乡镇调委会",
    "街道调委会",
    "企事业单位调委会",
    "社会团体和其他组织调委会",
    "主动调解",
    "依申请调解",
    "接受委托移送调解",
    "法院委托移送",
    "检察院",
    "公安机关",
    "信访部门",
    "其他部门",
    "婚姻家庭",
    "邻里",
    "房屋宅基地",
    "合同",
    "生产经营",
    "损害赔偿",
    "山林土地",
    "征地拆迁",
    "环境污染",
    "拖欠农民工工资",
    "其他劳动争议",
    "旅游",
    "电子商务",
    "其他消费",
    "医疗",
    "道路交通事故",
    "物业",
    "其他",
    "口头协议",
    "书面协议",
]

COMMITTEES = {"village": 6, "community": 7, "town": 8, "street": 9, "enterprise": 10, "social": 11}
SOURCES = {"found": 12, "applied": 13, "entrusted": 14}
ENTRUSTERS = {"court": 15, "procuratorate": 16, "police": 17, "petition_office": 18, "other": 19}
CATEGORIES = [
    "family",
    "neighbours",
    "homestead",
    "contract",
    "business",
    "damages",
    "land",
    "expropriation",
    "pollution",
    "migrant_wages",
    "labour",
    "tourism",
    "online_trade",
    "consumer",
    "medical",
    "traffic",
    "property_service",
    "other",
]
"""Columns 20–37."""

MONEY = 5


def ministry(disputes: Sequence[Dispute], town: Roster, first: date, last: date) -> Sheet:
    """The whole table."""
    kinds = {committee["id"]: committee["kind"] for committee in town["committees"]}
    strokes = Strokes()
    for dispute in disputes:
        committee = dispute.details["committee"]
        for column, much in _columns(dispute, kinds[committee], first, last):
            strokes.put(committee, column, dispute.id, much)
            strokes.put(TOTAL, column, dispute.id, much)
    lines = [*kinds, TOTAL]
    cells = {
        (line, column - 1): (strokes.wan if column == MONEY else strokes.cell)(line, column)
        for line in lines
        for column in range(1, 40)
    }
    return Sheet(lines, HEADINGS, cells)


def _columns(dispute: Dispute, kind: str, first: date, last: date) -> Iterator[tuple[int, Decimal | int]]:
    """The columns a case stands in, by their numbers on the form."""
    details = dispute.details
    if dispute.void or details["mediation_kind"] != "people":
        return
    if within(first_accepted(dispute), first, last):
        yield 1, 1
        yield 2, dispute.parties
        if dispute.difficulty in ("difficult", "major"):
            yield 4, 1
        yield MONEY, Decimal(details["amount"] or 0)
        yield COMMITTEES[kind], 1
        yield SOURCES[details["source"]], 1
        if details["source"] == "entrusted":
            yield ENTRUSTERS[details["entruster"]], 1
        yield 20 + CATEGORIES.index(details["category"]), 1
    now = ended(dispute, first, last)
    if now and now.outcome == "agreed":
        yield 3, 1
        yield (38 if now.form == "oral" else 39), 1
