"""Restoring a backup: nothing that is there is lost, and a bad backup changes nothing."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from mediation_tui.errors import BookError, BusyBook, DamagedBook, NotABook
from mediation_tui.store.embedded import EmbeddedBook, restoring
from mediation_tui.store.embedded.restoring import restore
from mediation_tui.store.embedded.verifying import verify
from mediation_tui.store.engine import Patience
from mediation_tui.store.engine.lock import WriteLock
from mediation_tui.store.filters import EVERYTHING
from tests.builders import Office
from tests.store.backups import NOW, STAMP, contents, everything_in, findings, tampered
from tests.store.backups import office as office

HASTY = Patience(0, 0.05)


@pytest.fixture
def backup(office: Office, tmp_path: Path) -> Path:
    """A backup of a book with one case, which has two by now."""
    office.walk()
    path = tmp_path / "backups" / "office.book"
    path.parent.mkdir()
    office.book.backup(path, NOW)
    office.walk()
    return path


@pytest.fixture
def target(office: Office, backup: Path) -> Path:
    """The book's file, which nobody has open."""
    office.book.close()
    return Path(office.book.location)


def test_the_book_is_again_what_it_was_when_it_was_backed_up(backup: Path, target: Path) -> None:
    done = restore(backup, target, NOW)
    assert done.manifest == verify(backup)
    assert contents(target) == contents(backup)
    assert findings(target) == []
    book = EmbeddedBook(target)
    assert book.count(EVERYTHING) == 1
    book.close()


