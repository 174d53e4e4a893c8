"""Where figures read: the office's cases, as they are known now or were known at an instant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from mediation_tui.clock import Clock
from mediation_tui.figures.figure import CaseIds
from mediation_tui.model.case import Case
from mediation_tui.model.events import Event
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter


class Records(Protocol):
    """All cases of an office as they were known at one instant; roster and rules are the present ones."""

    @property
    def as_of(self) -> datetime:
        """The instant, UTC."""
        ...

    @property
    def known_on(self) -> date:
        """The office's date at that instant."""
        ...

    @property
    def town(self) -> Town:
        """The office's places."""
        ...

    @property
    def people(self) -> tuple[Person, ...]:
        """The office's roster."""
        ...

    @property
    def rules(self) -> RuleSet:
        """The office's rules."""
        ...

    @property
    def calendar(self) -> WorkingDays:
        """The working days the office goes by."""
        ...

    def facts(self, period: Period | None = None) -> Iterator[CaseFacts]:
        """Every case, or at least every one that was in hand on some day of a period, without opening them.

        Raises:
            DamagedBook: A case cannot be read; the error names it.
        """
        ...

    def cases(self, ids: CaseIds) -> Iterator[Case]:
        """Some of the cases in full, in any order.

        Raises:
            DamagedBook: A case cannot be read; the error names it.
        """
        ...

    def events(self, case_id: str) -> tuple[Event, ...]:
        """What was recorded of a case, in the order it was written."""
        ...


@dataclass(frozen=True)
class Present:
    """The cases of a book as they stand.

    Attributes:
        book: The office's records.
        clock: Tells the present.
    """

    book: Book
    clock: Clock

    @property
    def as_of(self) -> datetime:
        """The present instant."""
        return self.clock.now()

    @property
    def known_on(self) -> date:
        """Today."""
        return self.clock.today()

    @property
    def town(self) -> Town:
        """The office's places."""
        return self.book.town

    @property
    def people(self) -> tuple[Person, ...]:
        """The office's roster."""
        return self.book.people

    @property
    def rules(self) -> RuleSet:
        """The office's rules."""
        return self.book.rules

    @property
    def calendar(self) -> WorkingDays:
        """The working days the office goes by."""
        return self.book.calendar

    def facts(self, period: Period | None = None) -> Iterator[CaseFacts]:
        """Every case, or those that may have been in hand in a period."""
        return self.book.facts(CaseFilter(in_hand=period))

    def cases(self, ids: CaseIds) -> Iterator[Case]:
        """Some of the cases in full."""
        return self.book.cases(CaseFilter(ids=ids))

    def events(self, case_id: str) -> tuple[Event, ...]:
        """What was recorded of a case."""
        return self.book.events(case_id)
