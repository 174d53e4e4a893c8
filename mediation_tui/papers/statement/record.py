"""The statement for other programs: every figure with its number and the ids of the cases behind it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mediation_tui.figures.columns import BESIDE, FLOW
from mediation_tui.figures.figure import CaseIds, Share
from mediation_tui.figures.flow import Ending, Entry
from mediation_tui.figures.lines import By, Place, line_name
from mediation_tui.figures.notes import date_basis
from mediation_tui.figures.statement import FORMULAS, Column, Line, Reach, Reading, Statement
from mediation_tui.i18n import _
from mediation_tui.model.base import Frozen
from mediation_tui.model.places import Town


class FigureRecord(Frozen):
    """A count.

    Attributes:
        column: Its code, such as `by_village`.
        label: What it counts, in the language asked for.
        n: How many.
        cases: The ids of exactly these, sorted.
    """

    column: str
    label: str
    n: int
    cases: tuple[str, ...]


class ShareRecord(Frozen):
    """A share in one reading.

    Attributes:
        reach: What stayed in the village, or in the town.
        reading: Out of what: `resolved` (甲), `concluded` (乙), or `kept` (乙 with only what still holds above).
        formula: The same in words.
        percent: As printed, to one decimal; `—` over nothing.
    """

    reach: Reach
    reading: Reading
    formula: str
    percent: str
    numerator: int
    denominator: int
    numerator_cases: tuple[str, ...]
    denominator_cases: tuple[str, ...]


class LineRecord(Frozen):
    """One line of the table.

    Attributes:
        village: Its id where lines are places; none for the town desk and the total.
        grid: Its id where lines are grids.
        category: Its code where lines are categories.
        beside: Figures that do not enter the balance.
        unreported_screenings: Rounds nobody reported; none where the book does not know, which is not 0.
    """

    name: str
    village: str | None
    grid: str | None
    category: str | None
    figures: tuple[FigureRecord, ...]
    shares: tuple[ShareRecord, ...]
    beside: tuple[FigureRecord, ...]
    unreported_screenings: int | None


class CountedCase(Frozen):
    """One case the statement counts.

    Attributes:
        came: How it came into the period.
        went: How it left it.
    """

    id: str
    number: str
    came: Entry
    went: Ending | None


class StatementRecord(Frozen):
    """A statement in full.

    Attributes:
        first: First day of the period.
        last: Last day of the period.
        counted_to: The day on which open terms were looked at: the last, or the day of reading if that was earlier.
        as_of: The instant the book was read, UTC.
        date_basis: By which dates cases fall into the period, in words.
    """

    town: str
    office: str
    period: str
    first: date
    last: date
    counted_to: date
    as_of: datetime
    date_basis: str
    by: By
    lines: tuple[LineRecord, ...]
    total: LineRecord
    cases: tuple[CountedCase, ...]


def statement_json(statement: Statement, town: Town) -> dict[str, Any]:
    """The statement in values JSON knows, as `StatementRecord` describes them."""
    return statement_record(statement, town).model_dump(mode="json")


def statement_record(statement: Statement, town: Town) -> StatementRecord:
    """The statement as a record.

    Args:
        statement: What was counted.
        town: Names the lines.
    """
    return StatementRecord(
        town=town.name,
        office=town.office,
        period=statement.basis.period.label,
        first=statement.basis.period.first,
        last=statement.basis.period.last,
        counted_to=statement.basis.counted_to,
        as_of=statement.basis.as_of,
        date_basis=date_basis(),
        by=statement.by,
        lines=tuple(_line(line, statement, town) for line in statement.lines),
        total=_line(statement.total, statement, town),
        cases=tuple(
            CountedCase(id=p.facts.id, number=p.facts.number, came=p.entry, went=p.ending)
            for p in statement.total.passages
        ),
    )


def _line(line: Line, statement: Statement, town: Town) -> LineRecord:
    village, grid, category = codes_of(line.place, statement.by)
    return LineRecord(
        name=line_name(line.place, town, statement.by),
        village=village,
        grid=grid,
        category=category,
        figures=tuple(_figure(line, column) for group in FLOW for column in group.columns),
        shares=tuple(
            share_record(reach, reading, line.share(reach, reading)) for reach in Reach for reading in Reading
        ),
        beside=tuple(_figure(line, column) for column in BESIDE.columns),
        unreported_screenings=statement.unreported(line.place),
    )


def codes_of(place: Place | None, by: By) -> tuple[str | None, str | None, str | None]:
    """Village, grid and category of a line."""
    if place is None:
        return None, None, None
    first, grid = place
    return (None, None, first) if by is By.CATEGORY else (first or None, grid, None)


def _figure(line: Line, column: Column) -> FigureRecord:
    cases = line.cases(column)
    return FigureRecord(column=column.value, label=column.label, n=len(cases), cases=_sorted(cases))


def share_record(reach: Reach, reading: Reading, share: Share) -> ShareRecord:
    """A share with everything behind it."""
    return ShareRecord(
        reach=reach,
        reading=reading,
        formula=_(FORMULAS[reach, reading]),
        percent=share.percent,
        numerator=len(share.part),
        denominator=len(share.whole),
        numerator_cases=_sorted(share.part),
        denominator_cases=_sorted(share.whole),
    )


def _sorted(cases: CaseIds) -> tuple[str, ...]:
    return tuple(sorted(cases))
