"""A sheet on the clerk's table: strokes in its cells, and what is printed of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.figures.recount.files import Dispute

Roster = Mapping[str, Any]
"""The town as it is exported."""

TOTAL = None
"""The line of all places together."""

NOBODY_KNOWS = "—"


@dataclass
class Cell:
    """One number of a table.

    Attributes:
        cases: The cases that count; of a rate those of its upper number.
        printed: What stands in the cell.
        whole: The cases of a rate's lower number.
    """

    cases: set[str] = field(default_factory=set)
    printed: str = "0"
    whole: set[str] | None = None


@dataclass
class Sheet:
    """A table.

    Attributes:
        lines: Their ids, from top to bottom.
        headings: Of the columns, from left to right, or of the lines where these are the items of the table.
        cells: By line, and by the column's place from 0.
    """

    lines: list[str | None]
    headings: list[str]
    cells: dict[tuple[str | None, int], Cell]


class Strokes:
    """Strokes in cells: a case, and with how much it counts there."""

    def __init__(self) -> None:
        self._made: dict[tuple[str | None, int], dict[str, Decimal]] = {}

    def put(self, line: str | None, column: int, case: str, much: Decimal | int = 1) -> None:
        """One case in one cell; once more where it stands there already adds to it."""
        cell = self._made.setdefault((line, column), {})
        cell[case] = cell.get(case, Decimal(0)) + much

    def count(self, line: str | None, column: int) -> int:
        """How many cases stand in a cell."""
        return len(self._made.get((line, column), {}))

    def cell(self, line: str | None, column: int) -> Cell:
        """A cell in which each case counts as what it brought."""
        made = self._made.get((line, column), {})
        return Cell(set(made), str(sum(map(int, made.values()))))

    def wan(self, line: str | None, column: int) -> Cell:
        """A cell of money in 10,000 yuan, to the second decimal, halves upwards (四舍五入)."""
        made = self._made.get((line, column), {})
        money = sum(made.values(), Decimal(0)) / 10_000
        return Cell(set(made), f"{money.quantize(Decimal('0.01'), ROUND_HALF_UP):f}")


def rate(part: Cell, whole: Cell) -> Cell:
    """One cell out of another, with both numbers; only all of it is 100 %, only nothing of it is 0 %."""
    upper, lower = int(part.printed), int(whole.printed)
    if lower == 0:
        return Cell(part.cases, NOBODY_KNOWS, whole.cases)
    tenths = int((Decimal(1000 * upper) / lower).quantize(Decimal(1), ROUND_HALF_UP))
    if upper < lower:
        tenths = min(tenths, 999)
    if upper > 0:
        tenths = max(tenths, 1)
    return Cell(part.cases, f"{tenths / 10:.1f} %（{upper}/{lower}）", whole.cases)


def village_of(dispute: Dispute) -> str:
    """The line of a table by villages: those first received by the town or above have one of their own."""
    if dispute.details["level_received"] in ("town", "county"):
        return ""
    return str(dispute.details["village"])


def village_lines(town: Roster, disputes: Iterable[Dispute]) -> list[str | None]:
    """Villages in the town's order, the town desk, and villages that are no longer on the roster."""
    known = [village["id"] for village in town["villages"]]
    gone = sorted({village_of(dispute) for dispute in disputes} - {*known, ""})
    return [*known, "", *gone]


def within(day: date | None, first: date, last: date) -> bool:
    """Whether a day falls into the period."""
    return day is not None and first <= day <= last


def people(dispute: Dispute) -> int:
    """Persons affected, or else the parties."""
    return int(dispute.details["people"] or dispute.parties)
