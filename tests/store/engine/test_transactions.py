"""Together or not at all; one writer after the other; a failure is said and nothing is half kept."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from mediation_tui.errors import BookError, BusyBook
from mediation_tui.store.engine import BookDB, Patience, create_file
from mediation_tui.store.engine import storage as storage_module
from mediation_tui.store.engine.connecting import Journal, connect
from tests.store.engine.books import HASTY, SHAPES, new_book, reopened


class Changed(Exception):
    """Someone changed their mind."""


def elsewhere(act: Callable[[], Any]) -> Any:
    """What an act gives in another thread."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(act).result(timeout=20)


def test_a_block_that_raises_leaves_nothing(db: BookDB) -> None:
    notes, cases = db.table("notes"), db.table("cases")
    notes.insert({"n": 1})
    before = db.position()

    def begin_and_give_up() -> None:
        with db.transaction():
            notes.update({"n": 2})
            cases.insert({})
            raise Changed

    with pytest.raises(Changed):
        begin_and_give_up()
    assert (notes.all(), cases.all()) == ([{"n": 1}], [])
    assert db.position() == before
    with reopened(db) as again:
        assert again.table("notes").all() == [{"n": 1}]


def test_a_part_that_raises_is_undone_and_the_rest_is_kept(db: BookDB) -> None:
    notes = db.table("notes")

    def begin_and_give_up() -> None:
        with db.transaction():
            notes.insert({"n": 2})
            notes.update({"n": 3}, doc_ids=[1])
            raise Changed

    with db.transaction():
        notes.insert({"n": 1})
        with pytest.raises(Changed):
            begin_and_give_up()
        notes.insert({"n": 4})
    assert [document["n"] for document in notes] == [1, 4]


def test_the_writer_sees_its_own_writes_and_others_the_last_commit(db: BookDB) -> None:
    notes = db.table("notes")
    with db.transaction():
        notes.insert({})
        assert len(notes) == 1
        assert elsewhere(lambda: len(notes)) == 0
    assert elsewhere(lambda: len(notes)) == 1


def test_a_snapshot_does_not_change_while_others_write(db: BookDB) -> None:
    notes = db.table("notes")
    with db.snapshot(), db.snapshot():
        assert len(notes) == 0
        elsewhere(lambda: notes.insert({}))
        assert len(notes) == 0
        notes.insert({})
        with db.transaction():
            assert len(notes) == 2
        assert len(notes) == 0
    assert len(notes) == 2


def test_a_list_being_read_does_not_change_while_others_write(db: BookDB) -> None:
    notes = db.table("notes")
    notes.insert_multiple({"n": 1} for _ in range(10))
    reading = iter(notes)
    next(reading)
    elsewhere(lambda: notes.update({"n": 2}))
    assert {document["n"] for document in reading} == {1}


def test_the_position_changes_with_every_commit_and_only_then(db: BookDB) -> None:
    notes = db.table("notes")
    start = db.position()
    assert (len(notes), db.position()) == (0, start)
    with db.transaction():
        notes.insert({})
        assert db.position() == start
    after = db.position()
    assert after != start
    elsewhere(lambda: notes.insert({}))
    assert db.position() != after


def test_threads_write_in_turn_and_lose_nothing(tmp_path: Path) -> None:
    with new_book(tmp_path, Patience(limit=60)) as db:
        notes = db.table("notes")
        notes.insert({"n": 0})

        def count_up() -> None:
            for _ in range(10):
                with db.transaction():
                    document = notes.get(doc_id=1)
                    notes.update({"n": document["n"] + 1}, doc_ids=[1])

        with ThreadPoolExecutor(4) as pool:
            for done in [pool.submit(count_up) for _ in range(4)]:
                done.result(timeout=60)
        assert notes.get(doc_id=1) == {"n": 40}


def test_whoever_waits_is_told_once_and_in_the_end_refused(tmp_path: Path) -> None:
    told: list[str] = []
    path = tmp_path / "簿"
    create_file(path, SHAPES)
    with (
        BookDB(path, SHAPES, HASTY) as holder,
        BookDB(path, SHAPES, HASTY, on_wait=lambda: told.append("wait")) as db,
    ):
        with holder.transaction():
            for table in (db.table("notes"), holder.table("notes")):
                with pytest.raises(BusyBook, match="正被别人写入"):
                    elsewhere(partial(table.insert, {}))
            assert told == ["wait"]
            assert len(db.table("notes")) == 0
        db.table("notes").insert({})
    assert told == ["wait"]


