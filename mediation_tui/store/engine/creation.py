"""Making a new book file: whole from the first moment it can be seen, or not there at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_
from mediation_tui.store.engine.format import APPLICATION_ID
from mediation_tui.store.engine.schema import statements
from mediation_tui.store.engine.trouble import in_words
from mediation_tui.store.shape import FORMAT_VERSION, TableShape

COMPANIONS = ("-wal", "-shm", "-journal")
"""What the names of the files end in that SQLite keeps beside an open or torn one."""


def create_file(path: Path, shapes: Sequence[TableShape]) -> None:
    """Make an empty book that only its owner may read.

    It is written under another name in the same folder, brought to the disk, and only then given its own.

    Raises:
        BookError: The path, or what is left of an earlier book there, exists; or it cannot be written.
    """
    try:
        with fresh_file(path) as fresh, in_words(path):
            write_empty(fresh, shapes)
    except OSError as error:
        raise BookError(N_("无法新建案件簿“{path}”：{reason}"), path=path, reason=error.strerror) from error


@contextmanager
def fresh_file(path: Path) -> Iterator[Path]:
    """A file to write under another name in the same folder; it gets its own when the block ends without an error.

    It belongs to its owner alone. Whatever else happens, nothing is left.

    Raises:
        BookError: The path, or what is left of an earlier book there, exists.
        OSError: The folder or the disk does not take it.
    """
    refuse_existing(path)
    with passing_file(path) as fresh:
        yield fresh
        put_in_place(fresh, path)


@contextmanager
def passing_file(path: Path) -> Iterator[Path]:
    """An empty file beside a path, for its owner alone, gone with its companions after the block unless renamed."""
    fresh = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield fresh
    finally:
        with suppress(OSError):  # a read-only disk will not hear of it, though nothing is there
            remove_file(fresh)


def remove_file(path: Path) -> None:
    """Take away a book that was not finished, with everything that stands beside it."""
    for companion in ("", *COMPANIONS, ".lock"):
        path.with_name(path.name + companion).unlink(missing_ok=True)


def refuse_existing(path: Path) -> None:
    """A log left behind would be replayed into a new book of the same name, so it counts as existing."""
    for companion in ("", *COMPANIONS):
        neighbour = path.with_name(path.name + companion)
        if os.path.lexists(neighbour):
            raise BookError(N_("“{path}”已经存在，没有改动它；请换一个名字。"), path=neighbour)


def write_empty(fresh: Path, shapes: Sequence[TableShape]) -> None:
    """Write an empty book; closing it brings everything from the log into the file."""
    with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FORMAT_VERSION}")
        for statement in statements(shapes):
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def put_in_place(fresh: Path, path: Path) -> None:
    """Give the finished file its name without ever replacing another, and make the name itself durable."""
    sync(fresh)
    if os.name == "nt":
        fresh.rename(path)
        return
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as a memory stick's
        refuse_existing(path)
        fresh.rename(path)
    else:
        fresh.unlink()
    sync(path.parent)


def sync(path: Path) -> None:
    """Bring a file or a folder to the disk."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
