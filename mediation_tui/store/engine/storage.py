"""A book file as TinyDB's storage: many rows instead of one text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, suppress
from pathlib import Path
from threading import Lock
from typing import Any

from tinydb.storages import Storage

from mediation_tui.errors import BookError, BusyBook
from mediation_tui.store.engine.connecting import Journal, connect, prepare_to_write, require_tables
from mediation_tui.store.engine.connections import Connections
from mediation_tui.store.engine.format import recognise
from mediation_tui.store.engine.lock import WriteLock
from mediation_tui.store.engine.log import log_bytes
from mediation_tui.store.engine.migrating import NO_MIGRATION, Migration, format_of, migrate
from mediation_tui.store.engine.rows import Rows
from mediation_tui.store.engine.transaction import Transactions
from mediation_tui.store.engine.trouble import in_words
from mediation_tui.store.patience import USUAL, Patience, say_nothing
from mediation_tui.store.shape import FORMAT_VERSION, TableShape

_LONGEST_SQLITE_WAIT = 5.0
_SECONDS_TO_CLOSE = 1.0


class BookStorage(Storage):
    """An open book: its tables' rows, its transactions, its state's number.

    It may be used from any thread. A process has it open once.

    Args:
        path: The book's file.
        shapes: Its tables.
        patience: How long to wait for another writer.
        on_wait: Called in the waiting thread when a wait becomes noticeable.
        migration: How a book of an earlier format is brought forward.
        journal: How commits are made safe; the same for everybody who has the book open.

    Raises:
        BookError: It cannot be used; nothing was changed.
    """

    def __init__(
        self,
        path: Path,
        shapes: Sequence[TableShape],
        patience: Patience = USUAL,
        on_wait: Callable[[], None] = say_nothing,
        migration: Migration = NO_MIGRATION,
        journal: Journal = "wal",
    ) -> None:
        self.path = path.resolve()
        recognise(self.path)
        self._journal: Journal = journal
        self._busy_seconds = min(patience.limit, _LONGEST_SQLITE_WAIT)
        self._lock = WriteLock(self.path, patience, on_wait)
        with in_words(self.path), closing(self._connect()) as connection:
            if format_of(connection) < FORMAT_VERSION:
                migrate(connection, self.path, migration, self._lock)
            require_tables(connection, self.path, shapes)
        self._rows = {shape.name: Rows(self.path, shape) for shape in shapes}
        self._connections = Connections(self.path, self._connect, self._prepare_to_write)
        self._transactions = Transactions(self._connections, self._lock)
        self._watch: sqlite3.Connection | None = None
        self._watching = Lock()

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of all tables of the book."""
        return tuple(self._rows)

    def rows(self, table: str) -> Rows:
        """The rows of a table.

        Raises:
            ValueError: The book has no such table.
        """
        if table not in self._rows:
            raise ValueError(f"The book has no table {table!r}")
        return self._rows[table]

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """A connection to read through; see `Connections.reading`."""
        return self._connections.reading()

    def snapshot(self) -> AbstractContextManager[None]:
        """One unchanging state for this thread's reads; see `Connections.snapshot`."""
        return self._connections.snapshot()

    def transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """The unit of work; see `Transactions.one`."""
        return self._transactions.one()

    @property
    def in_transaction(self) -> bool:
        """Whether this thread is inside a transaction."""
        return self._connections.writing_here

    def joined(self) -> AbstractContextManager[sqlite3.Connection]:
        """The transaction under way, or one of its own; see `Transactions.joined`."""
        return self._transactions.joined()

    def position(self) -> int:
        """A number that differs from the last one whenever anyone has committed something in between.

        It means nothing in another process or after the book was closed.

        Raises:
            BookError: Another file stands at the path, or none.
        """
        with self._watching, in_words(self.path):
            self._connections.require_same_file()
            self._watch = self._watch or self._connections.opened()
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def checkpoint(self) -> None:
        """Bring the write-ahead log into the file; for idle moments, after a long import, before a copy.

        Raises:
            BusyBook: Someone else kept the right to write too long.
        """
        with self._lock.held(), self.reading() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def rest(self) -> None:
        """Bring the write-ahead log into the file, as far as nobody is writing or reading; waits for nobody."""
        if not log_bytes(self.path):
            return
        with suppress(BusyBook), self._lock.held(0), in_words(self.path):
            self._connections.require_same_file()
            with closing(connect(self.path, 0, self._journal)) as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def read(self) -> dict[str, dict[str, Any]]:
        """Everything in the book, as TinyDB writes it: by table name and by id as text. Needs memory for it all."""
        with self.snapshot(), self.reading() as connection:
            return {
                name: {str(doc_id): document for doc_id, document in rows.documents(connection)}
                for name, rows in self._rows.items()
            }

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make the book hold exactly this; only what differs is written.

        Raises:
            ValueError: A table the book does not have.
            Unchangeable: A record of an immutable table would be changed or removed.
        """
        for name in data:
            self.rows(name)
        with self.transaction() as connection:
            for name, rows in self._rows.items():
                documents = data.get(name, {}).items()
                rows.rewrite(connection, {int(doc_id): document for doc_id, document in documents})

    def close(self) -> None:
        """Close the book; the last one to close it brings the log into the file, under the lock."""
        with ExitStack() as stack:
            with suppress(BookError):
                stack.enter_context(self._lock.held(_SECONDS_TO_CLOSE))
            self._watch = None
            self._connections.close()

    def _connect(self) -> sqlite3.Connection:
        """One more connection to the file."""
        return connect(self.path, self._busy_seconds, self._journal)

    def _prepare_to_write(self, connection: sqlite3.Connection) -> None:
        """Make a connection the one that writes."""
        prepare_to_write(connection, self._journal)
