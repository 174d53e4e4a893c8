"""A stretch of days that figures are about."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.i18n import N_, _


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
        """What the period is called: a month, quarter, half or year where it is one, else its two days."""
        year, month = self.first.year, self.first.month
        if self == Period.year(year):
            return _("{year}年").format(year=year)
        if self == Period.month(year, month):
            return _("{year}年{month}月").format(year=year, month=month)
        if self == Period.quarter(year, (month + 2) // 3):
            return _("{year}年{quarter}季度").format(year=year, quarter=(month + 2) // 3)
        return str(self)

    def earlier(self) -> Period:
        """The period of the same kind just before this one."""
        before = self.first - timedelta(days=1)
        if self == Period.year(self.first.year):
            return Period.year(before.year)
        if self == Period.month(self.first.year, self.first.month):
            return Period.month(before.year, before.month)
        if self == Period.quarter(self.first.year, (self.first.month + 2) // 3):
            return Period.quarter(before.year, (before.month + 2) // 3)
        return Period(self.first - (self.last - self.first) - timedelta(days=1), before)

    def later(self) -> Period:
        """The period of the same kind just after this one."""
        after = self.last + timedelta(days=1)
        if self == Period.year(self.first.year):
            return Period.year(after.year)
        if self == Period.month(self.first.year, self.first.month):
            return Period.month(after.year, after.month)
        if self == Period.quarter(self.first.year, (self.first.month + 2) // 3):
            return Period.quarter(after.year, (after.month + 2) // 3)
        return Period(after, after + (self.last - self.first))
