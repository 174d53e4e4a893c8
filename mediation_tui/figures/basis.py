"""What a set of figures is about: which days, which dates, and as known when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.period import Period


@dataclass(frozen=True)
class Basis:
    """What a figure is about, apart from what it counts.

    Attributes:
        period: The days that count, both ends included.
        as_of: The instant of the book's knowledge, UTC.
        known_on: The office's date at that instant.
        dates: By which event dates disputes fall into the period, in words.

    Raises:
        InvalidEntry: The period had not begun on the day of knowledge.
    """

    period: Period
    as_of: datetime
    known_on: date
    dates: Phrase

    def __post_init__(self) -> None:
        if self.period.first > self.known_on:
            error = MediationError(N_("期间 {period} 还没有开始"), period=self.period)
            raise InvalidEntry([Problem("first", error)])

    @property
    def counted_to(self) -> date:
        """The day on which open terms are looked at: the period's last, or the day of knowledge if that came first."""
        return min(self.period.last, self.known_on)
