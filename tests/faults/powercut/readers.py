"""What is still there when the power is back: the records in a folder, found in two ways."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tinydb import TinyDB

from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import BookDB, TableShape
from mediation_tui.store.filters import EVERYTHING
from tests.builders import TODAY, an_entry

Records = frozenset[str] | None
"""The names of the records that are there; nothing where there is not even a file for them."""

Reader = Callable[[Path], Records]
"""Reads the records in a folder; it raises where what is there cannot be used."""

BOOK, BACKUP, PLAIN_JSON = "office.book", "backup.book", "plain.json"
FOUNDED = "founded"
"""The record that a book has its office: places, people, rules."""

BARE = (TableShape("notes"),)
_SETTINGS = {"origin", "roster", "rules"}


def opened_and_checked(folder: Path, name: str = BOOK) -> Records:
    """The records of a book as the program finds them; one more act must be possible, and a check find nothing."""
    if not (folder / name).exists():
        return None
    with closing(EmbeddedBook(folder / name)) as book:
        assert all((book.origin, book.town, book.people, book.rules))
        cases = [facts.id for facts in book.facts(EVERYTHING)]
        assert all(book.case(case).id == case for case in cases)
        found = {str(event.id) for case in cases for event in book.events(case)}
        Desk(book, "m1", SetClock.on(TODAY, hour=23)).register(an_entry())
        assert list(book.check()) == []
        assert book.count(EVERYTHING) == len(cases) + 1
    return frozenset({FOUNDED, *found})


def looked_up(folder: Path, name: str = BOOK) -> Records:
    """The records of a book as SQLite finds them: much faster, and nothing is left out."""
    if not (folder / name).exists():
        return None
    with closing(sqlite3.connect(f"{(folder / name).as_uri()}?mode=ro", uri=True)) as connection:
        ((report,),) = connection.execute("PRAGMA quick_check(1)")
        assert report == "ok", report
        events = connection.execute("SELECT case_id, json_extract(body, '$.id') FROM events").fetchall()
        cases = connection.execute("SELECT case_id, version FROM cases").fetchall()
        settings = {setting for (setting,) in connection.execute("SELECT name FROM settings")}
    assert dict(cases) == Counter(case for case, _ in events), "a case is not what its events make it"
    assert settings in (set(), _SETTINGS), f"half an office: {settings}"
    return frozenset({*(event for _, event in events), *([FOUNDED] if settings else [])})


def with_backup(reader: Callable[[Path, str], Records]) -> Reader:
    """Reads a book and, where there is one, its backup."""

    def both(folder: Path) -> Records:
        book, backup = reader(folder, BOOK), reader(folder, BACKUP)
        return None if book is None else book.union(map(in_backup, backup or ()))

    return both


def with_old_book(reader: Callable[[Path, str], Records]) -> Reader:
    """Reads a book and, where there is one, the book that was there before a backup was restored."""

    def both(folder: Path) -> Records:
        book = reader(folder, BOOK)
        old = [reader(folder, file.name) or frozenset() for file in folder.glob(f"{BOOK}.before-restore-*")]
        return None if book is None else book.union(*old)

    return both


def in_backup(record: str) -> str:
    """The name of a record in the backup, where it is another than the one in the book."""
    return f"backup:{record}"


def engine_opened(folder: Path) -> Records:
    """Whether there is a book's file, whole, whatever is in it."""
    if not (folder / BOOK).exists():
        return None
    with BookDB(folder / BOOK, BARE) as engine:
        assert list(engine.faults()) == []
    return frozenset({FOUNDED})


def plain_json(folder: Path) -> Records:
    """The cases in a stock TinyDB."""
    if not (folder / PLAIN_JSON).exists():
        return None
    with TinyDB(folder / PLAIN_JSON, access_mode="r", encoding="utf-8") as database:
        return frozenset(case["number"] for case in database)
