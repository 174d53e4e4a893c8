"""A sheet as a bordered table in a letter, its headings again on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from mediation_tui.papers.cells import Cell, text_of
from mediation_tui.papers.heads import Box, boxes, head_rows
from mediation_tui.papers.letter.elements import paragraph, run, w
from mediation_tui.papers.letter.looks import CAPTION, CELL, LEAF_CELL, LEAF_TITLE, UNDER, UNIT_LINE, Look
from mediation_tui.papers.letter.measures import LEAF_WIDTH, TEXT_WIDTH, TURNED_WIDTH
from mediation_tui.papers.page import natural_widths
from mediation_tui.papers.sheet import Row, RowKind, Sheet

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_SIDE = 57
"""Air beside the text of a cell, in twips."""


@dataclass(frozen=True)
class Frame:
    """Where a table stands.

    Attributes:
        room: The width of the text, in twips.
        title: The look of its title.
        cell: The look of what stands in it.
        tall: The least height of a row of the body, in twips; none for as high as its text.
    """

    room: int
    title: Look = CAPTION
    cell: Look = CELL
    tall: int = 0


_UPRIGHT, _TURNED = Frame(TEXT_WIDTH), Frame(TURNED_WIDTH)
LEAF = Frame(LEAF_WIDTH, LEAF_TITLE, LEAF_CELL, tall=400)
"""On a leaf to hang up, where every row is high enough to be written in by hand."""


def is_wide(sheet: Sheet) -> bool:
    """Whether its columns ask for more room than an upright page has."""
    return sum(_natural(sheet)) * CELL.points * 20 / 2 > TEXT_WIDTH


def table_of(sheet: Sheet, frame: Frame | None = None) -> Iterator[BaseOxmlElement]:
    """The table's title, its unit line, the table as wide as the text, and its notes.

    Args:
        sheet: The table.
        frame: Where it stands; in a letter unless given.
    """
    frame = frame or (_TURNED if is_wide(sheet) else _UPRIGHT)
    yield paragraph(frame.title.id, run(sheet.title))
    if sheet.unit_line:
        yield paragraph(UNIT_LINE.id, run("　".join(sheet.unit_line.parts())))
    yield _table(sheet, frame)
    yield from (paragraph(UNDER.id, run(note)) for note in sheet.notes or ("",))


def _natural(sheet: Sheet) -> list[float]:
    return natural_widths(sheet.heads, [row.cells for row in sheet.rows])


def _table(sheet: Sheet, frame: Frame) -> BaseOxmlElement:
    widths = _widths(sheet, frame.room)
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *(w(edge, val="single", sz=4, space=0, color="auto") for edge in _EDGES)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=_SIDE, type="dxa"), w("right", w=_SIDE, type="dxa")),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w(
        "tbl",
        properties,
        grid,
        *_head(sheet, widths, frame),
        *(_body(row, widths, frame) for row in sheet.rows),
    )


def _widths(sheet: Sheet, room: int) -> list[int]:
    """The columns' shares of the room, in twips, by what stands in them."""
    natural = _natural(sheet)
    return [int(room * width / sum(natural)) for width in natural]


def _head(sheet: Sheet, widths: Sequence[int], frame: Frame) -> Iterator[BaseOxmlElement]:
    """The rows of headings; one that reaches down is continued by empty merged cells."""
    placed = sorted(boxes(sheet.heads), key=lambda box: box.column)
    for level in range(head_rows(sheet.heads)):
        standing = (box for box in placed if box.row <= level < box.row + box.height)
        cells = (_heading(box, level, widths, frame) for box in standing)
        yield w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _heading(box: Box, level: int, widths: Sequence[int], frame: Frame) -> BaseOxmlElement:
    first = level == box.row
    merged = [w("gridSpan", val=box.width)] if box.width > 1 else []
    if box.height > 1:
        merged.append(w("vMerge", val="restart" if first else "continue"))
    width = sum(widths[box.column : box.column + box.width])
    return _cell(width, box.text if first else "", frame.cell, *merged, bold=True)


def _body(row: Row, widths: Sequence[int], frame: Frame) -> BaseOxmlElement:
    cells = (
        _cell(width, text_of(cell), frame.cell, bold=row.kind is not RowKind.BODY, align=_side(cell))
        for cell, width in zip(row.cells, widths, strict=True)
    )
    height = [w("trHeight", val=frame.tall, hRule="atLeast")] if frame.tall else []
    return w("tr", w("trPr", w("cantSplit"), *height), *cells)


def _side(cell: Cell) -> str:
    """Words to the left, everything else in the middle."""
    return "left" if isinstance(cell, str) else "center"


def _cell(
    width: int, said: str, look: Look, *merged: BaseOxmlElement, bold: bool = False, align: str = "center"
) -> BaseOxmlElement:
    first, *more = said.split("\n")
    broken = (part for each in more for part in (w("br"), each))
    line = paragraph(look.id, run(first, *broken))
    line[0].append(w("jc", val=align))
    if bold:
        line[1][0].append(w("b"))
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *merged, w("vAlign", val="center")), line)
