"""A book an earlier version wrote is brought forward: backed up first, all of it or nothing."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.errors import BookError
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded.formats import STEPS
from mediation_tui.store.embedded.verifying import verify
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.store.patience import Patience
from mediation_tui.store.shape import FORMAT_VERSION
from tests.builders import TODAY, Office
from tests.store.formats import old_book


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return old_book(tmp_path)


def format_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def backups_of(path: Path) -> list[Path]:
    return sorted(path.with_name(f"{path.name}.backups").glob("old-*.book"))


def test_a_book_of_format_1_is_brought_forward_whole_and_can_be_written_on(old: Path) -> None:
    assert format_of(old) == 1
    with closing(EmbeddedBook(old)) as book:
        assert list(book.check()) == []
        assert book.count(EVERYTHING) == 4
        assert book.heads() == {"o1": 15}
        Office(book, SetClock.on(TODAY)).walk()
        assert list(book.check()) == []
    assert format_of(old) == FORMAT_VERSION


def test_it_is_backed_up_first_in_the_format_it_had(old: Path) -> None:
    EmbeddedBook(old).close()
    EmbeddedBook(old).close()
    (backup,) = backups_of(old)
    verify(backup)
    assert format_of(backup) == 1


def test_without_a_backup_nothing_is_changed(old: Path) -> None:
    def refuse(path: Path) -> None:
        raise BookError("没有地方备份。")

    before = old.read_bytes()
    with pytest.raises(BookError, match="没有地方备份"):
        EmbeddedBook(old, back_up=refuse)
    assert old.read_bytes() == before


def test_a_step_that_fails_in_the_middle_leaves_the_book_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(connection: sqlite3.Connection) -> None:
        STEPS[1](connection)
        raise BookError("半路出错。")

    monkeypatch.setattr("mediation_tui.store.embedded.book.STEPS", {1: stumble})
    with pytest.raises(BookError, match="半路出错"):
        EmbeddedBook(old)
    assert format_of(old) == 1
    monkeypatch.undo()
    with closing(EmbeddedBook(old)) as book:
        assert list(book.check()) == []


def test_a_format_there_is_no_way_from_is_refused_untouched(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    monkeypatch.setattr("mediation_tui.store.embedded.book.STEPS", {})
    with pytest.raises(BookError, match="格式 1 太旧"):
        EmbeddedBook(old)
    assert old.read_bytes() == before


def test_of_two_who_open_an_old_book_at_once_one_brings_it_forward_and_both_use_it(old: Path) -> None:
    start = Barrier(2)

    def opened(_name: str) -> int:
        start.wait(timeout=30)
        with closing(EmbeddedBook(old, patience=Patience(limit=60))) as book:
            return book.count(EVERYTHING)

    with ThreadPoolExecutor(2) as people:
        assert list(people.map(opened, "ab")) == [4, 4]
    assert len(backups_of(old)) == 1
