"""A backup is the book of one moment, in one file, and no byte of it can change unnoticed."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from mediation_tui.errors import BookError, DamagedBook, NewerBook, NotABook
from mediation_tui.model.events import EventKind
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded import backup as backup_module
from mediation_tui.store.embedded.backup import NoBackup
from mediation_tui.store.embedded.sealing import seal_backup
from mediation_tui.store.embedded.verifying import verify
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.store.shape import FORMAT_VERSION
from tests.builders import Office, Patience, an_agreement
from tests.store.backups import NOW, contents, everything_in, findings, tampered
from tests.store.backups import office as office

FLIPS = 400


@pytest.fixture
def backup(office: Office, tmp_path: Path) -> Path:
    """A backup of a book with two cases."""
    office.walk(EventKind.ACCEPTED, EventKind.SESSION_HELD, an_agreement(office.clock.today()))
    office.walk()
    path = tmp_path / "backups" / "office.book"
    path.parent.mkdir()
    office.book.backup(path, NOW)
    return path


def test_a_backup_is_one_file_for_its_owner_alone(backup: Path) -> None:
    assert [file.name for file in backup.parent.iterdir()] == ["office.book"]
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_it_says_what_is_in_it(office: Office, backup: Path) -> None:
    manifest = verify(backup)
    assert manifest.made_at == NOW
    assert manifest.state.origin == office.book.origin
    assert manifest.state.format == FORMAT_VERSION
    assert {name: end for name, (end, _) in manifest.state.chains.items()} == office.book.heads()
    assert (manifest.rows["cases"], manifest.rows["events"]) == (2, 5)


def test_it_can_be_opened_like_any_book_and_holds_what_the_book_held(office: Office, backup: Path) -> None:
    assert contents(backup) == contents(Path(office.book.location))
    assert findings(backup) == []


def test_a_backup_that_was_opened_to_look_is_still_a_backup(backup: Path) -> None:
    assert findings(backup) == []
    assert verify(backup).made_at == NOW


def test_a_backup_of_a_backup_is_one_too(backup: Path, tmp_path: Path) -> None:
    book = EmbeddedBook(backup)
    later = NOW + timedelta(days=1)
    book.backup(tmp_path / "again.book", later)
    book.close()
    assert verify(tmp_path / "again.book").made_at == later
    assert contents(tmp_path / "again.book") == contents(backup)


def test_what_exists_is_never_overwritten(office: Office, backup: Path) -> None:
    before = everything_in(backup.parent)
    with pytest.raises(NoBackup, match=r"没有做成.*已经存在"):
        office.book.backup(backup, NOW)
    assert everything_in(backup.parent) == before


def test_a_folder_that_is_not_there_is_said(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NoBackup, match=r"没有做成.*写不进去"):
        office.book.backup(tmp_path / "nowhere" / "b.book", NOW)


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A little book is copied in as many steps as a large one."""
    monkeypatch.setattr(backup_module, "_PAGES_AT_A_TIME", 1)


@pytest.mark.usefixtures("small_steps")
@pytest.mark.parametrize("patience", [0, 1, 20])
def test_whoever_watches_can_end_it_and_nothing_is_left(
    office: Office, tmp_path: Path, patience: int
) -> None:
    steps = iter(range(patience))

    def watch(done: int, total: int) -> None:
        if next(steps, None) is None:
            raise KeyboardInterrupt

    folder = tmp_path / "away"
    folder.mkdir()
    with pytest.raises(KeyboardInterrupt):
        office.book.backup(folder / "b.book", NOW, watch)
    assert list(folder.iterdir()) == []
    office.walk()


@pytest.mark.usefixtures("small_steps")
def test_whoever_watches_sees_it_come_to_its_end(office: Office, tmp_path: Path) -> None:
    seen: list[float] = []
    office.book.backup(tmp_path / "b.book", NOW, lambda done, total: seen.append(done / total))
    assert seen == sorted(seen)
    assert len(seen) > 10
    assert seen[-1] == 1


@pytest.mark.usefixtures("small_steps")
def test_it_is_the_book_of_one_moment_while_four_desks_write_on(office: Office, tmp_path: Path) -> None:
    """Others write between any two steps of the copying, and none of it is in the copy."""
    office.walk()
    at_the_start = contents(Path(office.book.location))
    written: list[str] = []

    def write_on(done: int, total: int) -> None:
        if len(written) < 40:
            with ThreadPoolExecutor(4) as desks:
                written.extend(desks.map(lambda _desk: office.walk().id, range(4)))

    office.book.backup(tmp_path / "b.book", NOW, write_on)
    verify(tmp_path / "b.book")
    assert contents(tmp_path / "b.book") == at_the_start
    assert findings(tmp_path / "b.book") == []
    assert [office.book.case(id_).id for id_ in written] == written


