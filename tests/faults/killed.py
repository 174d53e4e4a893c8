"""Who is killed in the tests of kills: a clerk who acts without end and says of each act that it is kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import UUID

from mediation_tui.bootstrap import open_book
from mediation_tui.clock import SetClock, new_id
from mediation_tui.desk import Desk
from mediation_tui.errors import BookError
from mediation_tui.model import events as happened
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.book import Book
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING, Order
from tests.builders import PEOPLE, TODAY, TOWN, a_book, an_entry
from tests.faults.fuses import die, fuse_of_statements, let_no_file_outgrow
from tests.faults.lives import say

EVENTS_OF_AN_ACT = 3
CASES_AT_HAND = 5
ACTS_BEFORE_LETTING_GO = 3


class Clerk:
    """Registers disputes and writes on several cases at once; every act is three events.

    Before an act it says the ids of what will be written, and afterwards that it is kept.

    Args:
        book: Where it writes.
        choice: Decides what comes next.
    """

    def __init__(self, book: Book, choice: Random) -> None:
        self._desk = Desk(book, "m1", SetClock.on(TODAY, tick=timedelta(milliseconds=1)), self._next_id)
        self._choice = choice
        self._ids: list[UUID] = []
        self._cases = [facts.id for facts in book.page(EVERYTHING, Order.NEWEST, 0, CASES_AT_HAND)]

    def act(self) -> None:
        """Do one act or the other."""
        if self._cases and self._choice.random() < 0.6:
            self.write_notes()
        else:
            self.register()

    def register(self, then: Callable[[], None] = lambda: None) -> None:
        """Register a dispute with a course of its own; `then` comes before it is said to be kept."""
        self._announce(1 + EVENTS_OF_AN_ACT)
        notes = [(happened.NoteAdded(text=f"第{n}次走访。"), TODAY) for n in range(1, EVENTS_OF_AN_ACT)]
        self._cases.append(self._desk.register(an_entry(), course=notes).id)
        then()
        say("kept")

    def write_notes(self, then: Callable[[], None] = lambda: None) -> None:
        """Write a note on each of some cases, all or none; `then` comes before they are said to be kept."""
        self._announce(EVENTS_OF_AN_ACT)
        with self._desk.together():
            for case in self._choice.choices(self._cases, k=EVENTS_OF_AN_ACT):
                self._desk.record(case, happened.NoteAdded(text="电话回访。"))
        then()
        say("kept")

    def _announce(self, count: int) -> None:
        self._ids = [new_id(self._desk.clock.now()) for _ in range(count)]
        say(f"doing {' '.join(map(str, self._ids))}")

    def _next_id(self, _instant: datetime) -> UUID:
        return self._ids.pop(0)


def rehearse() -> None:
    """Do everything once, so that all of it is imported before the first life begins."""
    with TemporaryDirectory() as folder, closing(a_book(Path(folder))) as book:
        clerk = Clerk(book, Random(0))
        clerk.register()
        clerk.write_notes()


def act_without_end(location: str, seed: int) -> None:
    """Act on and on, letting go of the book now and then, which brings its log into the file."""
    choice = Random(seed)
    while True:
        with closing(open_book(location)) as book:
            clerk = Clerk(book, choice)
            for _ in range(choice.randint(1, 6)):
                clerk.act()


def act_and_let_go(location: str, acts: int) -> None:
    """Act so often and let go of the book in peace, unless it is refused."""
    try:
        with closing(open_book(location)) as book:
            clerk = Clerk(book, Random(acts))
            for _ in range(acts):
                clerk.act()
    except BookError as error:
        say(f"refused {error}")


def die_before_statement(location: str, act: str, number: int) -> None:
    """Keep one act, then die when SQLite is about to run a statement of the next one, counted from 0.

    Where it has fewer, die after the last: everything is written and nothing said.
    """
    fuse = fuse_of_statements()
    clerk = Clerk(open_book(location), Random(number))
    clerk.register()
    fuse.left = number
    getattr(clerk, act)(then=die)


def die_at_byte(location: str, act: str, byte: int) -> None:
    """Keep one act, then die within the writing of the next one, when so many more bytes are in the log."""
    clerk = Clerk(open_book(location), Random(byte))
    clerk.register()
    let_no_file_outgrow(os.path.getsize(f"{location}-wal") + byte)
    getattr(clerk, act)()


def die_while_letting_go(location: str, page: int) -> None:
    """Keep some acts, then die while they are brought from the log into the file, in the midst of a page of it."""
    book = open_book(location)
    clerk = Clerk(book, Random(page))
    for _ in range(ACTS_BEFORE_LETTING_GO):
        clerk.act()
    let_no_file_outgrow(page * 4096 + 1000)
    book.close()


def make_a_book(path: Path) -> None:
    """Make a book for the little town's office."""
    EmbeddedBook.create(path, TOWN, PEOPLE, shipped_rules(), "o1").close()


def die_while_making_a_book(location: str, number: int) -> None:
    """Die when SQLite is about to run a statement of the making of a new book, counted from 0."""
    fuse_of_statements().left = number
    make_a_book(Path(location))
