"""Opening a connection to a book file, and making sure that the book inside is whole enough to work with."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from mediation_tui.errors import DamagedBook
from mediation_tui.i18n import N_
from mediation_tui.store.engine.format import require_known
from mediation_tui.store.shape import TableShape

Journal = Literal["wal", "truncate"]
"""How a commit is made safe: by a log beside the file, or by a copy of the pages it changes.

The copy needs several syncs a commit and lets readers wait for writers, and writers for readers; but nothing beside
the file is needed once a commit is done, and it asks nothing of the file system but honest syncs. Going over to it is
done on opening, while nobody else has the book open; going over to the log with the first write, so that a book which
is only looked at stays as it is to the byte.
"""

_SETTINGS = ("synchronous = FULL", "mmap_size = 0", "cell_size_check = ON", "trusted_schema = OFF")
_TO_READ: Mapping[Journal, tuple[str, ...]] = {
    "wal": (),
    "truncate": ("journal_mode = TRUNCATE", "synchronous = EXTRA"),
}
_TO_WRITE: Mapping[Journal, tuple[str, ...]] = {"wal": ("journal_mode = WAL",), "truncate": ()}


def connect(path: Path, busy_seconds: float, journal: Journal = "wal") -> sqlite3.Connection:
    """A connection to an existing file; it never makes one.

    Every commit is on the disk before it returns. Transactions are begun by hand. One thread at a time may use it.

    Raises:
        sqlite3.OperationalError: It cannot be used; or others have it open with another journal.
    """
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=rw",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        _set(connection, *_SETTINGS, *_TO_READ[journal])
    except BaseException:
        connection.close()
        raise
    return connection


def prepare_to_write(connection: sqlite3.Connection, journal: Journal) -> None:
    """Make a connection write with the given journal; the caller has the right to write.

    Raises:
        sqlite3.OperationalError: The file cannot be written, or others are reading it just now.
    """
    _set(connection, *_TO_WRITE[journal])


def require_tables(connection: sqlite3.Connection, path: Path, shapes: Sequence[TableShape]) -> None:
    """Make sure that a connection sees a book of a known format with all its tables and columns.

    The format is asked again here because a migration may still lie in the write-ahead log, which the file's
    header does not show.

    Raises:
        NotABook, NewerBook: As `recognise`.
        DamagedBook: A table or a column is missing.
    """
    require_known(path, _number(connection, "application_id"), _number(connection, "user_version"))
    for shape in shapes:
        info = connection.execute("SELECT name, type, pk FROM pragma_table_info(?)", (shape.name,)).fetchall()
        wanted = {"body", "crc", *(column.name for column in shape.columns)}
        if ("id", "INTEGER", 1) not in info or not wanted.issubset(name for name, _type, _key in info):
            raise DamagedBook(
                N_("案件簿“{path}”缺少“{table}”表或它的一部分，可能已经损坏，请用备份恢复。"),
                path=path,
                table=shape.name,
            )


def _set(connection: sqlite3.Connection, *settings: str) -> None:
    """Set what SQLite is to go by."""
    for setting in settings:
        connection.execute(f"PRAGMA {setting}")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    """A number SQLite keeps in the file's header."""
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])