def test_many_backups_made_while_others_write_are_all_whole(office: Office, tmp_path: Path) -> None:
    def work(_desk: int) -> None:
        own = EmbeddedBook(Path(office.book.location), patience=Patience(limit=60))
        desk = Office(own, office.clock)
        for _case in range(10):
            desk.walk(EventKind.ACCEPTED)
        own.close()

    with ThreadPoolExecutor(4) as desks:
        working = [desks.submit(work, desk) for desk in range(4)]
        paths = [tmp_path / f"b{number}.book" for number in range(6)]
        for path in paths:
            office.book.backup(path, NOW)
        for each in working:
            each.result()
    counted = [verify(path).rows["events"] for path in paths]
    assert counted == sorted(counted)
    assert [findings(path) for path in paths] == [[]] * len(paths)
    assert office.book.count(EVERYTHING) == 40


def test_a_finished_file_can_be_sealed_by_itself(office: Office, tmp_path: Path) -> None:
    office.walk()
    office.book.close()
    copy = tmp_path / "copy.book"
    shutil.copyfile(office.book.location, copy)
    assert seal_backup(copy, NOW) == verify(copy)
    assert contents(copy) == contents(Path(office.book.location))


def test_a_changed_byte_is_never_taken_for_what_was_written(backup: Path, tmp_path: Path) -> None:
    whole, luck = backup.read_bytes(), random.Random(1)
    spots = sorted({*luck.sample(range(len(whole)), FLIPS), *range(100), len(whole) - 1})
    changed = tmp_path / "changed.book"
    for spot in spots:
        changed.write_bytes(
            whole[:spot] + bytes([whole[spot] ^ (1 << luck.randrange(8))]) + whole[spot + 1 :]
        )
        with pytest.raises(BookError):
            verify(changed)


@pytest.mark.parametrize("length", [0, 50, 4096, 9000, -4096, -1])
def test_a_cut_backup_is_refused(backup: Path, length: int) -> None:
    os.truncate(backup, length if length >= 0 else backup.stat().st_size + length)
    with pytest.raises(BookError):
        verify(backup)


def test_bytes_after_its_end_are_refused(backup: Path) -> None:
    backup.write_bytes(backup.read_bytes() + b"\0")
    with pytest.raises(DamagedBook):
        verify(backup)


def test_a_book_is_not_taken_for_a_backup(office: Office) -> None:
    office.walk()
    with pytest.raises(NotABook, match="没有备份清单"):
        verify(Path(office.book.location))


def test_a_backup_somebody_went_on_writing_in_is_none_any_more(backup: Path, office: Office) -> None:
    book = EmbeddedBook(backup)
    Office(book, office.clock).walk()
    book.close()
    with pytest.raises(DamagedBook, match="与备份时不符"):
        verify(backup)


def test_a_newer_format_is_refused_and_left_alone(backup: Path) -> None:
    tampered(backup, f"PRAGMA user_version = {FORMAT_VERSION + 1}")
    before = backup.read_bytes()
    with pytest.raises(NewerBook):
        verify(backup)
    assert backup.read_bytes() == before


def test_an_earlier_format_is_measured_by_the_tables_it_has(office: Office, tmp_path: Path) -> None:
    office.walk()
    office.book.close()
    book, path = Path(office.book.location), tmp_path / "earlier.book"
    before = ("DROP INDEX cases__by__registered_on__year__serial", "ALTER TABLE cases DROP COLUMN search")
    tampered(book, "DROP TABLE chains", *before, "PRAGMA user_version = 1")
    shutil.copyfile(book, path)
    manifest = seal_backup(path, NOW)
    assert verify(path) == manifest
    assert (manifest.state.format, dict(manifest.state.chains)) == (1, {})


DAMAGES = {
    "a record": "UPDATE events SET body = replace(body, '排水沟', '排水渠') WHERE id = 1",
    "a column": "UPDATE cases SET risk = 3 WHERE id = 1",
    "a checksum": "UPDATE people SET crc = crc + 1",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_was_damaged_before_the_backup_is_found_too(office: Office, tmp_path: Path, damage: str) -> None:
    office.walk()
    tampered(Path(office.book.location), DAMAGES[damage])
    office.book.backup(tmp_path / "b.book", NOW)
    with pytest.raises(DamagedBook, match="备份之前就已经损坏"):
        verify(tmp_path / "b.book")


def test_a_long_verification_can_be_ended(backup: Path) -> None:
    def tired(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify(backup, tired)