def test_a_restored_book_is_like_any_other(backup: Path, target: Path) -> None:
    restore(backup, target, NOW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_manifest'").fetchall()
    with pytest.raises(NotABook):
        verify(target)


def test_the_old_book_is_kept_under_a_name_that_says_when(backup: Path, target: Path) -> None:
    before = contents(target)
    kept = restore(backup, target, NOW).kept
    assert kept == target.with_name(f"{target.name}.before-restore-{STAMP}")
    assert contents(kept) == before
    assert findings(kept) == []


def test_the_backup_itself_is_only_read(backup: Path, target: Path) -> None:
    before = everything_in(backup.parent)
    restore(backup, target, NOW)
    assert everything_in(backup.parent) == before


def test_restoring_twice_at_once_keeps_both(backup: Path, target: Path) -> None:
    first, second = (restore(backup, target, NOW).kept for _ in range(2))
    assert first
    assert second == first.with_name(f"{first.name}-2")


def test_where_nothing_is_a_book_is_made(backup: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.book"
    assert restore(backup, target, NOW).kept is None
    assert contents(target) == contents(backup)


def test_a_log_left_behind_is_kept_and_not_replayed_into_the_restored_book(
    office: Office, backup: Path
) -> None:
    office.walk()
    target = Path(office.book.location)
    log = Path(f"{target}-wal").read_bytes()
    office.book.close()
    target.unlink()
    Path(f"{target}-wal").write_bytes(log)
    restore(backup, target, NOW)
    assert contents(target) == contents(backup)
    assert Path(f"{target}.before-restore-{STAMP}-wal").read_bytes() == log


RUINS = {
    "half a book": lambda path: os.truncate(path, 10_000),
    "an emptied file": lambda path: os.truncate(path, 0),
    "noise": lambda path: path.write_bytes(b"\x55" * 50_000),
}


@pytest.mark.parametrize("ruin", RUINS)
def test_a_ruined_book_is_replaced_and_kept_as_it_is(backup: Path, target: Path, ruin: str) -> None:
    RUINS[ruin](target)
    before = target.read_bytes()
    kept = restore(backup, target, NOW).kept
    assert kept
    assert kept.read_bytes() == before
    assert contents(target) == contents(backup)


def test_a_damaged_backup_changes_nothing(backup: Path, target: Path) -> None:
    with backup.open("r+b") as file:
        file.seek(20_000)
        file.write(b"x")
    before = everything_in(target.parent)
    with pytest.raises(DamagedBook, match="已经损坏"):
        restore(backup, target, NOW)
    assert everything_in(target.parent) == before


def test_a_backup_of_a_damaged_book_changes_nothing(backup: Path, target: Path, tmp_path: Path) -> None:
    tampered(target, "UPDATE cases SET crc = 0 WHERE id = 1")
    book, bad = EmbeddedBook(target), tmp_path / "bad.book"
    book.backup(bad, NOW)
    book.close()
    before = everything_in(target.parent)
    with pytest.raises(DamagedBook, match="备份之前就已经损坏"):
        restore(bad, target, NOW)
    assert everything_in(target.parent) == before


def test_a_book_is_not_restored_from_a_book(target: Path) -> None:
    with pytest.raises(NotABook, match="没有备份清单"):
        restore(target, target.with_name("new.book"), NOW)
    assert not target.with_name("new.book").exists()


def test_a_backup_is_not_restored_over_itself(backup: Path) -> None:
    before = everything_in(backup.parent)
    with pytest.raises(BookError, match="正是要恢复的那份备份"):
        restore(backup, backup, NOW)
    assert everything_in(backup.parent) == before


def test_a_folder_is_not_replaced(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(NotABook, match="不是文件"):
        restore(backup, tmp_path, NOW)


def test_whoever_is_writing_is_waited_for_but_not_for_ever(backup: Path, target: Path) -> None:
    before, told = everything_in(target.parent), []
    with WriteLock(target, HASTY, lambda: None).held(), pytest.raises(BusyBook):
        restore(backup, target, NOW, Patience(0, 0.05), lambda: told.append("waiting"))
    assert told == ["waiting"]
    assert everything_in(target.parent) == before


def test_whoever_has_the_book_open_is_refused_from_then_on(office: Office, backup: Path) -> None:
    target = Path(office.book.location)
    before = contents(target)
    kept = restore(backup, target, NOW).kept
    assert kept
    with pytest.raises(BookError, match="换成了别的文件"):
        office.walk()
    with pytest.raises(BookError, match="换成了别的文件"):
        office.book.count(EVERYTHING)
    assert contents(kept) == before


def test_the_last_to_close_the_old_book_does_not_touch_the_new_one(office: Office, backup: Path) -> None:
    target = Path(office.book.location)
    office.walk()
    restore(backup, target, NOW)
    new = EmbeddedBook(target)
    id_ = Office(new, office.clock).walk().id
    office.book.close()
    assert new.case(id_).id == id_
    new.close()
    assert findings(target) == []
    reopened = EmbeddedBook(target)
    assert reopened.count(EVERYTHING) == 2
    reopened.close()


def test_somebody_who_reads_for_too_long_is_not_cut_off(
    office: Office, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "_SECONDS_FOR_READERS", 0.01)
    target = Path(office.book.location)
    with closing(sqlite3.connect(target, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM cases").fetchone()
        office.walk()
        with pytest.raises(BusyBook, match="占用"):
            restore(backup, target, NOW)
    assert office.book.count(EVERYTHING) == 3
    assert not list(target.parent.glob("*before-restore*"))


@pytest.mark.parametrize("step", ["link", "replace"])
def test_a_step_that_fails_leaves_everything_as_it_was(
    backup: Path, target: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def failing(*_arguments: object) -> None:
        raise OSError(5, "Input/output error")

    before = everything_in(target.parent)
    with monkeypatch.context() as trouble:
        trouble.setattr(os, "replace", failing)
        if step == "link":
            trouble.setattr(os, "link", failing)
        with pytest.raises(BookError, match="没有改动"):
            restore(backup, target, NOW)
    assert everything_in(target.parent) == before


def test_a_disk_without_links_keeps_the_old_book_too(
    backup: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_arguments: object) -> None:
        raise OSError(1, "Operation not permitted")

    before = contents(target)
    monkeypatch.setattr(os, "link", unknown)
    kept = restore(backup, target, NOW).kept
    assert kept
    assert contents(kept) == before
    assert contents(target) == contents(backup)
