"""The Book: the one repository the rest of the program sees, whatever engine holds the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from mediation_tui.model.steps import Step
from mediation_tui.store.progress import Progress, unwatched

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from mediation_tui.model.case import Case
    from mediation_tui.model.consultation import Consultation
    from mediation_tui.model.events import Draft, Event
    from mediation_tui.model.facts import CaseFacts, CountedFacts
    from mediation_tui.model.meeting import MeetingHead
    from mediation_tui.model.people import Person
    from mediation_tui.model.period import Period
    from mediation_tui.model.places import Town
    from mediation_tui.model.reporting import ReportHead
    from mediation_tui.model.screening import Screening
    from mediation_tui.rules.registers import Register
    from mediation_tui.rules.ruleset import RuleSet
    from mediation_tui.rules.workdays import WorkingDays
    from mediation_tui.store.filters import CaseFilter, Order

S = TypeVar("S", bound=Step)


@dataclass(frozen=True)
class Totals:
    """What the foot of a list sums.

    Attributes:
        cases: Number of cases (件).
        people: Persons affected: as entered, or else the parties.
        amount: Money in dispute, 元.
    """

    cases: int
    people: int
    amount: Decimal


@dataclass(frozen=True)
class Finding:
    """One thing a check of the book found.

    Attributes:
        sentence: What is wrong, and with which case or record, in the language spoken when it was found.
        case_id: The case concerned, if one is.
        number: Its number, where the book still knows it.
        advice: What to do about it.
    """

    sentence: str
    case_id: str | None = None
    number: str = ""
    advice: str = ""


@dataclass(frozen=True)
class ChainEnd:
    """The last event of a chain.

    Attributes:
        origin: Whose chain.
        sequence: The event's number, which is also how many there are.
        hash: Its hash; whoever notes it down can tell later whether the chain up to here is still the same.
    """

    origin: str
    sequence: int
    hash: str


@dataclass(frozen=True)
class Description:
    """What holds a book.

    Attributes:
        engine: The engine's name.
        version: Its version.
        format: The format of the records.
        journal: How a file is written safely; empty for a database, which sees to that itself.
        file_bytes: The file's size; nothing for a database.
        log_bytes: The size of the log beside it; nothing for a database.
        resets_log_wrongly: Whether this version of SQLite may lose a commit when programs other than this one have
            the file open too.
    """

    engine: str
    version: str
    format: int
    journal: str = ""
    file_bytes: int | None = None
    log_bytes: int | None = None
    resets_log_wrongly: bool = False


class Writing(Protocol):
    """One transaction on a book: all of it is kept, or nothing."""

    def case(self, case_id: str) -> Case:
        """A case as it stands, which nobody else changes before this transaction ends.

        Raises:
            NotFound: There is none of that id.
        """
        ...

    def append(self, case: Case | None, drafts: Sequence[Draft]) -> Case:
        """Seal drafts into the chain and fold them into the case; none begins a new case.

        Raises:
            Collision: The case is no longer the version that is given.
        """
        ...

    def highest_serial(self, committees: Sequence[str], year: int) -> int:
        """The highest serial ever given in these committees' series of a year, 0 if none."""
        ...

    def number_taken(self, committees: Sequence[str], number: str) -> bool:
        """Whether one of these committees has a case of that number, however it is spelt."""
        ...

    def steps(self, register: Register[S], record_id: str) -> tuple[S, ...]:
        """The steps a record has so far, none for a new one.

        Nobody takes a step of a record of this kind before this transaction ends.
        """
        ...

    def hold(self, register: Register[Any]) -> None:
        """Let nobody take a step of a record of this kind before this transaction ends."""
        ...

    def add_step(self, register: Register[S], step: S) -> None:
        """Write down a record's next step.

        Raises:
            Collision: It does not go on from where the record stands.
        """
        ...

    def save_roster(self, town: Town, people: Sequence[Person]) -> None:
        """Put another roster in the place of the present one."""
        ...

    def save_rules(self, rules: RuleSet) -> None:
        """Put other rules in the place of the present ones and work out every case's limits again."""
        ...


