"""The embedded book's reading side, and the door to its writing side.

What only an opened case or a write needs is imported there: the first screen shows neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from mediation_tui.errors import NotFound
from mediation_tui.i18n import N_
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.numbers import normalise
from mediation_tui.store.book import Totals
from mediation_tui.store.embedded.asking import ORDERS, where
from mediation_tui.store.embedded.documents import FACT_COLUMNS, SHAPES, fact_column, facts_from
from mediation_tui.store.embedded.office import Office
from mediation_tui.store.engine import BookDB, Patience, create_file, remove_file
from mediation_tui.store.filters import CaseFilter, Order

if TYPE_CHECKING:
    from mediation_tui.model.case import Case
    from mediation_tui.model.events import Event
    from mediation_tui.model.people import Person
    from mediation_tui.model.places import Town
    from mediation_tui.rules.ruleset import RuleSet
    from mediation_tui.rules.workdays import WorkingDays
    from mediation_tui.store.book import Finding, Writing

_AMOUNT_IN_FEN = "sum(cast(round(amount * 100) AS INTEGER))"


def _say_nothing() -> None:
    """Wait without a word."""


class EmbeddedBook:
    """A book in one file; see `store.book.Book` for what each method means.

    Args:
        path: The file.
        on_wait: Called in the waiting thread when somebody else has been writing for a second.
        patience: How long to wait for somebody else.

    Raises:
        BookError: It cannot be used; nothing was changed.
    """

    def __init__(
        self,
        path: Path,
        on_wait: Callable[[], None] = _say_nothing,
        patience: Patience = Patience(),  # noqa: B008 - a frozen value
    ) -> None:
        self._db = BookDB(path, SHAPES, patience, on_wait)
        self._office = Office(self._db)

    @classmethod
    def create(cls, path: Path, town: Town, people: Sequence[Person], rules: RuleSet, origin: str) -> Self:
        """Make a new book for an office.

        Args:
            path: A path where nothing is yet.
            town: The office's places; they may be empty and come later.
            people: The office's roster.
            rules: The office's rules of time.
            origin: The id under which this book will write its events.

        Raises:
            BookError: Something is there already, or it cannot be written.
        """
        create_file(path, SHAPES)
        book = cls(path)
        try:
            with book._db.transaction():
                book._office.found(origin, town, people, rules)
        except BaseException:
            book.close()
            remove_file(path)
            raise
        return book

    @property
    def location(self) -> str:
        """The file's path."""
        return str(self._db.path)

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

    @cached_property
    def calendar(self) -> WorkingDays:
        """The working days the office goes by."""
        from mediation_tui.rules.workdays import WorkingDays

        return WorkingDays.shipped()

    def case(self, case_id: str) -> Case:
        """A case as it stands."""
        from mediation_tui.store.embedded.opening import case_in

        found = next(self._db.bodies("cases", "WHERE case_id = ?", [case_id]), None)
        if found is None:
            raise NotFound(N_("没有这件案件：{case}。"), case=case_id)
        return case_in(found[1])

    def find(self, text: str) -> str:
        """The id of the case meant by an id or a case number in any spelling."""
        found = self._db.rows(
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
        from mediation_tui.store.embedded.opening import events_of

        return events_of(self._db, case_id)

    def page(self, chosen: CaseFilter, order: Order, offset: int, limit: int) -> tuple[CaseFacts, ...]:
        """Some of the cases a filter chooses, in an order."""
        clause, values = where(chosen)
        sorting = f"ORDER BY {ORDERS[order]}"
        there = f"WHERE id IN (SELECT id FROM cases {clause} {sorting} LIMIT ? OFFSET ?) {sorting}"
        return tuple(map(facts_from, self._db.rows("cases", FACT_COLUMNS, there, [*values, limit, offset])))

    def facts(self, chosen: CaseFilter) -> Iterator[CaseFacts]:
        """Every case a filter chooses, oldest number first."""
        clause, values = where(chosen)
        rows = self._db.rows("cases", FACT_COLUMNS, f"{clause} ORDER BY {ORDERS[Order.NUMBER]}", values)
        return map(facts_from, rows)

    def count(self, chosen: CaseFilter) -> int:
        """How many cases a filter chooses."""
        clause, values = where(chosen)
        return int(self._db.rows("cases", ("count(*)",), clause, values)[0][0])

    def totals(self, chosen: CaseFilter) -> Totals:
        """What the cases a filter chooses come to."""
        clause, values = where(chosen)
        sums = ("count(*)", "sum(coalesce(people, parties))", _AMOUNT_IN_FEN)
        cases, people, fen = self._db.rows("cases", sums, clause, values)[0]
        return Totals(cases, people or 0, Decimal(fen or 0) / 100)

    def tally(self, by: Sequence[str], chosen: CaseFilter) -> dict[tuple[str | None, ...], int]:
        """How many of the chosen cases there are for each combination of some facts."""
        columns = [fact_column(name) for name in by]
        assert set(columns) <= set(FACT_COLUMNS), "a tally is by facts"
        clause, values = where(chosen)
        grouped = f"{clause} GROUP BY {', '.join(columns)}"
        rows = self._db.rows("cases", (*columns, "count(*)"), grouped, values)
        return {tuple(row[:-1]): row[-1] for row in rows}

    def namesakes(self, name: str, limit: int) -> tuple[Case, ...]:
        """Cases with a party of exactly that name, latest first."""
        from mediation_tui.store.embedded.opening import cases_naming

        return tuple(islice(cases_naming(self._db, name), limit))

    def position(self) -> int:
        """A number that changes whenever anyone has written."""
        return self._db.position()

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction; inside another, a part of it."""
        from mediation_tui.store.embedded.writing import EmbeddedWriting

        with self._db.transaction():
            yield EmbeddedWriting(self._db, self._office, self.origin, self.calendar)

    def check(self) -> Iterator[Finding]:
        """Read everything and say what is not as it was written."""
        from mediation_tui.store.embedded.checking import findings

        with self._db.snapshot():
            yield from findings(self._db, self.rules, self.calendar)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