def test_whoever_waits_long_enough_has_their_turn(tmp_path: Path) -> None:
    path = tmp_path / "簿"
    create_file(path, SHAPES)
    waiting = threading.Event()
    with BookDB(path, SHAPES, Patience(0.0, 20.0), on_wait=waiting.set) as db, ThreadPoolExecutor(1) as pool:
        with db.transaction():
            later = pool.submit(lambda: db.table("notes").insert({"n": 2}))
            assert waiting.wait(20)
            db.table("notes").insert({"n": 1})
        assert later.result(timeout=20) == 2


def small_disk(pages: int) -> Callable[[Path, float, Journal], sqlite3.Connection]:
    """Connections to a book that cannot grow beyond some pages."""

    def connect_small(path: Path, busy_seconds: float, journal: Journal) -> sqlite3.Connection:
        connection = connect(path, busy_seconds, journal)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    return connect_small


def test_a_full_disk_is_said_and_nothing_of_the_write_remains(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "簿"
    create_file(path, SHAPES)
    monkeypatch.setattr(storage_module, "connect", small_disk(30))
    with BookDB(path, SHAPES, HASTY) as db:
        notes = db.table("notes")
        notes.insert({"n": 1})
        with pytest.raises(BookError, match="磁盘已满"):
            notes.insert({"text": "纠纷" * 100_000})
        with pytest.raises(BookError, match="磁盘已满"):
            notes.insert_multiple([{"n": 2}, {"text": "纠纷" * 100_000}])
        assert notes.all() == [{"n": 1}]
        notes.insert({"n": 3})
        assert list(db.faults()) == []
    monkeypatch.undo()
    with BookDB(path, SHAPES, HASTY) as again:
        assert again.table("notes").all() == [{"n": 1}, {"n": 3}]


def test_a_transaction_sqlite_gave_up_by_itself_is_never_gone_on_with(db: BookDB) -> None:
    notes = db.table("notes")

    def write_on(*afterwards: dict[str, int]) -> None:
        with db.transaction():
            notes.insert({"n": 1})
            with db.storage.reading() as connection:
                connection.execute("ROLLBACK")
            for document in afterwards:
                notes.insert(document)

    for afterwards in ((), ({"n": 2},)):
        with pytest.raises(BookError, match="整个撤销"):
            write_on(*afterwards)
    notes.insert({"n": 3})
    assert notes.all() == [{"n": 3}]


def test_a_read_only_book_is_read_and_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect_to_read(path: Path, busy_seconds: float, journal: Journal) -> sqlite3.Connection:
        connection = connect(path, busy_seconds, journal)
        connection.execute("PRAGMA query_only = ON")
        return connection

    path = tmp_path / "簿"
    create_file(path, SHAPES)
    monkeypatch.setattr(storage_module, "connect", connect_to_read)
    with BookDB(path, SHAPES, HASTY) as db:
        assert db.table("notes").all() == []
        with pytest.raises(BookError, match="只读"):
            db.table("notes").insert({})


def test_a_closed_book_says_so(db: BookDB) -> None:
    reading = iter(db.table("notes"))
    db.table("notes").insert_multiple([{}, {}])
    next(reading)
    db.position()
    db.close()
    for act in (db.position, db.table("notes").all, lambda: db.table("notes").insert({})):
        with pytest.raises(BookError, match="已经关闭"):
            act()
    db.close()
    with pytest.raises(sqlite3.ProgrammingError):
        next(reading)


def test_a_checkpoint_empties_the_log_and_a_mistake_in_sql_stays_one(db: BookDB) -> None:
    db.table("notes").insert({})
    log = db.path.with_name(f"{db.path.name}-wal")
    assert log.stat().st_size > 0
    db.checkpoint()
    assert log.stat().st_size == 0
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        db.rows("cases", ("[stat]",))
