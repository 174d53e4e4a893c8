"""The diary of one case: who will write down what, when it happened and when it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from mediation_tui.clock import BEIJING, local_date
from mediation_tui.demo.life.deeds import Deed
from mediation_tui.rules.workdays import WorkingDays

_OPENS = time(8, 40, tzinfo=BEIJING)
_MINUTES = 480
"""The office writes from 8:40 for eight hours."""

_NEXT_DAY = 0.15
_PROMPT = timedelta(4)
"""Written down later than the next working day only where that comes soon; no holiday makes a late entry."""


@dataclass(frozen=True)
class Act:
    """Something that is going to be written into the book.

    Attributes:
        on: When it happens.
        written: The instant it is written down, UTC.
        by: Who writes it, a roster id.
        deed: What it is.
    """

    on: date
    written: datetime
    by: str
    deed: Deed


class Diary:
    """Plans the acts of one case, one after another.

    Args:
        random: The only source of chance.
        calendar: The office's working days.
        opened: The day it begins.

    Attributes:
        opened: The same.
        day: The day its latest act happens on, or the day gone on to since.
        acts: What has been planned, in order.
    """

    def __init__(self, random: Random, calendar: WorkingDays, opened: date) -> None:
        self._random = random
        self._calendar = calendar
        self._written = datetime.combine(opened - timedelta(1), _OPENS).astimezone(UTC)
        self.opened = self.day = opened
        self.acts: list[Act] = []

    def after(self, least: int, most: int) -> None:
        """Let so many days pass, and go on to the next working day."""
        self.until(self.day + timedelta(self._random.randint(least, most)))

    def until(self, day: date) -> None:
        """Go on to that day, or the working day after it; never back."""
        self.day = max(self.day, self._calendar.next_workday(day))

    def jot(self, by: str, deed: Deed, *, on: date | None = None, delay: int | None = None) -> None:
        """Plan one act.

        Args:
            by: Who writes it.
            deed: What it is.
            on: When it happens; the diary's day unless said otherwise, never before it.
            delay: Days until it is written down; the same or the next working day when not given.
        """
        self.day = max(self.day, on or self.day)
        self._written = self._instant(self._written_on(delay))
        self.acts.append(Act(self.day, self._written, by, deed))

    def _written_on(self, delay: int | None) -> date:
        if delay is not None:
            return self._calendar.next_workday(self.day + timedelta(delay)) if delay else self.day
        if self._random.random() >= _NEXT_DAY and self._calendar.is_workday(self.day):
            return self.day
        later = self._calendar.next_workday(self.day + timedelta(1))
        return later if later - self.day <= _PROMPT else self.day

    def _instant(self, day: date) -> datetime:
        """Some time that day, after everything written before."""
        soon = self._written + timedelta(minutes=self._random.randint(2, 15))
        if day <= local_date(self._written):
            return soon
        opens = datetime.combine(day, _OPENS).astimezone(UTC)
        return opens + timedelta(minutes=self._random.randrange(_MINUTES))
