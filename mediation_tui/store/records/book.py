"""A book's reading side, and the door to its writing side, over any engine.

What only an opened case or a write needs is imported there: the first screen shows neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from mediation_tui.errors import NotFound
from mediation_tui.i18n import N_
from mediation_tui.model.facts import CaseFacts, CountedFacts
from mediation_tui.model.numbers import normalise
from mediation_tui.model.steps import Step
from mediation_tui.store.book import Totals
from mediation_tui.store.filters import CaseFilter, Order
from mediation_tui.store.port import Engine
from mediation_tui.store.progress import Progress, unwatched
from mediation_tui.store.records.asking import ORDERS, where
from mediation_tui.store.records.documents import COUNTED_COLUMNS, FACT_COLUMNS, fact_column
from mediation_tui.store.records.factrows import read_counted, read_facts
from mediation_tui.store.records.office import Office
from mediation_tui.store.records.reading import whole

if TYPE_CHECKING:
    from datetime import date, datetime

    from mediation_tui.model.case import Case
    from mediation_tui.model.consultation import Consultation
    from mediation_tui.model.events import Event
    from mediation_tui.model.meeting import MeetingHead
    from mediation_tui.model.people import Person
    from mediation_tui.model.period import Period
    from mediation_tui.model.places import Town
    from mediation_tui.model.reporting import ReportHead
    from mediation_tui.model.screening import Screening
    from mediation_tui.rules.registers import Register
    from mediation_tui.rules.ruleset import RuleSet
    from mediation_tui.rules.workdays import WorkingDays
    from mediation_tui.store.book import ChainEnd, Description, Finding, Writing

S = TypeVar("S", bound=Step)

_OPENED_TOGETHER = 200
"""Cases read in full at a time."""


class RecordsBook:
    """A book over an engine; see `store.book.Book` for what each method means.

    Args:
        engine: What holds the records; closed with the book.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._office = Office(engine)

    @property
    def engine(self) -> Engine:
        """What holds the records, for what is done to a book as a whole."""
        return self._engine

    def found(self, origin: str, town: Town, people: Sequence[Person], rules: RuleSet) -> None:
        """Write the settings of a new book."""
        with self._engine.transaction():
            self._office.found(origin, town, people, rules)

    @property
    def location(self) -> str:
        """Where the records are: a path or a URL."""
        return self._engine.location

    @cached_property
    def origin(self) -> str:
        """The id under which this book writes its events."""
        return self._office.origin()

    @property
    def town(self) -> Town:
        """The office's places."""
        return self._office.town()

    @property
    def people(self) -> tuple[Person, ...]:
        """The office's roster."""
        return self._office.people()

    @property
    def rules(self) -> RuleSet:
        """The office's rules of time."""
        return self._office.rules()

    @property
    def calendar(self) -> WorkingDays:
        """The working days the office goes by."""
        return self.rules.calendar

    def case(self, case_id: str) -> Case:
        """A case as it stands."""
        from mediation_tui.store.records.opening import case_in, case_row

        with whole(self.location):
            _row, body = case_row(self._engine, case_id)
            return case_in(body)

    def find(self, text: str) -> str:
        """The id of the case meant by an id or a case number in any spelling."""
        found = self._engine.rows(
            "cases", ("case_id",), "WHERE case_id = ? OR number_key = ? LIMIT 2", [text, normalise(text)]
        )
        if len(found) != 1:
            sentence = (
                N_("没有这件案件：{case}。") if not found else N_("不止一件案件的案号是{case}，请用编号。")
            )
            raise NotFound(sentence, case=text)
        return str(found[0][0])

    def events(self, case_id: str) -> tuple[Event, ...]:
        """All events of a case in the order they were written."""
        from mediation_tui.store.records.opening import events_of

        with whole(self.location):
            return events_of(self._engine, case_id)

    def events_of(self, ids: Iterable[str]) -> Iterator[tuple[Event, ...]]:
        """All events of some cases, a case at a time in the order of their ids."""
        from mediation_tui.store.records.opening import events_by_case

        with whole(self.location):
            yield from events_by_case(self._engine, ids)

    def page(self, chosen: CaseFilter, order: Order, offset: int, limit: int) -> tuple[CaseFacts, ...]:
        """Some of the cases a filter chooses, in an order."""
        clause, values = where(chosen, self._engine.dialect)
        sorting = f"ORDER BY {ORDERS[order]}"
        there = f"WHERE id IN (SELECT id FROM cases {clause} {sorting} LIMIT ? OFFSET ?) {sorting}"
        rows = self._engine.rows("cases", FACT_COLUMNS, there, [*values, limit, offset])
        return tuple(read_facts(rows, self.location))

    def facts(self, chosen: CaseFilter) -> Iterator[CaseFacts]:
        """Every case a filter chooses, oldest number first."""
        clause, values = where(chosen, self._engine.dialect)
        rows = self._engine.rows("cases", FACT_COLUMNS, f"{clause} ORDER BY {ORDERS[Order.NUMBER]}", values)
        yield from read_facts(rows, self.location)

    def counted_facts(self, chosen: CaseFilter) -> Iterator[CountedFacts]:
        """What figures count by of every case a filter chooses, in any order."""
        clause, values = where(chosen, self._engine.dialect)
        yield from read_counted(self._engine.rows("cases", COUNTED_COLUMNS, clause, values), self.location)

    def facts_at(self, instant: datetime, progress: Progress = unwatched) -> Iterator[CaseFacts]:
        """Every case known at an instant, as it was known then, under the present roster and rules."""
        from mediation_tui.rules.facts import facts_of
        from mediation_tui.store.records import asof

        rules = self.rules
        with whole(self.location):
            yield from asof.facts_at(
                self._engine, instant, lambda case: facts_of(case, rules, rules.calendar), progress
            )

    def case_at(self, case_id: str, instant: datetime) -> Case:
        """A case as it was known at an instant."""
        from mediation_tui.store.records import asof

        with whole(self.location):
            return asof.case_at(self._engine, case_id, instant)

    def cases_at(self, ids: Iterable[str], instant: datetime) -> Iterator[Case]:
        """Those of some cases that were known at an instant, as they were then."""
        from mediation_tui.store.records import asof

        with whole(self.location):
            yield from asof.cases_at(self._engine, ids, instant)

    def unsound(self, ids: frozenset[str] | None = None, progress: Progress = unwatched) -> tuple[str, ...]:
        """The numbers of the cases among these whose records are not what was written."""
        from mediation_tui.store.records.soundness import unsound

        return unsound(self._engine, ids, progress)

    def cases(self, chosen: CaseFilter, kind: type[Case] | None = None) -> Iterator[Case]:
        """Every case a filter chooses in full, or as far as a kind of case reads it."""
        from mediation_tui.store.records.opening import reader_of

        case_in = reader_of(kind)

        clause, values = where(chosen, self._engine.dialect)
        found = [case_id for (case_id,) in self._engine.rows("cases", ("case_id",), clause, values)]
        for start in range(0, len(found), _OPENED_TOGETHER):
            sql, some = self._engine.dialect.one_of("case_id", found[start : start + _OPENED_TOGETHER])
            with whole(self.location):
                yield from [
                    case_in(body) for _row, body in self._engine.bodies("cases", f"WHERE {sql}", some)
                ]

    def count(self, chosen: CaseFilter) -> int:
        """How many cases a filter chooses."""
        clause, values = where(chosen, self._engine.dialect)
        return int(self._engine.rows("cases", ("count(*)",), clause, values)[0][0])

    def totals(self, chosen: CaseFilter) -> Totals:
        """What the cases a filter chooses come to."""
        clause, values = where(chosen, self._engine.dialect)
        sums = ("count(*)", "sum(coalesce(people, parties))", self._engine.dialect.fen)
        cases, people, fen = self._engine.rows("cases", sums, clause, values)[0]
        return Totals(cases, int(people or 0), Decimal(fen or 0) / 100)

    def tally(self, by: Sequence[str], chosen: CaseFilter) -> dict[tuple[str | None, ...], int]:
        """How many of the chosen cases there are for each combination of some facts."""
        columns = [fact_column(name) for name in by]
        assert set(columns) <= set(FACT_COLUMNS), "a tally is by facts"
        clause, values = where(chosen, self._engine.dialect)
        grouped = f"{clause} GROUP BY {', '.join(columns)}"
        rows = self._engine.rows("cases", (*columns, "count(*)"), grouped, values)
        return {tuple(row[:-1]): row[-1] for row in rows}

    def namesakes(self, name: str, limit: int) -> tuple[Case, ...]:
        """Cases with a party of exactly that name, latest first."""
        from mediation_tui.store.records.opening import cases_naming

        return tuple(islice(cases_naming(self._engine, name), limit))

    def reports(self) -> tuple[ReportHead, ...]:
        """Each report in one line, the one somebody did something with last coming first."""
        from mediation_tui.store.records.reports import heads

        with whole(self.location):
            return heads(self._engine)

    def steps(self, register: Register[S], record_id: str) -> tuple[S, ...]:
        """All steps of a record, from its first on."""
        from mediation_tui.store.records.steps import steps_of

        with whole(self.location):
            return steps_of(self._engine, register, record_id)

    def screenings(
        self, period: Period, instant: datetime | None = None, village: str | None = None
    ) -> tuple[Screening, ...]:
        """The screening rounds for a period that has days in common with one, withdrawn ones too."""
        from mediation_tui.store.records.registers import screenings

        with whole(self.location):
            return tuple(screenings(self._engine, period, instant, village))

    def first_screened(self, instant: datetime | None = None) -> date | None:
        """The first day of the earliest period somebody reported a round for; none where nobody did."""
        from mediation_tui.store.records.registers import first_screened

        with whole(self.location):
            return first_screened(self._engine, instant)

    def consultations(self, period: Period, instant: datetime | None = None) -> tuple[Consultation, ...]:
        """The legal questions of a period, withdrawn ones too."""
        from mediation_tui.store.records.registers import consultations

        with whole(self.location):
            return tuple(consultations(self._engine, period, instant))

    def first_consulted(self, instant: datetime | None = None) -> date | None:
        """The day of the first legal question on record; none where there is none."""
        from mediation_tui.store.records.registers import first_consulted

        with whole(self.location):
            return first_consulted(self._engine, instant)

    def meetings(self, offset: int, limit: int) -> tuple[MeetingHead, ...]:
        """Some of the weekly meetings in one line each, the newest first."""
        from mediation_tui.store.records.registers import meetings

        with whole(self.location):
            return tuple(meetings(self._engine, offset, limit))

    def meetings_of(self, week: Period) -> tuple[MeetingHead, ...]:
        """The meetings about a week, in the order they were begun."""
        from mediation_tui.store.records.registers import meetings_of

        with whole(self.location):
            return tuple(meetings_of(self._engine, week))

    def position(self) -> int:
        """A number that changes whenever anyone has written."""
        return self._engine.position()

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction; inside another, a part of it."""
        from mediation_tui.store.records.writing import RecordsWriting

        with self._engine.transaction():
            yield RecordsWriting(self._engine, self._office, self.origin)

    @property
    def in_writing(self) -> bool:
        """Whether this thread is inside a transaction on the book."""
        return self._engine.in_transaction

    def heads(self) -> dict[str, int]:
        """For each origin, how many events the book holds."""
        from mediation_tui.store.records.chains import heads

        return heads(self._engine)

    def ends(self) -> tuple[ChainEnd, ...]:
        """Where each chain of events ends."""
        from mediation_tui.store.records.chains import ends

        return ends(self._engine)

    def describe(self) -> Description:
        """What holds the book."""
        return self._engine.describe()

    def check(self) -> Iterator[Finding]:
        """Read everything and say what is not as it was written."""
        from mediation_tui.store.records.checking import findings

        with self._engine.snapshot():
            yield from findings(self._engine, self._office.rules)

    def rest(self) -> None:
        """Put in order what is better put in order while nobody writes."""
        self._engine.rest()

    def close(self) -> None:
        """Let go of the book."""
        self._engine.close()
