"""Working days: Monday to Friday, less the holidays, plus the weekends worked to make up for them.

Each year's exceptions are announced by the State Council late in the year before. The table shipped with the
program knows the years announced when it was made; a file of the user's adds later ones.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from mediation_tui.errors import SheetError
from mediation_tui.i18n import N_

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
        return _read(_TABLE)

    def with_file(self, path: Path) -> WorkingDays:
        """This calendar with the years of a user's file, which replace those of the same number.

        The file has the shape of the shipped one: a table for each year, with `rest` and `work` as months and
        days between spaces.

        Raises:
            SheetError: The file cannot be read, is no TOML, or has something else than days of the year in it.
        """
        added = _read(path)

        def merged(own: Iterable[date], new: Iterable[date]) -> tuple[date, ...]:
            return tuple(sorted([*(day for day in own if day.year not in added.years), *new]))

        return WorkingDays(
            self.years | added.years, merged(self.rests, added.rests), merged(self.works, added.works)
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


def _read(path: Path) -> WorkingDays:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        years = {int(year): days for year, days in table.items()}
        rests = [day for day in _days(years, "rest") if day.weekday() < 5]
        works = [day for day in _days(years, "work") if day.weekday() >= 5]
    except (OSError, ValueError, AttributeError) as error:
        raise SheetError(
            N_("工作日文件 {path} 读不出来：应按年写 rest 和 work，日期写成 01-31 的样子"), path=str(path)
        ) from error
    return WorkingDays(frozenset(years), tuple(sorted({*rests})), tuple(sorted({*works})))


def _days(years: Mapping[int, Mapping[str, Any]], key: str) -> Iterable[date]:
    """The days listed under the key in all years."""
    for year, lists in years.items():
        if not lists.keys() <= {"rest", "work"}:
            raise ValueError(year)
        for day in lists.get(key, "").split():
            yield date.fromisoformat(f"{year}-{day}")
