"""The comparison for other programs: every share of every period with the ids of the cases behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from mediation_tui.figures.comparing import READING, Compared, few, share_of
from mediation_tui.figures.lines import By, Place, line_name
from mediation_tui.figures.statement import Reach, Statement
from mediation_tui.model.base import Frozen
from mediation_tui.model.places import Town
from mediation_tui.papers.statement.record import ShareRecord, codes_of, share_record


class PeriodShare(Frozen):
    """A share of a place in one period.

    Attributes:
        first: First day of the period.
        last: Last day of the period.
        comparable: Whether it is out of disputes enough to be compared.
    """

    period: str
    first: date
    last: date
    comparable: bool
    share: ShareRecord


class ComparedShare(Frozen):
    """A share of a place beside its own past.

    Attributes:
        last_year: The same days a year earlier.
        earlier: The periods of the same kind before, oldest first.
    """

    now: PeriodShare
    last_year: PeriodShare
    earlier: tuple[PeriodShare, ...]


class ComparedLine(Frozen):
    """One place, or one category.

    Attributes:
        village: Its id where lines are places; none for the town desk and the total.
        grid: Its id where lines are grids.
        category: Its code where lines are categories.
        shares: What stayed in the village, and in the town.
    """

    name: str
    village: str | None
    grid: str | None
    category: str | None
    shares: tuple[ComparedShare, ...]


class ComparisonRecord(Frozen):
    """A comparison in full.

    Attributes:
        first: First day of the period.
        last: Last day of the period.
        as_of: The instant of the book's knowledge, UTC.
        date_basis: By which dates cases fall into the periods, in words.
        numbers: The case number of every case behind a share, by its id.
    """

    town: str
    office: str
    period: str
    first: date
    last: date
    as_of: datetime
    date_basis: str
    by: By
    lines: tuple[ComparedLine, ...]
    total: ComparedLine
    numbers: dict[str, str]


def comparison_record(compared: Compared, town: Town) -> ComparisonRecord:
    """A comparison as a record.

    Args:
        compared: What was counted.
        town: Names the lines.
    """
    now, basis = compared.now, compared.now.basis
    return ComparisonRecord(
        town=town.name,
        office=town.office,
        period=basis.period.label,
        first=basis.period.first,
        last=basis.period.last,
        as_of=basis.as_of,
        date_basis=str(basis.dates),
        by=now.by,
        lines=tuple(_line(line.place, compared, town) for line in now.lines),
        total=_line(None, compared, town),
        numbers=dict(sorted(_numbers(compared))),
    )


def _line(place: Place | None, compared: Compared, town: Town) -> ComparedLine:
    village, grid, category = codes_of(place, compared.now.by)
    return ComparedLine(
        name=line_name(place, town, compared.now.by),
        village=village,
        grid=grid,
        category=category,
        shares=tuple(_compared(place, reach, compared) for reach in Reach),
    )


def _compared(place: Place | None, reach: Reach, compared: Compared) -> ComparedShare:
    return ComparedShare(
        now=_in_period(compared.now, place, reach),
        last_year=_in_period(compared.last_year, place, reach),
        earlier=tuple(_in_period(each, place, reach) for each in compared.earlier),
    )


def _in_period(statement: Statement, place: Place | None, reach: Reach) -> PeriodShare:
    share, period = share_of(statement, place, reach), statement.basis.period
    return PeriodShare(
        period=period.label,
        first=period.first,
        last=period.last,
        comparable=not few(share),
        share=share_record(reach, READING, share),
    )


def _numbers(compared: Compared) -> Iterator[tuple[str, str]]:
    """The number of each case that a share of the whole town is counted out of."""
    for statement in compared.statements:
        counted = share_of(statement, None, Reach.TOWN).whole
        for passed in statement.total.passages:
            if passed.facts.id in counted:
                yield passed.facts.id, passed.facts.number
