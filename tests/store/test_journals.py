"""A book kept safe without a log beside it."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.errors import BusyBook
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import Journal
from mediation_tui.store.patience import Patience
from tests.builders import PEOPLE, TODAY, TOWN, Office


def opened(path: Path, journal: Journal = "truncate") -> EmbeddedBook:
    return EmbeddedBook(path, patience=Patience(notice=0.0, limit=0.2), journal=journal)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "o1.book"
    EmbeddedBook.create(file, TOWN, PEOPLE, shipped_rules(), "o1").close()
    return file


def test_nothing_stands_beside_the_file_but_an_empty_journal(path: Path) -> None:
    with closing(opened(path)) as book:
        Office(book, SetClock.on(TODAY)).walk()
        beside = {file.name: file.stat().st_size for file in path.parent.iterdir() if file != path}
        assert beside == {"o1.book-journal": 0, "o1.book.lock": 0}
        assert list(book.check()) == []


def test_two_terminals_share_it_and_see_what_the_other_writes(path: Path) -> None:
    with closing(opened(path)) as here, closing(opened(path)) as there:
        before = here.position()
        case = Office(there, SetClock.on(TODAY)).walk()
        assert here.position() != before
        assert here.case(case.id) == case
        Office(here, SetClock.on(TODAY)).walk()
        assert there.heads() == {"o1": 2}


def test_it_is_backed_up_and_goes_back_to_a_log(path: Path) -> None:
    with closing(opened(path)) as book:
        Office(book, SetClock.on(TODAY)).walk()
        book.backup(path.with_name("b.book"), datetime(2026, 3, 2, tzinfo=UTC))
    with closing(opened(path, "wal")) as book:
        Office(book, SetClock.on(TODAY)).walk()
        assert path.with_name("o1.book-wal").stat().st_size > 0
        assert list(book.check()) == []


@pytest.mark.parametrize("journal", ["wal", "truncate"])
def test_a_book_that_is_only_looked_at_stays_as_it_is_to_the_byte(path: Path, journal: Journal) -> None:
    opened(path, "truncate").close()
    before = path.read_bytes()
    with closing(opened(path, journal)) as book:
        assert list(book.check()) == []
    assert path.read_bytes() == before


def test_who_comes_with_another_journal_while_it_is_open_is_refused(path: Path) -> None:
    with closing(opened(path, "wal")) as book:
        Office(book, SetClock.on(TODAY)).walk()
        with pytest.raises(BusyBook):
            opened(path)
        assert list(book.check()) == []
