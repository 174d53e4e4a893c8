"""A figure beside its own past: the same days last year, and the place's earlier periods; never beside other places.

A share out of few cases is shown and not compared; nor are the days that few cases took (domain handbook §10).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from mediation_tui.figures.earlier import EARLIER, before, last_year
from mediation_tui.figures.figure import DAYS, FEW, Figure, Ratio
from mediation_tui.figures.measures import MEASURES
from mediation_tui.figures.measures.reading import CaseloadReader
from mediation_tui.figures.measures.scope import WHOLE_TOWN, Scope
from mediation_tui.figures.records import Records
from mediation_tui.model.period import Period
from mediation_tui.store.progress import Progress, unwatched


@dataclass(frozen=True)
class Comparison:
    """A figure and its own past.

    Attributes:
        now: The figure.
        last_year: The same days a year earlier; as many of them where the period is not over.
        earlier: The place's periods of the same kind before, oldest first.
    """

    now: Figure
    last_year: Figure
    earlier: tuple[Figure, ...]

    @property
    def change(self) -> Fraction | None:
        """How much more than last year: of a share in hundredths of it; none where it must not be compared."""
        return difference(self.now, self.last_year)


def compared(
    records: Records,
    period: Period,
    measure: str,
    scope: Scope = WHOLE_TOWN,
    n: int = EARLIER,
    progress: Progress = unwatched,
) -> Comparison:
    """A measure of a place beside its own past.

    Raises:
        KeyError: There is no such measure.
        InvalidEntry: The period has not begun yet.
    """
    counted_to = min(period.last, records.known_on)
    periods = (*before(period, n), last_year(period, counted_to), period)
    *earlier, then, now = _figures(records, periods, measure, scope, progress)
    return Comparison(now, then, tuple(earlier))


def history(
    records: Records,
    period: Period,
    measure: str,
    scope: Scope = WHOLE_TOWN,
    n: int = EARLIER,
    progress: Progress = unwatched,
) -> tuple[Figure, ...]:
    """A measure of a place in the periods of the same kind before one, oldest first.

    Raises:
        KeyError: There is no such measure.
    """
    return _figures(records, before(period, n), measure, scope, progress)


def _figures(
    records: Records, periods: tuple[Period, ...], measure: str, scope: Scope, progress: Progress
) -> tuple[Figure, ...]:
    counted = MEASURES[measure]
    loads = CaseloadReader(records, (counted,), scope, progress).read(*periods)
    return tuple(counted.figure(load) for load in loads)


def comparable(figure: Figure) -> bool:
    """Whether there is a number, and cases enough behind it: counts always, shares and days from ten."""
    if figure.value is None or (isinstance(figure.value, Ratio) and figure.value.value is None):
        return False
    return not figure.few and (figure.unit != DAYS or len(figure.cases) >= FEW)


def difference(now: Figure, before: Figure) -> Fraction | None:
    """How much more one figure is than another; none where either must not be compared."""
    if not (comparable(now) and comparable(before)):
        return None
    return _number(now) - _number(before)


def _number(figure: Figure) -> Fraction:
    value = figure.value.value if isinstance(figure.value, Ratio) else figure.value
    assert isinstance(value, int | Decimal | Fraction), "only known figures are compared"
    return Fraction(value)
