"""An official table as a sheet to print, sign and seal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from mediation_tui import __version__
from mediation_tui.figures.figure import Figure, Ratio
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.tables.table import Table, TableLine
from mediation_tui.i18n import _, language, ngettext
from mediation_tui.papers.cells import Cell
from mediation_tui.papers.heads import Head
from mediation_tui.papers.paper import as_of_text
from mediation_tui.papers.sheet import Row, RowKind, Sheet, Signer, UnitLine, unsigned

Path = tuple[Phrase, ...]


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
        heads=(Head(str(table.corner)), *_heads([column.headings for column in table.columns])),
        rows=tuple(map(_row, table.lines)),
        name=_("统计表"),
        unit_line=UnitLine(reporter, table.basis.period.label, str(unit)),
        notes=tuple(notes_of(table, prepared_on)),
        signers=tuple(Signer(_(role)) for role in table.description.signers) or unsigned(),
    )


def notes_of(table: Table, prepared_on: date) -> Iterator[str]:
    """What is said under a table, in the order it is printed."""
    said, description = language(), table.description
    yield from (description.notes_en if said == "en" and description.notes_en else description.notes)
    if table.proposed:
        n = len(table.proposed)
        yield ngettext(
            "其中 {n} 件的综治类别按对照表推定，还没有人确认。",
            "其中 {n} 件的综治类别按对照表推定，还没有人确认。",
            n,
        ).format(n=n)
    if remark := description.unverified_en if said == "en" else description.unverified:
        yield _("未核实：{remark}").format(remark=remark)
    yield _("期间 {period}；截止 {instant}（北京时间）；制表日期 {day}；mediation-tui {version}。").format(
        period=table.basis.period, instant=as_of_text(table.basis), day=prepared_on, version=__version__
    )


def _heads(paths: Sequence[Path]) -> Iterator[Head]:
    """The tree of headings over some columns; neighbours under the same heading share it."""
    for heading, together in groupby(paths, key=lambda path: str(path[0])):
        below = [path[1:] for path in together]
        if all(below):
            yield Head(heading, tuple(_heads(below)))
        else:
            yield from (Head(heading, tuple(_heads([path])) if path else ()) for path in below)


def _row(line: TableLine) -> Row:
    cells = tuple(cell_of(figure) for figure in line.figures)
    return Row((str(line.name), *cells), RowKind.TOTAL if line.total else RowKind.BODY)


def cell_of(figure: Figure) -> Cell:
    """A figure as it stands in a cell; a share out of nothing is unknown."""
    value = figure.value
    return None if isinstance(value, Ratio) and value.value is None else value
