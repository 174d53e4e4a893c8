"""The unit of work: everything inside one block is written together, or nothing is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_
from mediation_tui.store.engine.connections import Connections
from mediation_tui.store.engine.lock import WriteLock


class Transactions:
    """Begins and ends transactions on a book.

    Args:
        connections: Where the writing connection comes from.
        lock: The right to write, held from before the first to after the last statement.
    """

    def __init__(self, connections: Connections, lock: WriteLock) -> None:
        self._connections = connections
        self._lock = lock

    @contextmanager
    def one(self) -> Iterator[sqlite3.Connection]:
        """One transaction, or a part of the one this thread is already in.

        When the block raises, nothing of it remains: of a part only the part is undone, and the transaction may
        go on. When the outermost block has ended without an error, all of it is on the disk.

        Raises:
            BusyBook: Someone else kept the right to write too long.
            BookError: It could not be written; nothing was.
        """
        if self._connections.writing_here:
            with self._connections.reading() as own, _part(own):
                yield own
            return
        with self._lock.held(), self._connections.writing() as connection, _whole(connection):
            yield connection

    @contextmanager
    def joined(self) -> Iterator[sqlite3.Connection]:
        """The transaction this thread is already in, or one of its own; for what is a single statement anyway."""
        inside = self._connections.writing_here
        with self._connections.reading() if inside else self.one() as connection:
            _require_open(connection)
            yield connection


@contextmanager
def _whole(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction of its own."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        _require_open(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _part(connection: sqlite3.Connection) -> Iterator[None]:
    """A part of a transaction, undone by itself."""
    _require_open(connection)
    connection.execute("SAVEPOINT part")
    try:
        yield
        _require_open(connection)
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK TO part")
            connection.execute("RELEASE part")
        raise
    connection.execute("RELEASE part")


def _require_open(connection: sqlite3.Connection) -> None:
    """Make sure that SQLite has not given the transaction up by itself, as it may when the disk is full.

    Going on would write each further statement by itself.
    """
    if not connection.in_transaction:
        raise BookError(N_("这次写入因磁盘出错已整个撤销，什么也没有记下；请检查磁盘后再做一次。"))
