"""In an idle moment the log is brought into the file, and nobody waits for that."""

from __future__ import annotations

from pathlib import Path

import pytest

from mediation_tui.errors import BookError
from mediation_tui.store.engine import BookDB
from mediation_tui.store.engine.lock import WriteLock
from mediation_tui.store.patience import Patience, say_nothing
from tests.store.engine.books import SHAPES
from tests.store.engine.test_transactions import elsewhere


def log_bytes(db: BookDB) -> int:
    return Path(f"{db.path}-wal").stat().st_size


def test_the_log_is_brought_into_the_file(db: BookDB) -> None:
    db.table("notes").insert({})
    assert log_bytes(db)
    db.rest()
    assert log_bytes(db) == 0
    assert db.table("notes").all() == [{}]
    db.rest()
    db.table("notes").insert({})
    assert len(db.table("notes")) == 2


def test_whoever_writes_is_left_in_peace(db: BookDB) -> None:
    with db.transaction():
        db.table("notes").insert({})
        elsewhere(db.rest)
    assert log_bytes(db)
    with WriteLock(db.path, Patience(0, 0), say_nothing).held():
        db.rest()
    assert log_bytes(db)


def test_whoever_reads_goes_on_reading_what_was(db: BookDB) -> None:
    notes = db.table("notes")
    notes.insert({})
    with db.snapshot():
        assert len(notes) == 1
        elsewhere(lambda: notes.insert({}))
        elsewhere(db.rest)
        assert len(notes) == 1
    assert len(notes) == 2


def test_a_book_that_is_gone_is_said_and_not_touched(db: BookDB, tmp_path: Path) -> None:
    db.table("notes").insert({})
    db.path.rename(tmp_path / "elsewhere.book")
    with pytest.raises(BookError, match="已被删除、移走"):
        db.rest()
    with pytest.raises(BookError, match="已被删除、移走"):
        db.position()


def test_others_see_at_most_that_something_happened(db: BookDB) -> None:
    with BookDB(db.path, SHAPES) as other:
        db.table("notes").insert({})
        other.position()
        db.rest()
        seen = other.position()
        db.rest()
        assert other.position() == seen
        assert len(other.table("notes")) == 1
