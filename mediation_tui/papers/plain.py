"""A sheet as plain text for the terminal, and as values for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from pydantic import TypeAdapter
from rich.cells import cell_len, set_cell_size

from mediation_tui.papers.cells import Cell, text_of
from mediation_tui.papers.heads import Box, boxes, column_names, head_rows
from mediation_tui.papers.sheet import Row, RowKind, Sheet

_GAP = 2
_WIDEST = 40


def plain_lines(sheet: Sheet) -> Iterator[str]:
    """The sheet as lines of text, its columns aligned by the cells a terminal gives each character.

    Text longer than 40 cells ends in an ellipsis; everything else is shown whole. Only letters, digits
    and minus signs make the table, so that old consoles draw it right.
    """
    widths = _widths(sheet)
    rule = "-" * (sum(widths) + _GAP * (len(widths) - 1))
    yield sheet.title
    if sheet.unit_line:
        yield "  ".join(sheet.unit_line.parts())
    yield rule
    yield from _head(sheet, widths)
    yield rule
    for row in sheet.rows:
        if row.kind is RowKind.TOTAL:
            yield rule
        yield _row(row, widths)
    yield rule
    yield from sheet.notes


@cache
def _adapter() -> TypeAdapter[Sheet]:
    return TypeAdapter(Sheet)


def json_values(sheet: Sheet) -> Any:
    """The sheet in values JSON knows: dates as ISO text, decimals as text, ratios with both their counts."""
    return _adapter().dump_python(sheet, mode="json")


def json_schema() -> dict[str, Any]:
    """The JSON Schema that `json_values` keeps to."""
    return _adapter().json_schema(mode="serialization")


def _widths(sheet: Sheet) -> list[int]:
    """Of the columns, in terminal cells: as wide as their contents and the headings over them."""
    widths = [1] * len(column_names(sheet.heads))
    for row in sheet.rows:
        for column, cell in enumerate(row.cells):
            widths[column] = max(widths[column], cell_len(_short(cell)))
    for box in sorted(boxes(sheet.heads), key=lambda box: box.width):
        widths[box.column] += max(0, cell_len(box.text) - _across(box, widths))
    return widths


def _across(box: Box, widths: Sequence[int]) -> int:
    return sum(widths[box.column : box.column + box.width]) + _GAP * (box.width - 1)


def _head(sheet: Sheet, widths: Sequence[int]) -> Iterator[str]:
    """The rows of headings; one that reaches down stands in the lowest row it reaches."""
    placed = sorted(boxes(sheet.heads), key=lambda box: box.column)
    words = {column for row in sheet.rows for column, cell in enumerate(row.cells) if isinstance(cell, str)}
    for level in range(head_rows(sheet.heads)):
        standing = (box for box in placed if box.row <= level < box.row + box.height)
        yield _joined(
            _beside(
                box.text if level == box.row + box.height - 1 else "",
                _across(box, widths),
                left=box.width > 1 or box.column in words,
            )
            for box in standing
        )


def _row(row: Row, widths: Sequence[int]) -> str:
    return _joined(_aligned(cell, width) for cell, width in zip(row.cells, widths, strict=True))


def _joined(texts: Iterator[str]) -> str:
    return (" " * _GAP).join(texts).rstrip()


def _aligned(cell: Cell, width: int) -> str:
    """Words to the left, everything counted to the right."""
    return _beside(_short(cell), width, left=isinstance(cell, str))


def _beside(text: str, width: int, *, left: bool) -> str:
    blank = " " * (width - cell_len(text))
    return text + blank if left else blank + text


def _short(cell: Cell) -> str:
    text = " ".join(text_of(cell).split())
    return text if cell_len(text) <= _WIDEST else set_cell_size(text, _WIDEST - 1).rstrip() + "…"
