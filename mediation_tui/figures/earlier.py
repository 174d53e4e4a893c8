"""Which periods a period is set beside: the same days a year earlier, and those of its kind before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice, repeat, takewhile

from mediation_tui.model.period import Period
from mediation_tui.rules.terms import months_after
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING, Order

EARLIER = 8
"""How many earlier periods a place is shown beside."""

_DAY = timedelta(days=1)
_52_WEEKS = timedelta(weeks=52)


def began_on(book: Book) -> date | None:
    """When the first dispute in a book was registered; before that nobody knows anything."""
    oldest = book.page(EVERYTHING, Order.NEWEST, max(0, book.count(EVERYTHING) - 1), 1)
    return oldest[0].registered_on if oldest else None


def before(period: Period, n: int = EARLIER) -> tuple[Period, ...]:
    """So many periods of the same kind before one, oldest first."""
    return tuple(_backwards(period, n))[::-1]


def known_before(period: Period, began: date | None, n: int = EARLIER) -> tuple[Period, ...]:
    """The same, but none from before a book's first dispute."""
    known = takewhile(lambda each: began and each.last >= began, _backwards(period, n))
    return tuple(known)[::-1]


def _backwards(period: Period, n: int) -> Iterator[Period]:
    """The same, latest first, each as it is asked for."""
    return islice(accumulate(repeat(period, n + 1), lambda later, _: later.earlier()), 1, None)


def last_year(period: Period, counted_to: date) -> Period:
    """The same days a year earlier, up to the day that has been counted to; of a week the one 52 weeks before."""
    until = min(period.last, counted_to)
    if period == Period.week_of(period.first):
        return Period(period.first - _52_WEEKS, until - _52_WEEKS)
    return Period(months_after(period.first, -12), _year_before(until))


def _year_before(day: date) -> date:
    """The same day a year earlier; a month's last day stays that."""
    if (day + _DAY).month != day.month:
        return months_after(day + _DAY, -12) - _DAY
    return months_after(day, -12)
