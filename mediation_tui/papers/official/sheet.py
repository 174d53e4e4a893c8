"""An official table as a sheet to print, sign and seal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_tui import __version__
from mediation_tui.figures.figure import Figure, Ratio
from mediation_tui.figures.notes import table_notes
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.tables.table import Table
from mediation_tui.i18n import _
from mediation_tui.papers.cells import Cell
from mediation_tui.papers.chart import MOST, Chart, ChartKind
from mediation_tui.papers.heads import Head, tree
from mediation_tui.papers.paper import as_of_text
from mediation_tui.papers.sheet import Row, RowKind, Sheet, Signer, UnitLine, unsigned

_COUNTY, _DRAWN = "county", "all"
"""The table that has a chart, and the item it draws."""


def table_sheet(table: Table, *, prepared_on: date, reporter: str) -> Sheet:
    """A table with its notes.

    Args:
        table: What was counted.
        prepared_on: The date of filling it in (制表日期).
        reporter: The unit that reports and seals (填报单位).
    """
    unit = Phrase(table.description.unit, table.description.unit_en or "")
    return Sheet(
        title=str(table.title),
        heads=tuple(_table_heads(table)),
        rows=tuple(_rows(table)),
        name=_("统计表"),
        unit_line=UnitLine(reporter, table.basis.period.label, str(unit)),
        notes=tuple(notes_of(table, prepared_on)),
        signers=tuple(Signer(_(role)) for role in table.description.signers) or unsigned(),
        charts=tuple(_charts(table)),
    )


def _charts(table: Table) -> Iterator[Chart]:
    """Of the county's sheet how many disputes were in hand in each place that had any."""
    ids = [column.id for column in table.columns]
    if table.description.id != _COUNTY or _DRAWN not in ids:
        return
    column = ids.index(_DRAWN)
    places = [row for row, line in enumerate(table.lines) if not line.total and line.figures[column].cases]
    if 1 < len(places) <= MOST:
        yield Chart(
            ChartKind.BAR, _("各村（社区）在手的纠纷"), (1 + column,), rows=tuple(places), unit=_("件")
        )


def notes_of(table: Table, prepared_on: date) -> Iterator[str]:
    """What is said under a table, in the order it is printed."""
    yield from table_notes(table)
    yield _("期间 {period}；截止 {instant}（北京时间）；制表日期 {day}；mediation-tui {version}。").format(
        period=table.basis.period, instant=as_of_text(table.basis), day=prepared_on, version=__version__
    )


def _table_heads(table: Table) -> Iterator[Head]:
    """The headings; columns of items with their number (栏号), by which notes and details name them."""
    yield Head(str(table.corner))
    paths = [tuple(map(str, column.headings)) for column in table.columns]
    if not table.by_item:
        paths = [(*path, str(number)) for number, path in enumerate(paths, 1)]
    yield from tree(paths)


def _rows(table: Table) -> Iterator[Row]:
    """The lines; those of items with their number, by which the details name them."""
    for number, line in enumerate(table.lines, 1):
        name = f"{number}. {line.name}" if table.by_item else str(line.name)
        cells = tuple(cell_of(figure) for figure in line.figures)
        yield Row((name, *cells), RowKind.TOTAL if line.total else RowKind.BODY)


def cell_of(figure: Figure) -> Cell:
    """A figure as it stands in a cell; a share out of nothing is unknown."""
    value = figure.value
    return None if isinstance(value, Ratio) and value.value is None else value
