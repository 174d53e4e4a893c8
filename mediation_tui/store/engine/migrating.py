"""Bringing a book of an earlier format forward: a backup first, then all of it or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_
from mediation_tui.store.engine.lock import WriteLock
from mediation_tui.store.shape import FORMAT_VERSION

Step = Callable[[sqlite3.Connection], None]
"""Brings a book forward by one format, inside a transaction that is not its to end."""


@dataclass(frozen=True)
class Migration:
    """How books of earlier formats are brought forward.

    Attributes:
        steps: By the format each begins with.
        back_up: Makes a backup of the book at a path; if it raises, nothing is changed.
    """

    steps: Mapping[int, Step]
    back_up: Callable[[Path], object]


NO_MIGRATION = Migration({}, lambda _path: None)
"""Books of earlier formats are not known."""


def format_of(connection: sqlite3.Connection) -> int:
    """The format a connection sees, also where it still lies in the write-ahead log."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, path: Path, migration: Migration, lock: WriteLock) -> None:
    """Bring a book forward to this program's format, unless somebody else has just done so.

    Raises:
        BusyBook: Somebody is writing for too long.
        BookError: There is no way from its format, or no backup could be made; nothing was changed.
    """
    with lock.held():
        found = format_of(connection)
        missing = [version for version in range(found, FORMAT_VERSION) if version not in migration.steps]
        if missing:
            raise BookError(
                N_("“{path}”的格式 {found} 太旧，这个程序不认识；文件没有改动。"), path=path, found=found
            )
        if found < FORMAT_VERSION:
            migration.back_up(path)
            _step_by_step(connection, found, migration.steps)


def _step_by_step(connection: sqlite3.Connection, found: int, steps: Mapping[int, Step]) -> None:
    """Take every step in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version in range(found, FORMAT_VERSION):
            steps[version](connection)
        connection.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
