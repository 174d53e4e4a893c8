"""What killed clerks had said, held against what is found afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mediation_tui.errors import BookError
from mediation_tui.store.embedded import EmbeddedBook
from tests.faults import killed
from tests.faults.lives import Lives, some_lives


@pytest.fixture(scope="module")
def lives() -> Iterator[Lives]:
    """A process whose forks can act on a book without first getting ready for it."""
    with some_lives(killed.rehearse) as begun:
        yield begun


def ids_in_book(path: Path) -> set[str]:
    """The ids of all cases and events in a book, which must open for it; read past it, for that is quicker."""
    ids = "SELECT case_id FROM cases UNION ALL SELECT json_extract(body, '$.id') FROM events"
    with closing(EmbeddedBook(path)), closing(sqlite3.connect(path)) as connection:
        return {id_ for (id_,) in connection.execute(ids)}


@dataclass
class Account:
    """All that was said of one file, in however many lives.

    Attributes:
        path: The file.
        ids_in: Reads the ids that are in it.
        kept: Ids that must be there: acknowledged, or found there though the clerk died before saying so.
        acts: How many acts were acknowledged.
        left_whole: How many lives ended within an act of which everything is there.
        left_out: How many ended within an act of which nothing is there.
    """

    path: Path
    ids_in: Callable[[Path], set[str]] = ids_in_book
    kept: set[str] = field(default_factory=set)
    acts: int = 0
    left_whole: int = 0
    left_out: int = 0

    def wrongs(self, *diaries: Iterable[str]) -> list[str]:
        """What is wrong with the file, after the lives that said these lines; empty when all is well."""
        unfinished = [self._last_act(diary) for diary in diaries]
        try:
            there = self.ids_in(self.path)
        except (BookError, ValueError, sqlite3.Error) as error:
            return [f"unreadable: {error!r}"]
        wrongs = ["lost"] if self.kept - there else []
        for act in filter(None, unfinished):
            if act.isdisjoint(there):
                self.left_out += 1
            elif act <= there:
                self.left_whole += 1
                self.kept |= act
            else:
                wrongs.append("halved")
        return wrongs

    def _last_act(self, diary: Iterable[str]) -> set[str]:
        """The ids of the act a life ended in; none when it ended between two."""
        act: set[str] = set()
        for line in diary:
            word, *ids = line.split()
            if word == "kept":
                self.kept |= act
                self.acts += 1
            if word in ("doing", "kept"):
                act = set(ids)
            assert word != "failed", line
        return act
