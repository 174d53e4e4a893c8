"""Ways in which a disk, or whoever copies files, damages a book."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

from mediation_tui.model.events import EventKind
from tests.builders import Office
from tests.faults.states import State, state_of

K = EventKind
PAGE = 4096
LIVED = (K.ACCEPTED, K.SESSION_HELD, K.HANDED_OVER, K.FEEDBACK_RECEIVED, K.NOTE_ADDED)


@dataclass(frozen=True)
class Whole:
    """A book before anything happens to it.

    Attributes:
        path: Where what becomes of it is laid.
        file: Its bytes.
        state: What it shows.
    """

    path: Path
    file: bytes
    state: State

    def laid_out(self, file: bytes) -> Path:
        """Another content at its path, and nothing beside it."""
        for beside in self.path.parent.iterdir():
            beside.unlink()
        self.path.write_bytes(file)
        return self.path

    def overwritten(self, place: int, content: bytes) -> bytes:
        """The file with something else at a place."""
        return self.file[:place] + content + self.file[place + len(content) :]

    def flipped(self, place: int, bits: int) -> bytes:
        """The file with some bits of one byte turned over."""
        return self.overwritten(place, bytes([self.file[place] ^ bits]))


Damage = Callable[[Whole], Iterator[bytes]]


def a_whole_book(folder: Path) -> Whole:
    """Some cases, one of them with a life of its own and something undone."""
    office = Office.opened(folder)
    with closing(office.book) as book:
        case = office.walk(*LIVED)
        office.desk().undo(case.id)
        office.walk(K.ACCEPTED)
        office.walk()
        state = state_of(book)
    path = Path(book.location)
    return Whole(path, path.read_bytes(), state)


def zeroed_pages(whole: Whole) -> Iterator[bytes]:
    for page in range(0, len(whole.file), PAGE):
        yield whole.overwritten(page, bytes(PAGE))


def pages_written_to_the_wrong_place(whole: Whole) -> Iterator[bytes]:
    for page in range(PAGE, len(whole.file), PAGE):
        right = Random(page).randrange(0, page, PAGE)
        yield whole.overwritten(page, whole.file[right : right + PAGE])


def torn_tails(whole: Whole) -> Iterator[bytes]:
    yield b""
    yield whole.file[: len(whole.file) // 2]
    for length in (
        *range(1, len(whole.file), 1999),
        *range(PAGE, len(whole.file), PAGE),
        len(whole.file) - 1,
    ):
        yield whole.file[:length]


def flipped_bits(whole: Whole) -> Iterator[bytes]:
    chance = Random(64)
    of_the_schema = range(PAGE // 40, PAGE, PAGE // 40)
    anywhere = [chance.randrange(len(whole.file)) for _ in range(240)]
    for place in (*of_the_schema, *anywhere):
        yield whole.flipped(place, 1 << chance.randrange(8))


def flipped_bytes_of_the_header(whole: Whole) -> Iterator[bytes]:
    for place in range(100):
        yield whole.flipped(place, 0xFF)


def bodies_of_events(whole: Whole) -> list[range]:
    """Where in the file the text of each event lies."""
    with closing(sqlite3.connect(f"{whole.laid_out(whole.file).as_uri()}?mode=ro", uri=True)) as connection:
        bodies = [body for (body,) in connection.execute("SELECT CAST(body AS BLOB) FROM events ORDER BY id")]
    assert all(whole.file.count(body) == 1 for body in bodies), "a text that is cut into pages is not found"
    return [range(place, place + len(body)) for body in bodies for place in [whole.file.index(body)]]
