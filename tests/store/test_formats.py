"""A book an earlier version wrote is brought forward: backed up first, all of it or nothing."""

from __future__ import annotations

import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.errors import BookError
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded.formats import STEPS
from mediation_tui.store.embedded.verifying import verify
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.store.patience import Patience
from mediation_tui.store.shape import FORMAT_VERSION
from tests.builders import TODAY, Office, a_book
from tests.store.formats import old_book


@pytest.fixture(params=sorted(STEPS))
def number(request: pytest.FixtureRequest) -> int:
    """Each earlier format."""
    return int(request.param)


@pytest.fixture
def old(tmp_path: Path, number: int) -> Path:
    return old_book(tmp_path, number)


def format_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def backups_of(path: Path) -> list[Path]:
    return sorted(path.with_name(f"{path.name}.backups").glob("old-*.book"))


def layout_of(path: Path) -> tuple[dict[str, list[Any]], list[tuple[str, str]]]:
    """The tables of a file with their columns, and their indexes and triggers, however they are spelt."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        columns = {
            name: connection.execute(f"SELECT * FROM pragma_table_info('{name}')").fetchall()
            for name in tables
        }
        beside = connection.execute("SELECT name, sql FROM sqlite_master WHERE type <> 'table' AND sql <> ''")
        return columns, sorted((name, " ".join(re.sub(r'[\[\]"]', "", sql).split())) for name, sql in beside)


EVENTS = {1: 15, 2: 18, 3: 18}


def test_a_book_of_an_earlier_format_is_brought_forward_whole_and_can_be_written_on(
    old: Path, number: int
) -> None:
    assert format_of(old) == number
    with closing(EmbeddedBook(old)) as book:
        assert list(book.check()) == []
        assert book.count(EVERYTHING) == 4
        assert book.heads() == {"o1": EVENTS[number]}
        Office(book, SetClock.on(TODAY)).walk()
        assert list(book.check()) == []
    assert format_of(old) == FORMAT_VERSION


def test_afterwards_it_is_laid_out_as_a_new_one_is(old: Path, tmp_path: Path) -> None:
    EmbeddedBook(old).close()
    new = a_book(tmp_path)
    new.close()
    assert layout_of(old) == layout_of(Path(new.location))


def test_a_case_knows_when_it_was_written_in_and_what_was_averted(tmp_path: Path) -> None:
    with closing(EmbeddedBook(old_book(tmp_path, 2))) as book:
        told = {facts.id: facts for facts in book.facts(EVERYTHING)}
        for case, facts in told.items():
            assert facts.touched_at == max(event.recorded_at for event in book.events(case))
        assert sorted(len(facts.preventions) for facts in told.values()) == [0, 0, 1, 2]
        assert sorted(facts.rounds for facts in told.values()) == [1, 1, 1, 2]


def test_a_damaged_case_stays_one(tmp_path: Path) -> None:
    old = old_book(tmp_path, 2)
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("UPDATE cases SET body = replace(body, '上庄', '下庄') WHERE id = 1")
        connection.commit()
    with closing(EmbeddedBook(old, back_up=lambda _path: None)) as book:
        assert [finding.case_id for finding in book.check()] == [book.find("（2026）共和民调字第1号")]


def test_it_is_backed_up_first_in_the_format_it_had(old: Path, number: int) -> None:
    EmbeddedBook(old).close()
    EmbeddedBook(old).close()
    (backup,) = backups_of(old)
    verify(backup)
    assert format_of(backup) == number


def test_without_a_backup_nothing_is_changed(old: Path) -> None:
    def refuse(path: Path) -> None:
        raise BookError("没有地方备份。")

    before = old.read_bytes()
    with pytest.raises(BookError, match="没有地方备份"):
        EmbeddedBook(old, back_up=refuse)
    assert old.read_bytes() == before


def test_a_step_that_fails_in_the_middle_leaves_the_book_as_it_was(
    old: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = max(STEPS)

    def stumble(connection: sqlite3.Connection) -> None:
        STEPS[last](connection)
        raise BookError("半路出错。")

    monkeypatch.setattr("mediation_tui.store.embedded.book.STEPS", {**STEPS, last: stumble})
    with pytest.raises(BookError, match="半路出错"):
        EmbeddedBook(old)
    assert format_of(old) == number
    monkeypatch.undo()
    with closing(EmbeddedBook(old)) as book:
        assert list(book.check()) == []


def test_a_format_there_is_no_way_from_is_refused_untouched(
    old: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    monkeypatch.setattr("mediation_tui.store.embedded.book.STEPS", {})
    with pytest.raises(BookError, match=f"格式 {number} 太旧"):
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
