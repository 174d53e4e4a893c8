"""The numbers a `NumberTable` shows, as values, and how wide they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from rich.cells import cell_len

from mediation_tui.ui.text import Align, wrap
from mediation_tui.ui.tones import Tone

HEAD_LINES = 2
"""Lines a column's heading may take, below the line of its group."""

_LONGEST_NAME = 16
_NARROWEST_HEADING = 4
"""Two Chinese characters, so that short words are not read downwards."""


@dataclass(frozen=True)
class Heading:
    """A column's heading.

    Attributes:
        text: What it says.
        group: What stands over it and its neighbours of the same group; may be empty.
        align: Numbers go to the right.
        joined: Whether the column follows the one before without a gap, as a denominator its numerator.
    """

    text: str
    group: str = ""
    align: Align = "right"
    joined: bool = False


@dataclass(frozen=True)
class Number:
    """One cell."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class NumberRow:
    """One row: what it is about, and a number for each column."""

    name: str
    cells: tuple[Number, ...]


@dataclass(frozen=True)
class Run:
    """Neighbouring columns of one group: the first, the one after the last, and the group's name."""

    first: int
    end: int
    group: str


@dataclass(frozen=True)
class Numbers:
    """A whole table.

    Attributes:
        corner: The heading of the column of names.
        headings: One for each column of numbers.
        rows: From top to bottom.
        total: The row that always stays in view.
    """

    corner: str
    headings: tuple[Heading, ...]
    rows: tuple[NumberRow, ...]
    total: NumberRow

    @property
    def lines(self) -> tuple[NumberRow, ...]:
        """The rows and the total."""
        return (*self.rows, self.total)

    @cached_property
    def name_width(self) -> int:
        """Cells of the column of names."""
        longest = max(cell_len(name) for name in (self.corner, *(row.name for row in self.lines)))
        return min(longest, _LONGEST_NAME)

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """Cells of each column of numbers: as wide as its numbers, its heading and its share of the group's."""
        widths = [self._least(column) for column in range(len(self.headings))]
        for run in self.runs(0, len(widths)):
            missing = cell_len(run.group) - self.across(run.first, run.end, widths)
            if missing > 0:
                widths[run.end - 1] += missing
        return tuple(widths)

    def _least(self, column: int) -> int:
        """Room for every number, and for the heading with no Latin word torn."""
        text = self.headings[column].text
        words = (len(word) for word in text.split() if word.isascii())
        width = max(1, min(cell_len(text), _NARROWEST_HEADING), *words)
        width = max(width, *(cell_len(row.cells[column].text) for row in self.lines))
        while len(wrap(text, width)) > HEAD_LINES:
            width += 1
        return max(width, *map(cell_len, wrap(text, width)))

    def runs(self, first: int, end: int) -> Iterator[Run]:
        """The groups that some neighbouring columns belong to."""
        for group, columns in groupby(range(first, end), lambda column: self.headings[column].group):
            within = list(columns)
            yield Run(within[0], within[-1] + 1, group)

    def across(self, first: int, end: int, widths: list[int] | tuple[int, ...]) -> int:
        """Cells that neighbouring columns take together, gaps between them included."""
        gaps = sum(not self.headings[column].joined for column in range(first + 1, end))
        return sum(widths[first:end]) + gaps

    def begin_at(self, column: int, way: int = -1) -> int:
        """The nearest column one way that is not joined to the one before it."""
        while 0 < column < len(self.headings) and self.headings[column].joined:
            column += way
        return column

    def end_in(self, first: int, cells: int) -> int:
        """The column after the last that fits whole on so many cells, beginning with a column; at least one fits."""
        end = first + 1
        while end < len(self.headings) and self.across(first, end + 1, self.widths) <= cells:
            end += 1
        return end
