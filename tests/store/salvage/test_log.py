"""What lies in the write-ahead log was acknowledged, and counts as much as what lies in the file."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from mediation_tui.model.events import EventKind
from mediation_tui.store.embedded.salvage import Left
from tests.builders import Office
from tests.store.salvage.damage import PAGE, Bodies, bodies, require_honest, salvaged

HEADER, FRAME = 32, 24 + PAGE


@dataclass(frozen=True)
class Torn:
    """A book and its log as the power left them."""

    data: bytes
    log: bytes
    events: Bodies


@pytest.fixture
def torn(tmp_path: Path) -> Torn:
    """The first case is in the file, ten more in the log."""
    office = Office.opened(tmp_path)
    office.walk(EventKind.ACCEPTED)
    office.book._db.checkpoint()
    for _ in range(10):
        office.walk(EventKind.ACCEPTED, EventKind.SESSION_HELD)
    path, there = Path(office.book.location), tmp_path / "torn"
    there.mkdir()
    for companion in ("", "-wal"):
        shutil.copy(f"{path}{companion}", there / f"torn.book{companion}")
    office.book.close()
    data, log = (there / "torn.book").read_bytes(), (there / "torn.book-wal").read_bytes()
    assert len(log) > 10 * FRAME
    return Torn(data, log, bodies(path))


def folder_in(tmp_path: Path) -> Path:
    folder = tmp_path / "salvage"
    folder.mkdir()
    return folder


def test_what_was_not_brought_into_the_file_yet_is_got_out(torn: Torn, tmp_path: Path) -> None:
    result = salvaged(folder_in(tmp_path), torn.data, torn.log)
    assert result.told.complete
    assert result.events == torn.events


@pytest.mark.parametrize("lost", [b"", bytes(PAGE)])
def test_so_it_is_where_the_file_has_lost_its_header_or_everything(
    torn: Torn, tmp_path: Path, lost: bytes
) -> None:
    result = salvaged(folder_in(tmp_path), lost + torn.data[PAGE:] if lost else b"", torn.log)
    require_honest(result, torn.events)
    assert result.events == torn.events


def test_a_transaction_that_was_not_finished_is_none(torn: Torn, tmp_path: Path) -> None:
    cut = HEADER + FRAME * ((len(torn.log) - HEADER) // FRAME - 1)
    result = salvaged(folder_in(tmp_path), torn.data, torn.log[:cut])
    require_honest(result, torn.events)
    assert result.told.complete
    assert result.events.keys() == torn.events.keys() - {max(torn.events)}


def test_a_frame_that_is_damaged_costs_no_later_one(torn: Torn, tmp_path: Path) -> None:
    log = bytearray(torn.log)
    log[HEADER + 3 * FRAME + 2000] ^= 1
    result = salvaged(folder_in(tmp_path), torn.data, bytes(log))
    require_honest(result, torn.events)
    assert max(torn.events) in result.events
    assert len(result.events) >= 0.95 * len(torn.events)


def test_frames_of_another_log_do_not_count(torn: Torn, tmp_path: Path) -> None:
    log = bytearray(torn.log)
    log[16] ^= 1  # the salt all frames must bear
    result = salvaged(folder_in(tmp_path), torn.data, bytes(log))
    assert result.events.keys() == {1, 2}


def test_what_was_half_written_without_a_log_is_undone_first(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    office.walk(EventKind.ACCEPTED)
    office.book.close()
    path, folder = Path(office.book.location), folder_in(tmp_path)
    written = bodies(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("PRAGMA cache_spill = 1")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(50, 400):
            connection.execute(
                "INSERT INTO events (id, body, crc) SELECT ?, body || ' ', crc FROM events WHERE id = 1",
                (number,),
            )
        half = path.read_bytes()
        folder.joinpath("damaged.book-journal").write_bytes(
            path.with_name(path.name + "-journal").read_bytes()
        )
    assert len(half) > 50 * PAGE
    result = salvaged(folder, half)
    assert result.events == written
    assert result.told.complete
    assert result.cases(Left.WHOLE)
