"""What a book file is like from outside: its format, its journal, its sizes, and SQLite's own version."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from mediation_tui.store.book import Description
from mediation_tui.store.engine.log import log_bytes
from mediation_tui.store.engine.storage import BookStorage

_RESETS_SINCE = (3, 7, 0)
_RESETS_UNTIL = (3, 51, 3)
_MENDED = {(3, 44): 6, (3, 50): 7}
"""Of these older lines, the release from which on they are mended too."""


def description(storage: BookStorage) -> Description:
    """Describe an open book."""
    with storage.reading() as connection:
        ((format_,),) = connection.execute("PRAGMA user_version")
        ((journal,),) = connection.execute("PRAGMA journal_mode")
    return Description(
        engine="SQLite",
        version=sqlite3.sqlite_version,
        format=format_,
        journal=journal,
        file_bytes=storage.path.stat().st_size if storage.path.exists() else 0,
        log_bytes=log_bytes(storage.path),
        resets_log_wrongly=resets_log_wrongly(sqlite3.sqlite_version_info),
    )


def resets_log_wrongly(version: Sequence[int]) -> bool:
    """Whether a version of SQLite may lose a commit when several connections reset the write-ahead log at once.

    Versions 3.7.0 to 3.51.2 may, but for 3.44.6 and 3.50.7 and what follows on those lines. Under this program's own
    lock only one connection at a time writes or resets the log, so with it none does.
    """
    major, minor, release = version[:3]
    if release >= _MENDED.get((major, minor), release + 1):
        return False
    return _RESETS_SINCE <= (major, minor, release) < _RESETS_UNTIL
