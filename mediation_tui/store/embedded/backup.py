"""Making a backup: a copy of the book in one file, from one moment, while others go on writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from mediation_tui.errors import BookError, MediationError
from mediation_tui.i18n import N_
from mediation_tui.store.embedded.manifest import Manifest
from mediation_tui.store.embedded.sealing import seal_backup
from mediation_tui.store.engine.creation import fresh_file
from mediation_tui.store.engine.trouble import in_words
from mediation_tui.store.progress import Progress, unwatched

_PAGES_AT_A_TIME = 1000
_NONE = N_("备份没有做成：{problem}")


class NoBackup(BookError):
    """A backup could not be made; the sentence says why, and nothing is left of it."""


def make_backup(
    connection: sqlite3.Connection, path: Path, made_at: datetime, progress: Progress = unwatched
) -> Manifest:
    """Copy the book a connection sees into one new file that only its owner may read.

    The file has its name only once it is whole, sealed and on the disk.

    Args:
        connection: In a reading transaction, so that all pages come from one moment and nobody's writing makes the
            copying begin again.
        path: Where nothing is yet.
        made_at: When the backup is made.
        progress: Told how many bytes are done; each is copied and read once more.

    Raises:
        NoBackup: Something is there already, or it cannot be written.
    """
    with told(path), fresh_file(path) as fresh, in_words(path):
        _copy(connection, fresh, lambda done, total: progress(done, 2 * total))
        return seal_backup(fresh, made_at, lambda done, total: progress(total + done, 2 * total))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Say of whatever goes wrong in the block that there is no backup now.

    Args:
        path: What was to be written, where the system does not say.

    Raises:
        NoBackup: Why there is none.
    """
    try:
        yield
    except NoBackup:
        raise
    except BookError as error:
        raise NoBackup(_NONE, problem=error) from error
    except OSError as error:
        where = error.filename or path
        problem = MediationError(N_("“{path}”写不进去（{reason}）。"), path=where, reason=error.strerror)
        raise NoBackup(_NONE, problem=problem) from error


def _copy(connection: sqlite3.Connection, fresh: Path, progress: Progress) -> None:
    """Copy all pages; the connection is made to look once, for only that fixes the moment it sees."""
    assert connection.in_transaction, "the copy would be of many moments"
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (page,) = connection.execute("PRAGMA page_size").fetchone()

    def step(_status: int, remaining: int, total: int) -> None:
        progress((total - remaining) * page, total * page)

    with closing(sqlite3.connect(fresh, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = OFF").fetchone()
        copy.execute("PRAGMA synchronous = OFF")
        connection.backup(copy, pages=_PAGES_AT_A_TIME, progress=step)
