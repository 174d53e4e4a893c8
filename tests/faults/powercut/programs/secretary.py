"""Somebody who founds an office's book and writes in it, acknowledging one act after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal
from uuid import UUID

from mediation_tui.clock import SetClock, new_id
from mediation_tui.desk import Desk
from mediation_tui.model.events import EventKind
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.book import Book
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import BookDB
from tests.builders import PEOPLE, TODAY, TOWN, an_entry, valid
from tests.faults.powercut.notes import act
from tests.faults.powercut.readers import BOOK, FOUNDED


def founded(folder: Path) -> EmbeddedBook:
    """A new office's book."""
    with act() as kept:
        book = EmbeddedBook.create(folder / BOOK, TOWN, PEOPLE, shipped_rules(), "o1")
        kept.append(FOUNDED)
    return book


def checkpoint(book: EmbeddedBook, how: Literal["PASSIVE", "TRUNCATE"]) -> None:
    """Bring the write-ahead log into the file.

    SQLite does it passively by itself once the log is long, and writes the next log over this one; in idle moments
    the log is emptied.
    """
    with BookDB(Path(book.location), ()) as engine:
        if how == "TRUNCATE":
            engine.checkpoint()
        else:
            with engine.storage.reading() as connection:
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


class Secretary:
    """Works at a desk, and says of each act which events were written.

    Args:
        book: Where it is written.
        hour: When the work begins; later than that of any earlier secretary.
    """

    def __init__(self, book: Book, hour: int = 9) -> None:
        self._clock = SetClock.on(TODAY, hour, tick=timedelta(milliseconds=1))
        self._desk = Desk(book, "m1", self._clock, _same_every_time)

    def register(self) -> str:
        """Enter a dispute."""
        with act() as kept:
            case = self._desk.register(an_entry())
            kept.extend(self._events(case.id))
        return case.id

    def record(self, case_id: str, *kinds: EventKind) -> None:
        """Do one act after the other on a case."""
        for kind in kinds:
            with self._acknowledging(case_id):
                self._do(case_id, kind)

    def record_together(self, case_id: str, *kinds: EventKind) -> None:
        """Do several acts on a case as one."""
        with self._acknowledging(case_id), self._desk.together():
            for kind in kinds:
                self._do(case_id, kind)

    def undo(self, case_id: str) -> None:
        """Take the last act on a case back."""
        with self._acknowledging(case_id):
            self._desk.undo(case_id)

    def _do(self, case_id: str, kind: EventKind) -> None:
        case = self._desk.book.case(case_id)
        self._desk.record(case_id, valid(kind, case, self._clock.today()))

    @contextmanager
    def _acknowledging(self, case_id: str) -> Iterator[None]:
        before = self._events(case_id)
        with act() as kept:
            yield
            kept.extend(event for event in self._events(case_id) if event not in before)

    def _events(self, case_id: str) -> tuple[str, ...]:
        return tuple(str(event.id) for event in self._desk.book.events(case_id))


def _same_every_time(instant: datetime) -> UUID:
    return new_id(instant, randomness=0)
