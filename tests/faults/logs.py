"""Books as a kill leaves them: a file, and beside it the log of the acts that are not in the file yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from mediation_tui.clock import SetClock
from mediation_tui.model.events import EventKind
from mediation_tui.model.places import Town
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import TODAY, TOWN, Office, a_book, an_entry
from tests.faults.states import State, state_of

NAME = "office.book"
FRAME = 24 + 4096
"""Bytes of one page in a log, with its head."""


@dataclass(frozen=True)
class Killed:
    """A book in which somebody was acting when it was killed.

    Attributes:
        file: The file, as it was when the book was last let go of.
        log: The log.
        states: What the book showed then, and after each act since.
    """

    file: bytes
    log: bytes
    states: tuple[State, ...]


def laid_out(folder: Path, file: bytes, log: bytes | None, index: bytes | None = None) -> Path:
    """The path of a book made of a file, and a log and its shared index beside it."""
    path = folder / NAME
    path.write_bytes(file)
    for ending, content in (("-wal", log), ("-shm", index)):
        beside = path.with_name(NAME + ending)
        beside.unlink(missing_ok=True)
        if content is not None:
            beside.write_bytes(content)
    return path


def killed(folder: Path, cases: int, origin: str = "o1", town: Town = TOWN) -> Killed:
    """A book that held some cases when it was last let go of, and in which somebody has acted since."""
    folder.mkdir()
    with closing(a_book(folder, town, origin)) as book:
        for _ in range(cases):
            Office(book, SetClock.on(TODAY)).walk(EventKind.ACCEPTED)
    path = Path(book.location)
    with closing(EmbeddedBook(path)) as book:
        states = (state_of(book), *(state_of(book) for _act in _acts(Office(book, SetClock.on(TODAY)))))
        return Killed(path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes(), states)


def _acts(office: Office) -> Iterator[None]:
    """Some acts, one at a time."""
    case = office.walk()
    yield
    office.go_on(case, EventKind.ACCEPTED)
    yield
    office.desk().register(an_entry(village="v2", grid=None))
    yield
    office.desk().undo(case.id)
    yield
