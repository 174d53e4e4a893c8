"""A stretch of days that figures are about."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Word


class PeriodKind(Word):
    """How a period is named."""

    WEEK = "week", N_("周")
    MONTH = "month", N_("月")
    QUARTER = "quarter", N_("季度")
    HALF = "half", N_("半年")
    YEAR = "year", N_("年")
    DAYS = "days", N_("自定起止")


@dataclass(frozen=True, order=True)
class Period:
    """From one day to another, both included.

    Raises:
        InvalidEntry: It ends before it begins.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            error = MediationError(
                N_("期间的结束（{last}）早于开始（{first}）"), first=self.first, last=self.last
            )
            raise InvalidEntry([Problem("last", error)])

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A calendar month."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """A quarter, 1–4."""
        return cls(date(year, 3 * quarter - 2, 1), cls.month(year, 3 * quarter).last)

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """A half-year, 1 or 2."""
        return cls(date(year, 6 * half - 5, 1), cls.month(year, 6 * half).last)

    @classmethod
    def year(cls, year: int) -> Period:
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def week_of(cls, day: date) -> Period:
        """The ISO week of a day, Monday to Sunday."""
        monday = day - timedelta(days=day.weekday())
        return cls(monday, monday + timedelta(days=6))

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.first} – {self.last}"

    @property
    def label(self) -> str:
        """What the period is called: a week, month, quarter, half or year where it is one, else its two days."""
        year, month = self.first.year, self.first.month
        match self.kind:
            case PeriodKind.YEAR:
                return _("{year}年").format(year=year)
            case PeriodKind.HALF:
                return (_("{year}年上半年") if month == 1 else _("{year}年下半年")).format(year=year)
            case PeriodKind.QUARTER:
                return _("{year}年{quarter}季度").format(year=year, quarter=_quarter(self.first))
            case PeriodKind.MONTH:
                return _("{year}年{month}月").format(year=year, month=month)
            case PeriodKind.WEEK:
                week = self.first.isocalendar()
                return _("{year}年第{week}周").format(year=week.year, week=week.week)
            case PeriodKind.DAYS:
                return str(self)

    @property
    def kind(self) -> PeriodKind:
        """Which stretch of the calendar it is."""
        whole = (kind for kind, around in _AROUND.items() if around(self.first) == self)
        return next(whole, PeriodKind.DAYS)

    def earlier(self) -> Period:
        """The period of the same kind just before this one."""
        before = self.first - _DAY
        if around := _AROUND.get(self.kind):
            return around(before)
        return Period(self.first - (self.last - self.first) - _DAY, before)

    def later(self) -> Period:
        """The period of the same kind just after this one."""
        after = self.last + _DAY
        if around := _AROUND.get(self.kind):
            return around(after)
        return Period(after, after + (self.last - self.first))


_DAY = timedelta(days=1)


def _quarter(day: date) -> int:
    return (day.month + 2) // 3


_AROUND: Mapping[PeriodKind, Callable[[date], Period]] = {
    PeriodKind.YEAR: lambda day: Period.year(day.year),
    PeriodKind.HALF: lambda day: Period.half(day.year, (day.month + 5) // 6),
    PeriodKind.QUARTER: lambda day: Period.quarter(day.year, _quarter(day)),
    PeriodKind.MONTH: lambda day: Period.month(day.year, day.month),
    PeriodKind.WEEK: Period.week_of,
}
"""The stretch of each kind around a day."""
