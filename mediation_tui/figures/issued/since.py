"""What was recorded of a case since a report was counted, and whether that is a late entry or a correction (§7.7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Self

from mediation_tui.model.events import Event, EventKind
from mediation_tui.model.fold import effective

_SAYS_OTHERWISE = frozenset(
    {EventKind.DETAILS_CORRECTED, EventKind.PARTY_CORRECTED, EventKind.VOIDED, EventKind.MERGED_INTO}
)
"""Events that say something else of what was recorded, rather than that something happened."""

_ADDS_UP = frozenset({EventKind.PARTY_ADDED, EventKind.PREVENTION_NOTED})
"""Events that can make a sum another one though it is of the same cases."""


@dataclass(frozen=True)
class Since:
    """What became of a case since an instant.

    Attributes:
        new: Whether it was not in the book then.
        added: What was recorded since and stands.
        taken_back: Whether something that stood then was undone.
    """

    new: bool
    added: tuple[Event, ...]
    taken_back: bool

    @classmethod
    def of(cls, events: Iterable[Event], instant: datetime) -> Self:
        """What became of a case of these events since an instant."""
        events = tuple(events)
        known = tuple(takewhile(lambda event: event.recorded_at <= instant, events))
        stood = {event.id for event in effective(known)}
        stands = effective(events)
        added = tuple(event for event in stands if event.id not in stood)
        return cls(not known, added, bool(stood - {event.id for event in stands}))

    @property
    def says_otherwise(self) -> bool:
        """Whether something that was recorded then is said otherwise now."""
        return self.taken_back or any(event.kind in _SAYS_OTHERWISE for event in self.added)

    @property
    def changes_a_sum(self) -> bool:
        """Whether a sum that the case was counted in then may have become another one."""
        return self.says_otherwise or any(event.kind in _ADDS_UP for event in self.added)

    def is_late_entry(self, last: date) -> bool:
        """Whether the case is another one because something was written down late (补录).

        Late is what happened by a period's last day and was written down only now: a whole case, or an act of one that
        was known. Where anything was changed as well it is a correction (更正), and what happened after the period is
        no late entry.
        """
        if self.new:
            return True
        return not self.says_otherwise and any(event.happened_on <= last for event in self.added)
