"""What a page of the figures shows, as a value: a sentence, a table of stops, what stands below."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from mediation_tui.errors import MediationError
from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import NONE, CaseIds
from mediation_tui.i18n import _, ngettext
from mediation_tui.ui.screens.figures.stops import Stop, opening
from mediation_tui.ui.widgets.numbers import Heading, Number, NumberRow, Numbers


@dataclass(frozen=True)
class Row:
    """One row of a page: its name and its stops; none in a row that only says what the next ones are about."""

    name: str
    stops: tuple[Stop, ...] = ()
    marked: bool = False

    @property
    def numbers(self) -> NumberRow:
        """The row as it is drawn."""
        return NumberRow(self.name, tuple(stop.number for stop in self.stops), self.marked)


@dataclass(frozen=True)
class View:
    """What a page shows.

    Attributes:
        sentence: What stands above everything.
        basis: What its figures are about; none where it is not figures of a period.
        numbers: What is drawn; none where there is nothing to draw.
        stops: What each number stands for, row by row.
        beneath: What is to be known with all of it.
        instead: What stands in the place of numbers.
        refused: The cases that keep the numbers from being shown.
    """

    sentence: str
    basis: Basis | None = None
    numbers: Numbers | None = None
    stops: tuple[tuple[Stop, ...], ...] = ()
    beneath: tuple[str, ...] = ()
    instead: str = ""
    refused: CaseIds = NONE

    def stop(self, row: int, column: int) -> Stop | None:
        """The number at a place, if there is one."""
        if row < len(self.stops) and column < len(self.stops[row]):
            return self.stops[row][column]
        return None

    @property
    def marked(self) -> int | None:
        """The row that was asked for."""
        lines = self.numbers.lines if self.numbers else ()
        return next((place for place, line in enumerate(lines) if line.marked), None)


@dataclass(frozen=True)
class Sheet:
    """A table being laid out.

    Attributes:
        corner: The heading of the names.
        headings: Of the columns.
        rows: From top to bottom.
        total: The row that stays in view.
        longest_name: Cells for the names, at most.
        longest_heading: Lines of a column's heading, at most.
    """

    corner: str
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    longest_name: int = 16
    longest_heading: int = 2

    @property
    def numbers(self) -> Numbers:
        """The table as it is drawn."""
        return Numbers(
            self.corner,
            self.headings,
            tuple(row.numbers for row in self.rows),
            self.total.numbers if self.total else None,
            self.longest_name,
            self.longest_heading,
        )

    @property
    def stops(self) -> tuple[tuple[Stop, ...], ...]:
        """What each number stands for."""
        return tuple(row.stops for row in (*self.rows, *([self.total] if self.total else ())))


def refusal(error: MediationError, find: Callable[[str], str]) -> View:
    """Why there are no numbers, in their place, and the cases that are the reason.

    Args:
        error: The reason.
        find: The id of the case of a number.
    """
    strays = frozenset(_cases_of(error, find))
    count = ngettext("按 Enter 打开这 {n} 件案件。", "按 Enter 打开这 {n} 件案件。", len(strays))
    return View(str(error), instead=count.format(n=len(strays)) if strays else "", refused=strays)


def _cases_of(error: MediationError, find: Callable[[str], str]) -> Iterator[str]:
    """The cases an error names, by their ids or by their numbers."""
    yield from error.facts.get("cases", ())
    for number in error.facts.get("numbers", ()):
        with suppress(MediationError):
            yield find(number)


def aside(name: str, words: str, cases: CaseIds, columns: int) -> tuple[Row, Row]:
    """Cases that stand below a table without being part of it."""
    stop = Stop(Number(str(len(cases)), "warn"), words, opening(cases))
    blank = Stop(Number(""), words, opening(cases))
    return Row(_("表外")), Row(name, (stop, *[blank] * (columns - 1)))