class Book(Protocol):
    """All records of one office.

    Reading methods may be called from any thread. Cases come as they stand, facts without opening the case.
    """

    @property
    def location(self) -> str:
        """Where the book is: a path or a URL."""
        ...

    @property
    def origin(self) -> str:
        """The id under which this book writes its events."""
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
        """The office's rules of time."""
        ...

    @property
    def calendar(self) -> WorkingDays:
        """The working days the office goes by."""
        ...

    def case(self, case_id: str) -> Case:
        """A case as it stands.

        Raises:
            NotFound: There is none of that id.
        """
        ...

    def find(self, text: str) -> str:
        """The id of the case meant by an id or a case number in any spelling.

        Raises:
            NotFound: No case, or more than one, is meant.
        """
        ...

    def events(self, case_id: str) -> tuple[Event, ...]:
        """All events of a case in the order they were written."""
        ...

    def events_of(self, ids: Iterable[str]) -> Iterator[tuple[Event, ...]]:
        """All events of some cases, a case at a time in the order of their ids; many at once read much faster."""
        ...

    def page(self, chosen: CaseFilter, order: Order, offset: int, limit: int) -> tuple[CaseFacts, ...]:
        """Some of the cases a filter chooses, in an order."""
        ...

    def count(self, chosen: CaseFilter) -> int:
        """How many cases a filter chooses."""
        ...

    def totals(self, chosen: CaseFilter) -> Totals:
        """What the cases a filter chooses come to."""
        ...

    def tally(self, by: Sequence[str], chosen: CaseFilter) -> dict[tuple[str | None, ...], int]:
        """How many of the chosen cases there are for each combination of some facts."""
        ...

    def facts(self, chosen: CaseFilter) -> Iterator[CaseFacts]:
        """Every case a filter chooses, oldest number first.

        Raises:
            DamagedBook: One cannot be read as facts; `facts["number"]` is its number.
        """
        ...

    def counted_facts(self, chosen: CaseFilter) -> Iterator[CountedFacts]:
        """What figures count by of every case a filter chooses, in any order; several times as fast as `facts`.

        Raises:
            DamagedBook: As for `facts`, as far as these are concerned.
        """
        ...

    def facts_at(self, instant: datetime, progress: Progress = unwatched) -> Iterator[CaseFacts]:
        """Every case known at an instant, as it was known then; never many of them in memory at once.

        A case whose registration was written down later is not among them, and what was undone later still counts.
        Places, people and rules are the present ones: limits are worked out as the office would now.

        Args:
            instant: The instant, with its zone.
            progress: Told how many of the book's cases have been looked at.

        Raises:
            DamagedBook: As for `facts`.
        """
        ...

    def case_at(self, case_id: str, instant: datetime) -> Case:
        """A case as it was known at an instant.

        Raises:
            NotFound: There was none of that id then.
        """
        ...

    def cases_at(self, ids: Iterable[str], instant: datetime) -> Iterator[Case]:
        """Those of some cases that were known at an instant, as they were then, in any order."""
        ...

    def unsound(self, ids: frozenset[str] | None = None, progress: Progress = unwatched) -> tuple[str, ...]:
        """The numbers of the cases whose records are not what was written, so that nothing is signed on them.

        Args:
            ids: Only of these cases; one that the book has no record of counts too, by its id. All unless given.
            progress: Told how many of how many records have been looked at, where all are.
        """
        ...

    def cases(self, chosen: CaseFilter, kind: type[Case] | None = None) -> Iterator[Case]:
        """Every case a filter chooses in full, never many of them in memory at once, in any order.

        Args:
            chosen: Which.
            kind: A kind of case that reads less of it, where that is enough.
        """
        ...

    def namesakes(self, name: str, limit: int) -> tuple[Case, ...]:
        """Cases with a party of exactly that name, latest first; whether it is the same person is for people to say."""
        ...

    def reports(self) -> tuple[ReportHead, ...]:
        """Each report in one line, the one somebody did something with last coming first; no figure is read."""
        ...

    def steps(self, register: Register[S], record_id: str) -> tuple[S, ...]:
        """All steps of a record, from its first on.

        Raises:
            NotFound: There is no such record.
        """
        ...

    def screenings(
        self, period: Period, instant: datetime | None = None, village: str | None = None
    ) -> tuple[Screening, ...]:
        """The screening rounds for a period that has days in common with one, withdrawn ones too.

        Args:
            period: The days.
            instant: As known then; as they stand unless it is given.
            village: Only those of this village and its grids.
        """
        ...

    def first_screened(self, instant: datetime | None = None) -> date | None:
        """The first day of the earliest period somebody reported a round for; none where nobody did."""
        ...

    def consultations(self, period: Period, instant: datetime | None = None) -> tuple[Consultation, ...]:
        """The legal questions of a period, withdrawn ones too; see `screenings`."""
        ...

    def first_consulted(self, instant: datetime | None = None) -> date | None:
        """The day of the first legal question on record; none where there is none."""
        ...

    def meetings(self, offset: int, limit: int) -> tuple[MeetingHead, ...]:
        """Some of the weekly meetings in one line each, the newest first."""
        ...

    def meetings_of(self, week: Period) -> tuple[MeetingHead, ...]:
        """The meetings about a week, in the order they were begun."""
        ...

    def position(self) -> int:
        """A number that changes whenever anyone has written."""
        ...

    def writing(self) -> AbstractContextManager[Writing]:
        """One transaction; inside another, a part of it.

        Raises:
            BusyBook: Somebody else kept the book too long.
            Collision: Somebody else came first; the whole act may be done again.
            BookError: It could not be written; nothing was.
        """
        ...

    @property
    def in_writing(self) -> bool:
        """Whether this thread is inside a transaction on the book."""
        ...

    def heads(self) -> dict[str, int]:
        """For each origin, how many events the book holds."""
        ...

    def ends(self) -> tuple[ChainEnd, ...]:
        """Where each chain of events ends."""
        ...

    def describe(self) -> Description:
        """What holds the book."""
        ...

    def check(self) -> Iterator[Finding]:
        """Read everything and say what is not as it was written."""
        ...

    def backup(self, path: Path, made_at: datetime, progress: Progress = unwatched) -> None:
        """Copy the book, as it is at one moment, into one file from which it can be restored; others write on.

        Args:
            path: Where nothing is yet.
            made_at: When the backup is made.
            progress: Told how far it is.

        Raises:
            BookError: Something is there already, or it cannot be written; nothing is left of it.
        """
        ...

    def rest(self) -> None:
        """Put in order what is better put in order while nobody writes; waits for nobody."""
        ...

    def close(self) -> None:
        """Let go of the book."""
        ...
