"""Working days: Monday to Friday, less the holidays, plus the weekends worked to make up for them.

Each year's exceptions are announced by the State Council late in the year before. The table shipped with the
program knows the years announced when it was made; an office adds later ones to its book's rules.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from mediation_tui.rules.workyears import WorkYear, read_years

_TABLE = Path(__file__).with_name("data") / "workdays.toml"
_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The calendar of working days.

    Attributes:
        years: The years whose exceptions are known; in others Monday to Friday is assumed.
        rests: Weekdays that are holidays, in order.
        works: Saturdays and Sundays that are worked, in order.
    """

    years: frozenset[int] = frozenset()
    rests: tuple[date, ...] = ()
    works: tuple[date, ...] = ()

    @classmethod
    @cache
    def shipped(cls) -> WorkingDays:
        """The calendar shipped with the program, read at first use."""
        return cls().with_years(read_years(_TABLE))

    def with_years(self, years: Iterable[WorkYear]) -> WorkingDays:
        """This calendar with some years, which replace those of the same number."""
        listed = tuple(years)
        if not listed:
            return self
        added = frozenset(each.year for each in listed)

        def merged(own: Iterable[date], new: Iterable[date]) -> tuple[date, ...]:
            return tuple(sorted({*(day for day in own if day.year not in added), *new}))

        rests = merged(self.rests, (day for each in listed for day in each.rest if day.weekday() < 5))
        works = merged(self.works, (day for each in listed for day in each.work if day.weekday() >= 5))
        return WorkingDays(self.years | added, rests, works)

    def with_file(self, path: Path) -> WorkingDays:
        """This calendar with the years of a file in the shape of the shipped one.

        Raises:
            SheetError: As for `read_years`.
        """
        return self.with_years(read_years(path))

    def listed(self) -> tuple[WorkYear, ...]:
        """The years that are known, one by one."""
        return tuple(
            WorkYear(
                year=year,
                rest=tuple(day for day in self.rests if day.year == year),
                work=tuple(day for day in self.works if day.year == year),
            )
            for year in sorted(self.years)
        )

    def knows(self, year: int) -> bool:
        """Whether the year's holidays are known."""
        return year in self.years

    def assumed(self, day: date) -> bool:
        """Whether what is said of the day is only an assumption, because its year is not known."""
        return not self.knows(day.year)

    def is_workday(self, day: date) -> bool:
        """Whether the day is worked."""
        if day.weekday() < 5:
            return not _held(self.rests, day)
        return _held(self.works, day)

    def next_workday(self, day: date) -> date:
        """The day itself if it is worked, else the first one worked after it."""
        while not self.is_workday(day):
            day += _DAY
        return day

    def add(self, start: date, days: int) -> date:
        """The last of so many working days after `start`, which is not counted itself; `start` for none.

        Raises:
            ValueError: The number is negative.
        """
        if days < 0:
            raise ValueError(days)
        day = start
        for _ in range(days):
            day = self.next_workday(day + _DAY)
        return day

    def count(self, start: date, end: date) -> int:
        """The working days after `start` up to and with `end`; negative when `end` comes first.

        `count(a, add(a, n))` is n.
        """
        if end < start:
            return -self.count(end, start)
        weekdays = _weekdays_to(end) - _weekdays_to(start)
        return weekdays - _between(self.rests, start, end) + _between(self.works, start, end)


def _held(days: tuple[date, ...], day: date) -> bool:
    place = bisect_right(days, day)
    return place > 0 and days[place - 1] == day


def _between(days: tuple[date, ...], start: date, end: date) -> int:
    """How many of the days, which are in order, come after `start` up to and with `end`."""
    return bisect_right(days, end) - bisect_right(days, start)


def _weekdays_to(day: date) -> int:
    """The weekdays from the beginning of the calendar up to and with the day; 1 January of year 1 is a Monday."""
    weeks, over = divmod(day.toordinal(), 7)
    return weeks * 5 + min(over, 5)
