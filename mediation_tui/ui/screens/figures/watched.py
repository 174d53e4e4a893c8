"""Records that tell how many of their cases have been read, so that long counting can be watched and ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.records import Records
from mediation_tui.figures.registers import Registers
from mediation_tui.model.case import Case
from mediation_tui.model.events import Event
from mediation_tui.model.facts import CaseFacts, Countable
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.store.progress import Progress, unwatched

_Facts = TypeVar("_Facts", CaseFacts, Countable)

_NOW_AND_THEN = 256
"""Cases between two words to whoever is watching."""


@dataclass(frozen=True)
class Watched:
    """Some records, with somebody watching.

    Attributes:
        records: The records.
        expected: How many cases there are, about.
        progress: Told now and then; what it raises ends the reading.
    """

    records: Records
    expected: int
    progress: Progress

    @property
    def as_of(self) -> datetime:
        """The instant they were known at."""
        return self.records.as_of

    @property
    def known_on(self) -> date:
        """The office's date at that instant."""
        return self.records.known_on

    @property
    def town(self) -> Town:
        """The office's places."""
        return self.records.town

    @property
    def people(self) -> tuple[Person, ...]:
        """The office's roster."""
        return self.records.people

    @property
    def rules(self) -> RuleSet:
        """The office's rules."""
        return self.records.rules

    @property
    def calendar(self) -> WorkingDays:
        """The working days the office goes by."""
        return self.records.calendar

    def facts(self, period: Period | None = None) -> Iterator[CaseFacts]:
        """The cases' facts, told of as they come."""
        return self._told(self.records.facts(period))

    def counted(self, period: Period) -> Iterator[Countable]:
        """What a period's figures count by, told of as it comes."""
        return self._told(self.records.counted(period))

    def cases(self, ids: CaseIds, kind: type[Case] | None = None) -> Iterator[Case]:
        """The cases themselves; whoever opens them tells of it."""
        return self.records.cases(ids, kind)

    def registers(self, period: Period) -> Registers:
        """What the registers say of a period."""
        return self.records.registers(period)

    def events(self, case_id: str) -> tuple[Event, ...]:
        """What was recorded of a case."""
        return self.records.events(case_id)

    def events_of(self, ids: CaseIds) -> Iterator[tuple[Event, ...]]:
        """What was recorded of some cases; whoever looks into them tells of it."""
        return self.records.events_of(ids)

    def unsound(self, period: Period | None, progress: Progress = unwatched) -> tuple[str, ...]:
        """The numbers of the cases whose record is not what was written."""
        return self.records.unsound(period, progress)

    def _told(self, facts: Iterator[_Facts]) -> Iterator[_Facts]:
        for done, each in enumerate(facts):
            if done % _NOW_AND_THEN == 0:
                self.progress(done, max(done, self.expected))
            yield each
