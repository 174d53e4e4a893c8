"""A sheet as a bordered table in a letter, its headings again on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from mediation_tui.papers.cells import Cell, text_of
from mediation_tui.papers.heads import Box, boxes, head_rows
from mediation_tui.papers.letter.elements import paragraph, run, w
from mediation_tui.papers.letter.looks import CAPTION, CELL, UNDER, UNIT_LINE
from mediation_tui.papers.letter.measures import TEXT_WIDTH, TURNED_WIDTH
from mediation_tui.papers.page import natural_widths
from mediation_tui.papers.sheet import Row, RowKind, Sheet

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_SIDE = 57
"""Air beside the text of a cell, in twips."""


def is_wide(sheet: Sheet) -> bool:
    """Whether its columns ask for more room than an upright page has."""
    return sum(_natural(sheet)) * CELL.points * 20 / 2 > TEXT_WIDTH


def table_of(sheet: Sheet, *, turned: bool | None = None) -> Iterator[BaseOxmlElement]:
    """The table's title, its unit line, the table as wide as the text, and its notes.

    Args:
        sheet: The table.
        turned: Whether its page lies on its side; a wide table's does unless it is said.
    """
    wide = is_wide(sheet) if turned is None else turned
    yield paragraph(CAPTION.id, run(sheet.title))
    if sheet.unit_line:
        yield paragraph(UNIT_LINE.id, run("　".join(sheet.unit_line.parts())))
    yield _table(sheet, TURNED_WIDTH if wide else TEXT_WIDTH)
    yield from (paragraph(UNDER.id, run(note)) for note in sheet.notes or ("",))


def _natural(sheet: Sheet) -> list[float]:
    return natural_widths(sheet.heads, [row.cells for row in sheet.rows])


def _table(sheet: Sheet, room: int) -> BaseOxmlElement:
    widths = _widths(sheet, room)
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *(w(edge, val="single", sz=4, space=0, color="auto") for edge in _EDGES)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=_SIDE, type="dxa"), w("right", w=_SIDE, type="dxa")),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *_head(sheet, widths), *(_body(row, widths) for row in sheet.rows))


def _widths(sheet: Sheet, room: int) -> list[int]:
    """The columns' shares of the room, in twips, by what stands in them."""
    natural = _natural(sheet)
    return [int(room * width / sum(natural)) for width in natural]


def _head(sheet: Sheet, widths: Sequence[int]) -> Iterator[BaseOxmlElement]:
    """The rows of headings; one that reaches down is continued by empty merged cells."""
    placed = sorted(boxes(sheet.heads), key=lambda box: box.column)
    for level in range(head_rows(sheet.heads)):
        standing = (box for box in placed if box.row <= level < box.row + box.height)
        cells = (_heading(box, level, widths) for box in standing)
        yield w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _heading(box: Box, level: int, widths: Sequence[int]) -> BaseOxmlElement:
    first = level == box.row
    merged = [w("gridSpan", val=box.width)] if box.width > 1 else []
    if box.height > 1:
        merged.append(w("vMerge", val="restart" if first else "continue"))
    width = sum(widths[box.column : box.column + box.width])
    return _cell(width, box.text if first else "", *merged, bold=True)


def _body(row: Row, widths: Sequence[int]) -> BaseOxmlElement:
    cells = (
        _cell(width, text_of(cell), bold=row.kind is not RowKind.BODY, align=_side(cell))
        for cell, width in zip(row.cells, widths, strict=True)
    )
    return w("tr", w("trPr", w("cantSplit")), *cells)


def _side(cell: Cell) -> str:
    """Words to the left, everything else in the middle."""
    return "left" if isinstance(cell, str) else "center"


def _cell(
    width: int, said: str, *merged: BaseOxmlElement, bold: bool = False, align: str = "center"
) -> BaseOxmlElement:
    first, *more = said.split("\n")
    broken = (part for each in more for part in (w("br"), each))
    line = paragraph(CELL.id, run(first, *broken))
    line[0].append(w("jc", val=align))
    if bold:
        line[1][0].append(w("b"))
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *merged, w("vAlign", val="center")), line)
