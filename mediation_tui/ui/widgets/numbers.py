"""The numbers a `NumberTable` shows, as values, and how wide they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from rich.cells import cell_len

from mediation_tui.ui.text import Align, wrap
from mediation_tui.ui.tones import Tone

NAME = 16
"""Cells of the column of names, at most."""
_NARROWEST_HEADING = 4
"""Two Chinese characters, so that short words are not read downwards."""


@dataclass(frozen=True)
class Heading:
    """A column's heading.

    Attributes:
        text: What it says.
        groups: What stands over it and its neighbours of the same groups, the widest first.
        align: Numbers go to the right.
        joined: Whether the column follows the one before without a gap, as a denominator its numerator.
    """

    text: str
    groups: tuple[str, ...] = ()
    align: Align = "right"
    joined: bool = False


@dataclass(frozen=True)
class Number:
    """One cell."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class NumberRow:
    """One row: what it is about, and a number for each column.

    Attributes:
        name: What it is about.
        cells: A number for each column; none in a row that only says what the next ones are about.
        marked: Whether it is the one asked for.
    """

    name: str
    cells: tuple[Number, ...] = ()
    marked: bool = False


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
        total: The row that always stays in view, below the others; none where there is none.
        longest_name: Cells of the column of names, at most.
        longest_heading: Lines of a column's heading below its groups, at most.
    """

    corner: str
    headings: tuple[Heading, ...]
    rows: tuple[NumberRow, ...]
    total: NumberRow | None = None
    longest_name: int = NAME
    longest_heading: int = 2

    @cached_property
    def lines(self) -> tuple[NumberRow, ...]:
        """The rows, and the total if there is one."""
        return (*self.rows, self.total) if self.total else self.rows

    @cached_property
    def name_width(self) -> int:
        """Cells of the column of names."""
        longest = max(
            cell_len(name) for name in (self.corner, *(row.name for row in self.lines if row.cells))
        )
        return min(longest, self.longest_name)

    @cached_property
    def depth(self) -> int:
        """Lines of groups above the headings."""
        return max((len(heading.groups) for heading in self.headings), default=0)

    @cached_property
    def heading_lines(self) -> int:
        """Lines the headings take below their groups."""
        pairs = zip(self.headings, self.widths, strict=True)
        return max((len(wrap(heading.text, width)) for heading, width in pairs), default=1)

    @property
    def head(self) -> int:
        """Lines above the rows."""
        return self.depth + self.heading_lines

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """Cells of each column of numbers: as wide as its numbers, its heading and its share of the groups'."""
        widths = [self._least(column) for column in range(len(self.headings))]
        for level in reversed(range(self.depth)):
            for run in self.runs(0, len(widths), level):
                missing = cell_len(run.group) - self.across(run.first, run.end, widths)
                for cell in range(missing):
                    widths[run.end - 1 - cell % (run.end - run.first)] += 1
        return tuple(widths)

    def _least(self, column: int) -> int:
        """Room for every number, and for the heading with no Latin word torn."""
        text = self.headings[column].text
        words = (len(word) for word in text.split() if word.isascii())
        width = max(1, min(cell_len(text), _NARROWEST_HEADING), *words)
        width = max(width, *(cell_len(row.cells[column].text) for row in self.lines if row.cells), 1)
        while len(wrap(text, width)) > self.longest_heading:
            width += 1
        return max(width, *map(cell_len, wrap(text, width)))

    def runs(self, first: int, end: int, level: int = 0) -> Iterator[Run]:
        """The groups of a level that some neighbouring columns belong to."""
        for groups, columns in groupby(range(first, end), lambda column: self.over(column, level)):
            within = list(columns)
            yield Run(within[0], within[-1] + 1, groups[-1])

    def over(self, column: int, level: int) -> tuple[str, ...]:
        """The groups over a column down to a level; the lowest empty where it has fewer."""
        return (*self.headings[column].groups, *[""] * self.depth)[: level + 1] if self.depth else ("",)

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

    def nearest(self, row: int, way: int) -> int:
        """The row nearest to one that has numbers, looking one way first."""
        row = min(max(0, row), len(self.lines) - 1)
        ways = (range(row, len(self.lines)), range(row, -1, -1))
        looked = (line for rows in (ways if way > 0 else ways[::-1]) for line in rows)
        return next((line for line in looked if self.lines[line].cells), row)
