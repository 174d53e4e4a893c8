"""Time as an argument: the office's date, the instant of recording, and ids that sort by it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Protocol
from uuid import UUID

BEIJING = timezone(timedelta(hours=8), "UTC+8")
"""China's one legal time; the office's dates are read off it whatever the terminal's own zone says."""


class Clock(Protocol):
    """Tells the time to whoever needs it; nothing else in the program asks the machine."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        ...

    def today(self) -> date:
        """The office's date."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The date in Beijing time."""
        return self.now().astimezone(BEIJING).date()


@dataclass
class SetClock:
    """A clock someone sets: for the made-up town and for tests.

    Attributes:
        instant: The present; `tick` is added each time it is asked for, so that no two acts share it.
        tick: How far every reading moves it on.
    """

    instant: datetime
    tick: timedelta = field(default=timedelta(0))

    @classmethod
    def on(cls, day: date, hour: int = 9, tick: timedelta = timedelta(0)) -> SetClock:
        """A clock that stands at an hour of a day, Beijing time."""
        return cls(datetime(day.year, day.month, day.day, hour, tzinfo=BEIJING).astimezone(UTC), tick)

    def now(self) -> datetime:
        """The set instant, moved on by one tick."""
        present = self.instant
        self.instant += self.tick
        return present

    def today(self) -> date:
        """The date of the set instant in Beijing time."""
        return self.instant.astimezone(BEIJING).date()


def local_date(instant: datetime) -> date:
    """The office's date at an instant."""
    return instant.astimezone(BEIJING).date()


def end_of(day: date) -> datetime:
    """The last instant of an office's day, in UTC."""
    return datetime.combine(day, time.max, BEIJING).astimezone(UTC)


def new_id(instant: datetime, randomness: int | None = None) -> UUID:
    """A UUIDv7 (RFC 9562): its first 48 bits are the instant's milliseconds, so ids sort by time.

    Args:
        instant: When the thing was made.
        randomness: 74 bits to fill the rest; fresh from the system unless given (the made-up town gives them).
    """
    import secrets

    milliseconds = int(instant.timestamp() * 1000)
    bits = secrets.randbits(74) if randomness is None else randomness & ((1 << 74) - 1)
    high, low = bits >> 62, bits & ((1 << 62) - 1)
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62) | low)
