"""The rows and columns a `RowList` draws."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from mediation_tui.ui.text import Align
from mediation_tui.ui.tones import Tone

GAP = 2
"""Cells between two columns."""


@dataclass(frozen=True)
class Cell:
    """One piece of a row, with what it asks of the reader."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class Row:
    """One line of a list.

    Attributes:
        key: What the row stands for; the cursor stays with it.
        cells: One per column; a plain string is a `Cell` of plain tone.
        heading: A group's heading: its first cell is drawn over the whole width, and the cursor passes by.
    """

    key: Hashable
    cells: tuple[Cell | str, ...]
    heading: bool = False

    def cell(self, index: int) -> Cell:
        """The cell of a column; empty where the row has none."""
        found = self.cells[index] if index < len(self.cells) else ""
        return Cell(found) if isinstance(found, str) else found


@dataclass(frozen=True)
class Column:
    """How one column is laid out.

    Attributes:
        title: Its heading.
        width: Its least cells; never narrower than its title.
        flex: Its share of the cells left over; 0 keeps it at its width.
        align: Numbers go to the right.
    """

    title: str
    width: int = 0
    flex: int = 0
    align: Align = "left"


def widths(columns: Sequence[Column], cells: int) -> tuple[int, ...]:
    """How many cells each column gets of a line.

    Flexible columns share what is left over by their `flex`. Where there is too little, the columns at the
    right give way first.
    """
    least = [max(column.width, cell_len(column.title)) for column in columns]
    spare = cells - sum(least) - GAP * max(0, len(columns) - 1)
    if spare < 0:
        return _narrowed(least, cells)
    shares = sum(column.flex for column in columns)
    given, handed, passed = [], 0, 0
    for column, width in zip(columns, least, strict=True):
        passed += column.flex
        upto = spare * passed // shares if shares else 0
        given.append(width + upto - handed)
        handed = upto
    return tuple(given)


def _narrowed(least: Sequence[int], cells: int) -> tuple[int, ...]:
    kept, place = [], 0
    for width in least:
        kept.append(max(0, min(width, cells - place)))
        place += width + GAP
    return tuple(kept)
