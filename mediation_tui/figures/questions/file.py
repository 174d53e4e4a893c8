"""A case as it is looked into: how it stands, and who wrote down what when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mediation_tui.figures.lines import TOWN_DESK, Place
from mediation_tui.model.case import Case
from mediation_tui.model.events import Event, EventKind
from mediation_tui.model.fold import effective, fold
from mediation_tui.model.vocabulary import Level

CONCLUDING = frozenset(
    {
        EventKind.AGREEMENT_REACHED,
        EventKind.MEDIATION_FAILED,
        EventKind.WITHDRAWN,
        EventKind.TRANSFERRED,
        EventKind.NOT_ACCEPTED,
    }
)
"""What ends mediation (调结)."""


@dataclass(frozen=True)
class File:
    """One case with its history.

    Attributes:
        case: The case as it stood at the instant that is asked about.
        events: What had been written by then and still held, in order; the registration first.
    """

    case: Case
    events: tuple[Event, ...]

    @classmethod
    def opened(cls, events: Iterable[Event], as_of: datetime) -> File | None:
        """The file as it was at an instant; none if nothing had been written by then."""
        written = [event for event in events if event.recorded_at <= as_of]
        return cls(fold(written), tuple(effective(written))) if written else None

    @property
    def id(self) -> str:
        """The case's id."""
        return self.case.id

    @property
    def place(self) -> Place:
        """The line of the statement it is counted in."""
        case = self.case
        if case.level_received >= Level.TOWN or case.village is None:
            return TOWN_DESK
        return case.village, None

    @property
    def imported(self) -> bool:
        """Whether it was brought in from a ledger, so that when and by whom it was written down says nothing."""
        return bool(self.case.imported_from)

    @property
    def registered(self) -> Event:
        """Its registration."""
        return self.events[0]

    @property
    def concluded(self) -> Event | None:
        """What last ended its mediation."""
        return next((event for event in reversed(self.events) if event.kind in CONCLUDING), None)

    @property
    def closed(self) -> Event | None:
        """Its last closing."""
        return next((event for event in reversed(self.events) if event.kind is EventKind.CLOSED), None)
