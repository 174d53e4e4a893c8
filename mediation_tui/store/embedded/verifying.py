"""Whether a backup can be restored: sealed and unchanged, and every record in it what was once written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mediation_tui.errors import DamagedBook
from mediation_tui.i18n import N_
from mediation_tui.store.embedded.manifest import Manifest, columns, tables
from mediation_tui.store.embedded.sealing import reading_backup, require_sealed
from mediation_tui.store.engine.format import recognise
from mediation_tui.store.engine.rows import Rows, checksum
from mediation_tui.store.progress import Progress, unwatched
from mediation_tui.store.records.documents import SHAPES
from mediation_tui.store.shape import FORMAT_VERSION

_STEPS_BETWEEN_LOOKS = 1_000_000
_UNSOUND = N_("备份“{path}”里的案件簿在备份之前就已经损坏（{report}）；请换一份更早的备份。")


def verify(path: Path, progress: Progress = unwatched, *, thorough: bool = True) -> Manifest:
    """Make sure that a backup is whole, and that so was the book it was made of.

    It goes by what the file says: a backup in an earlier format is measured by the tables it has.

    Args:
        path: The backup.
        progress: Told now and then how many bytes have been proven.
        thorough: Whether the columns records are found by are worked out again too, which takes three times as long.

    Raises:
        NotABook: It is not a backup.
        NewerBook: It is in a newer format.
        DamagedBook: It, or the book it was made of, is not what was written.
    """
    recognise(path)
    manifest = require_sealed(path, progress)
    size = path.stat().st_size
    with reading_backup(path) as connection, _watched(connection, lambda: progress(size, size)):
        for report in _faults(connection, path, thorough=thorough):
            raise DamagedBook(_UNSOUND, path=path, report=report)
    return manifest


def _faults(connection: sqlite3.Connection, path: Path, *, thorough: bool) -> Iterator[str]:
    """What is wrong with the pages and the records, as short as a log line."""
    yield from (report for (report,) in connection.execute("PRAGMA integrity_check(1)") if report != "ok")
    known = {shape.name: shape for shape in SHAPES} if thorough and _is_of_today(connection) else {}
    for table in tables(connection):
        if shape := known.get(table):
            yield from (f"{table} {row}" for row in Rows(path, shape).faults(connection))
        elif columns(connection, table).issuperset({"id", "body", "crc"}):
            yield from (f"{table} {row}" for row in _not_as_written(connection, table))


def _not_as_written(connection: sqlite3.Connection, table: str) -> Iterator[int]:
    """The ids of records that do not fit their checksums."""
    sql = f"SELECT id, crc, CAST(body AS BLOB) FROM [{table}] ORDER BY id"
    for row, crc, body in connection.execute(sql):
        if body is None or checksum(row, body) != crc:
            yield row


def _is_of_today(connection: sqlite3.Connection) -> bool:
    """Whether the file has the format whose narrow columns the program can work out."""
    return bool(connection.execute("PRAGMA user_version").fetchone() == (FORMAT_VERSION,))


@contextmanager
def _watched(connection: sqlite3.Connection, look: Callable[[], None]) -> Iterator[None]:
    """Let whoever is watching end a long look at the file; SQLite itself hears only that it was interrupted."""

    def seen() -> int:
        look()
        return 0

    connection.set_progress_handler(seen, _STEPS_BETWEEN_LOOKS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            look()
        raise
