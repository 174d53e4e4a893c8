"""The statement beside its own past: each place as it was a year ago and in the periods before; never beside others.

A share out of few disputes is shown and not compared (domain handbook §10).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.earlier import known_before, last_year
from mediation_tui.figures.figure import FEW, NONE, Share
from mediation_tui.figures.keeping_all import keeping_all
from mediation_tui.figures.lines import By, Place, lines_of
from mediation_tui.figures.population import DATES, Population
from mediation_tui.figures.records import Records, require_sound
from mediation_tui.figures.statement import Reach, Reading, Statement, statement_of
from mediation_tui.model.facts import Countable
from mediation_tui.model.period import Period
from mediation_tui.store.progress import Progress, unwatched

READING = Reading.CONCLUDED
"""The headline's reading: out of everything concluded (乙)."""


@dataclass(frozen=True)
class Compared:
    """A statement with those it is compared to.

    Attributes:
        now: The period.
        last_year: The same days a year earlier.
        earlier: The periods of the same kind before, oldest first; none from before the book's first dispute.
    """

    now: Statement
    last_year: Statement
    earlier: tuple[Statement, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that was counted, each period once: this one, those before it latest first, last year where it is none."""
        listed = (self.now, *reversed(self.earlier), self.last_year)
        return tuple({statement.basis.period: statement for statement in listed}.values())


def compared_statement(
    records: Records,
    period: Period,
    began: date | None,
    by: By = By.VILLAGE,
    *,
    proven: bool = False,
    progress: Progress = unwatched,
) -> Compared:
    """Count a period, the same days last year and the periods before, with one reading of the cases.

    Args:
        records: The cases, as they are or were known.
        period: From which day to which.
        began: When the book's first dispute was registered; none where there is none.
        by: What the lines are.
        proven: Whether every case of the book is first proven to be what was written, as for what is saved.
        progress: Told how many records have been proven.

    Raises:
        InvalidEntry: The period has not begun yet on the day of knowledge.
        UnbalancedStatement: Something does not add up; the error names the sum and the cases.
        DamagedBook: A case is not what was written, or cannot be read; the error names it.
    """
    basis = Basis(period, records.as_of, records.known_on, DATES)
    periods = (*known_before(period, began), last_year(period, basis.counted_to), period)
    days = _around(periods)
    if proven:
        require_sound(records, progress=progress)
    with keeping_all():
        *earlier, then, now = _statements(tuple(records.counted(days)), periods, basis, records, by)
    return Compared(now, then, tuple(earlier))


def _around(periods: Sequence[Period]) -> Period:
    """The days from the first of some periods to the last."""
    return Period(min(each.first for each in periods), max(each.last for each in periods))


def _statements(
    facts: tuple[Countable, ...], periods: Sequence[Period], basis: Basis, records: Records, by: By
) -> Iterator[Statement]:
    """The statement of each period, from the same cases as known at the same instant."""
    places, late = lines_of(records.town, by), records.rules.late_after_days
    bases = (Basis(period, basis.as_of, basis.known_on, basis.dates) for period in periods)
    return (statement_of(Population(facts, known), places, late, by) for known in bases)


def share_of(statement: Statement, place: Place | None, reach: Reach) -> Share:
    """What stayed of a place's disputes; none is the whole town, and nothing out of nothing a place that had none."""
    lines = (statement.total,) if place is None else statement.lines
    found = next((line for line in lines if line.place == place), None)
    return found.share(reach, READING) if found else Share(NONE, NONE)


def few(share: Share) -> bool:
    """Whether it is out of so few disputes that it must not be compared."""
    return len(share.whole) < FEW


def comparable(share: Share) -> Fraction | None:
    """A share where it may be compared."""
    return None if few(share) else share.value
