"""Where figures read: the office's cases, as they are known now or were known at an instant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Protocol

from mediation_tui.clock import Clock, end_of, local_date
from mediation_tui.errors import DamagedBook, InvalidEntry, MediationError, Problem
from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.registers import Registers, registers_of
from mediation_tui.figures.soundness import unsound_in
from mediation_tui.i18n import N_
from mediation_tui.model.case import Case
from mediation_tui.model.events import Event
from mediation_tui.model.facts import CaseFacts, Countable, CountedFacts, counted_of
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter
from mediation_tui.store.progress import Progress, unwatched

_NAMED = 10
"""Damaged cases named in one sentence."""


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
        """Every case, or at least every one that was in hand on some day of a period; oldest number first.

        Raises:
            DamagedBook: A case cannot be read; the error names it.
        """
        ...

    def counted(self, period: Period) -> Iterator[Countable]:
        """At least every case that was in hand on some day of a period, to be counted, oldest number first.

        Raises:
            DamagedBook: A case cannot be read; the error names it.
        """
        ...

    def cases(self, ids: CaseIds, kind: type[Case] | None = None) -> Iterator[Case]:
        """Some of the cases in full, or at least as far as a kind of case reads them, in any order.

        Raises:
            DamagedBook: A case cannot be read; the error names it.
        """
        ...

    def registers(self, period: Period) -> Registers:
        """What the registers of rounds and questions say of a period."""
        ...

    def events(self, case_id: str) -> tuple[Event, ...]:
        """What was recorded of a case, in the order it was written."""
        ...

    def events_of(self, ids: CaseIds) -> Iterator[tuple[Event, ...]]:
        """What was recorded of some cases, a case at a time in the order of their ids."""
        ...

    def unsound(self, period: Period | None, progress: Progress = unwatched) -> tuple[str, ...]:
        """The numbers of the cases whose record is not what was written, all or those a period may count."""
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

    def counted(self, period: Period) -> Iterator[CountedFacts]:
        """Those that may have been in hand in a period."""
        yield from sorted(self.book.counted_facts(CaseFilter(in_hand=period)), key=_by_number)

    def cases(self, ids: CaseIds, kind: type[Case] | None = None) -> Iterator[Case]:
        """Some of the cases in full, or as far as a kind of case reads them."""
        return self.book.cases(CaseFilter(ids=frozenset(ids)), kind)

    def registers(self, period: Period) -> Registers:
        """What the registers say of a period."""
        return registers_of(self.book, period, self.known_on)

    def events(self, case_id: str) -> tuple[Event, ...]:
        """What was recorded of a case."""
        return self.book.events(case_id)

    def events_of(self, ids: CaseIds) -> Iterator[tuple[Event, ...]]:
        """What was recorded of some cases."""
        return self.book.events_of(ids)

    def unsound(self, period: Period | None, progress: Progress = unwatched) -> tuple[str, ...]:
        """The numbers of the cases whose record is not what was written."""
        return unsound_in(self.book, self.as_of, period, progress)


@dataclass(frozen=True)
class Past:
    """The cases of a book as they were known at an instant that has passed; see `Records`.

    Attributes:
        book: The office's records.
        as_of: The instant, UTC.
        progress: Told how many cases have been looked at.
    """

    book: Book
    as_of: datetime
    progress: Progress = unwatched

    @property
    def known_on(self) -> date:
        """The office's date then."""
        return local_date(self.as_of)

    @property
    def town(self) -> Town:
        """The office's places, as they are now."""
        return self.book.town

    @property
    def people(self) -> tuple[Person, ...]:
        """The office's roster, as it is now."""
        return self.book.people

    @property
    def rules(self) -> RuleSet:
        """The office's rules, as they are now."""
        return self.book.rules

    @property
    def calendar(self) -> WorkingDays:
        """The working days the office goes by."""
        return self.book.calendar

    def facts(self, period: Period | None = None) -> Iterator[CaseFacts]:
        """Every case known then, or those registered by the end of a period, oldest number first as now."""
        known = self.book.facts_at(self.as_of, self.progress)
        yield from sorted((f for f in known if not period or f.registered_on <= period.last), key=_by_number)

    def counted(self, period: Period) -> Iterator[CountedFacts]:
        """Those known then that were registered by the end of a period."""
        known = self.book.facts_at(self.as_of, self.progress)
        yield from sorted(
            (counted_of(facts) for facts in known if facts.registered_on <= period.last), key=_by_number
        )

    def cases(self, ids: CaseIds, kind: type[Case] | None = None) -> Iterator[Case]:
        """Those of some cases that were known then, always in full."""
        return self.book.cases_at(ids, self.as_of)

    def registers(self, period: Period) -> Registers:
        """What the registers had said of a period by then."""
        return registers_of(self.book, period, self.known_on, self.as_of)

    def events(self, case_id: str) -> tuple[Event, ...]:
        """What had been recorded of a case by then."""
        return self._by_then(self.book.events(case_id))

    def events_of(self, ids: CaseIds) -> Iterator[tuple[Event, ...]]:
        """What had been recorded of some cases by then."""
        return map(self._by_then, self.book.events_of(ids))

    def _by_then(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        return tuple(takewhile(lambda event: event.recorded_at <= self.as_of, events))

    def unsound(self, period: Period | None, progress: Progress = unwatched) -> tuple[str, ...]:
        """The numbers of the cases whose present record is not what was written."""
        return unsound_in(self.book, self.as_of, period, progress)


def _by_number(facts: Countable) -> tuple[int, bool, int, str, str]:
    """By what a book lists its cases, oldest number first."""
    return facts.year, facts.serial is None, facts.serial or 0, facts.number, facts.id


def require_sound(records: Records, period: Period | None = None, progress: Progress = unwatched) -> None:
    """Refuse to count anything while a case that may belong to it is not what was written.

    Args:
        records: The cases.
        period: The days something is counted of; every case is proven unless they are given.
        progress: Told how many records have been looked at.

    Raises:
        DamagedBook: The error names the cases.
    """
    if damaged := records.unsound(period, progress):
        raise DamagedBook(
            N_("{n} 件案件的存档与写入时不符，不能出报表：{numbers}。请先运行 check，按它的说明处理。"),
            n=len(damaged),
            numbers=damaged[:_NAMED] + (("…",) if len(damaged) > _NAMED else ()),
        )


def records_of(
    book: Book, clock: Clock, as_of: datetime | None = None, progress: Progress = unwatched
) -> Records:
    """The cases of a book as they stand, or as they were known at an instant.

    Args:
        book: The office's records.
        clock: Tells the present.
        as_of: The instant, UTC; none for the present.
        progress: Told how many cases have been looked at, where the past is read.

    Raises:
        InvalidEntry: The instant has not come yet.
    """
    if as_of is None:
        return Present(book, clock)
    if as_of > max(clock.now(), end_of(clock.today())):
        error = MediationError(N_("截止时间 {day} 还没有到"), day=local_date(as_of))
        raise InvalidEntry([Problem("as_of", error)])
    return Past(book, min(as_of, clock.now()), progress)
