"""The statement as a table to print, sign and seal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_tui.figures.columns import BESIDE, FLOW, ColumnGroup
from mediation_tui.figures.figure import FEW
from mediation_tui.figures.flow import Entry
from mediation_tui.figures.lines import By, line_name
from mediation_tui.figures.statement import FLOW_COLUMNS, Line, Reach, Reading, Statement
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.papers.cells import Cell
from mediation_tui.papers.chart import MOST, Chart, ChartKind
from mediation_tui.papers.heads import Head
from mediation_tui.papers.sheet import Row, RowKind, Sheet, UnitLine, unsigned
from mediation_tui.papers.statement.notes import notes_of

_HEADLINE = 1 + len(FLOW_COLUMNS) + list(Reading).index(Reading.CONCLUDED)
"""The column of the share that stayed in the village, over everything concluded."""


def statement_sheet(statement: Statement, town: Town, *, prepared_on: date, reporter: str) -> Sheet:
    """The flow table with its shares and what stands beside it, under the heads of the domain handbook §8.

    Args:
        statement: What was counted.
        town: Names the lines.
        prepared_on: The date of filling it in (制表日期).
        reporter: The unit that reports and seals (填报单位).
    """
    rows = [_row(line, statement, town) for line in statement.lines]
    total = _row(statement.total, statement, town, RowKind.TOTAL)
    return Sheet(
        title=_("{town}小事不出村、大事不出镇情况统计表").format(town=town.name),
        heads=tuple(_heads(statement)),
        rows=(*rows, total),
        name=_("统计表"),
        unit_line=UnitLine(reporter, statement.basis.period.label, _("件")),
        notes=tuple(notes_of(statement, town, prepared_on)),
        signers=unsigned(),
        charts=tuple(_charts(statement)),
    )


def _charts(statement: Statement) -> Iterator[Chart]:
    """What each kind of dispute brought; of places what share stayed in the village, where there are cases enough."""
    if statement.by is By.CATEGORY:
        received = 1 + FLOW_COLUMNS.index(Entry.RECEIVED)
        yield Chart(ChartKind.BAR, _("各类纠纷本期新收"), (received,), unit=_("件"))
        return
    shares = (line.share(Reach.VILLAGE, Reading.CONCLUDED) for line in statement.lines)
    rows = tuple(row for row, share in enumerate(shares) if len(share.whole) >= FEW)
    if 1 < len(rows) <= MOST:
        title = _("小事不出村率（乙），只画满 {few} 件的").format(few=FEW)
        yield Chart(ChartKind.BAR, title, (_HEADLINE,), rows=rows)


def _heads(statement: Statement) -> Iterator[Head]:
    yield Head(statement.by.label)
    for group in FLOW:
        yield from _grouped(group)
    for reach in Reach:
        yield Head(reach.label, tuple(Head(reading.label) for reading in Reading))
    yield from _grouped(BESIDE)


def _grouped(group: ColumnGroup) -> Iterator[Head]:
    heads = tuple(Head(column.label) for column in group.columns)
    yield from (Head(group.label, heads),) if group.source else heads


def _row(line: Line, statement: Statement, town: Town, kind: RowKind = RowKind.BODY) -> Row:
    return Row((line_name(line.place, town, statement.by), *_figures(line)), kind)


def _figures(line: Line) -> Iterator[Cell]:
    for group in FLOW:
        yield from (len(line.cases(column)) for column in group.columns)
    for reach in Reach:
        yield from (line.share(reach, reading).ratio for reading in Reading)
    yield from (len(line.cases(column)) for column in BESIDE.columns)
