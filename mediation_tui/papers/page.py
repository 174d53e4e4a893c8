"""How a table fits its paper: the widths of its columns, the heights of its rows, the number of pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, zip_longest

from rich.cells import cell_len

from mediation_tui.papers.cells import Cell, text_of
from mediation_tui.papers.heads import Box, Head, boxes, rooms

_LINE, _AIR = 15.0, 1.0
"""Height of one printed line and of the air around all lines of a row, in points."""
_PIXELS_PER_CELL, _PIXELS_BESIDE = 7, 5
_PIXELS_PER_INCH, _POINTS_PER_INCH = 96, 72
_A4 = (11.69, 8.27)
SIDE, EDGE = 0.5, 0.5
"""Margins in inches: left and right, top and bottom."""
_NARROWEST, _WIDEST = 5, 56
_HEAD_LINES = 3
_ROOMY = 23.0
"""Height of a row that is written in by hand, in points: 8 mm."""
_SMALLEST = 0.74
"""A table that would fit one page at this scale is put on one page; any smaller and it takes more pages."""
_STRETCH = 1.6
"""How far columns may be widened to fill the paper."""

_BREAKS_AFTER = ("、", "，", "→", "）")


@dataclass(frozen=True)
class Fit:
    """A table's place on the paper.

    Attributes:
        widths: Of the columns, in half-width characters.
        one_page: Whether it is printed on one single page.
    """

    widths: tuple[float, ...]
    one_page: bool


def fitted(
    heads: tuple[Head, ...],
    rows: Sequence[Sequence[Cell]],
    around: float,
    *,
    landscape: bool,
    roomy: bool = False,
) -> Fit:
    """Widths that hold the contents and fill the paper.

    Args:
        heads: The headings.
        rows: The cells below them, or a sample of them.
        around: Height of everything above and below head and body, in points.
        landscape: Whether the paper lies on its side.
        roomy: Whether the rows are to be written in by hand.
    """
    widths = natural_widths(heads, rows)
    across, down = _paper(landscape)
    height = (
        around + sum(head_heights(heads, widths)) + sum(row_height(row, widths, roomy=roomy) for row in rows)
    )
    scale = min(1.0, across / sum(map(pixels, widths)))
    needed = min(scale, down / height)
    one_page = needed >= _SMALLEST
    return Fit(_widened(widths, across / (needed if one_page else scale)), one_page)


def natural_widths(heads: tuple[Head, ...], rows: Sequence[Sequence[Cell]]) -> list[float]:
    """What the contents ask for: the body on one line up to a limit, headings on a few lines."""
    placed = boxes(heads)
    widths = [float(max(_NARROWEST, room)) for room in rooms(heads)]
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], min(_WIDEST, _longest(_printed(cell)) + 2))
    for box in sorted(placed, key=lambda box: box.width):
        missing = -(-cell_len(box.text) // _HEAD_LINES) + 2 - _across(box, widths)
        for column in range(box.column, box.column + box.width):
            widths[column] += max(0.0, missing) / box.width
    return widths


def _printed(cell: Cell) -> str:
    """How a cell reads in a workbook, where thousands are set apart."""
    return f"{cell:,}" if isinstance(cell, int | Decimal) else text_of(cell)


def pixels(width: float) -> float:
    """A column's width on a screen of 96 dots an inch."""
    return width * _PIXELS_PER_CELL + _PIXELS_BESIDE


def head_heights(heads: tuple[Head, ...], widths: Sequence[float]) -> tuple[float, ...]:
    """The height of each row of the head, in points."""
    placed = boxes(heads)
    heights = [_LINE + 3 * _AIR] * max((box.row + box.height for box in placed), default=0)
    for box in sorted(placed, key=lambda box: box.height):
        covered = sum(heights[box.row : box.row + box.height])
        wanted = lines(box.text, _across(box, widths)) * _LINE + 3 * _AIR
        heights[box.row + box.height - 1] += max(0.0, wanted - covered)
    return tuple(heights)


def row_height(cells: Iterable[Cell], widths: Sequence[float], *, roomy: bool = False) -> float:
    """The height a row of the body needs, in points; only words are broken into lines."""
    tallest = 1
    for cell, width in zip(cells, widths, strict=True):
        if isinstance(cell, str) and (len(cell) >= width / 2 - 1 or "\n" in cell):
            tallest = max(tallest, lines(cell, width))
    return max(tallest * _LINE + _AIR, _ROOMY if roomy else 0.0)


def lines(text: str, width: float) -> int:
    """How many lines a text takes in a column; one character of air is kept at its side."""
    room = max(2, int(width) - 1)
    if "\n" in text:
        return sum(max(1, -(-cell_len(line) // room)) for line in text.split("\n"))
    return max(1, -(-cell_len(text) // room))


def shares(widths: Sequence[float], parts: int) -> tuple[tuple[int, int], ...]:
    """The columns cut into neighbouring groups of about the same width, first and last column of each.

    One single group comes back where there are fewer columns than parts.
    """
    if len(widths) < parts:
        return ((0, len(widths) - 1),)
    cuts, reached = [0], 0.0
    for column, width in enumerate(widths):
        reached += width
        left = len(widths) - column - 1
        wanted = parts - len(cuts)
        if wanted and left and (reached >= sum(widths) * len(cuts) / parts or left == wanted):
            cuts.append(column + 1)
    return tuple((first, last - 1) for first, last in zip_longest(cuts, cuts[1:], fillvalue=len(widths)))


def broken(text: str, width: float) -> str:
    """A heading broken into lines of about the same length, after a mark where there is one near."""
    count = lines(text, width)
    if count == 1 or not text.isprintable() or " " in text:
        return text
    inner = (_cut(text, round(len(text) * part / count)) for part in range(1, count))
    cuts = sorted({0, len(text), *inner})
    return "\n".join(text[first:last] for first, last in pairwise(cuts))


def _cut(text: str, near: int) -> int:
    """Where to break near a place: after a mark if one stands beside it, before an opening bracket."""
    for place in (near, near - 1, near + 1):
        if text[place - 1 : place] in _BREAKS_AFTER or text[place : place + 1] == "（":
            return place
    return near


def _longest(text: str) -> int:
    return max(cell_len(line) for line in text.split("\n"))


def _across(box: Box, widths: Sequence[float]) -> float:
    return sum(widths[box.column : box.column + box.width])


def _paper(landscape: bool) -> tuple[float, float]:
    """The printable width in pixels and height in points."""
    across, down = _A4 if landscape else reversed(_A4)
    return (across - 2 * SIDE) * _PIXELS_PER_INCH, (down - 2 * EDGE) * _POINTS_PER_INCH


def _widened(widths: Sequence[float], pixels: float) -> tuple[float, ...]:
    """The widths stretched evenly towards the paper's edge, never shrunk."""
    wanted = (pixels - _PIXELS_BESIDE * len(widths)) / (sum(widths) * _PIXELS_PER_CELL)
    factor = max(1.0, min(_STRETCH, wanted))
    return tuple(round(width * factor, 2) for width in widths)
