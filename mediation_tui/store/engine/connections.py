"""The open connections of one process to one book: one that writes and a few that read."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_
from mediation_tui.store.engine.trouble import in_words

_KEPT_READERS = 4


class _Own(threading.local):
    """What a thread is using at the moment.

    Attributes:
        connection: The connection all its reads go through, inside a transaction or a snapshot.
        writing: Whether that is the writing one.
    """

    connection: sqlite3.Connection | None = None
    writing: bool = False


class Connections:
    """Gives each thread a connection for as long as it needs one.

    Readers see the last commit while a writer works, so a long import never holds up a screen; a thread that
    writes reads through its own connection and so sees what it has written. A connection serves one thread at a
    time. Whoever asks for the writing one holds the `WriteLock`.

    Args:
        path: The book's file, for the sentences.
        connect: Opens one more connection.
        prepare: Makes a connection the one that writes.
    """

    def __init__(
        self,
        path: Path,
        connect: Callable[[], sqlite3.Connection],
        prepare: Callable[[sqlite3.Connection], None],
    ) -> None:
        self._path = path
        self._file = _file_at(path)
        self._companions = tuple(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
        self._beside: tuple[object, ...] | None = None
        self._connect = connect
        self._prepare = prepare
        self._open: set[sqlite3.Connection] = set()
        self._readers: deque[sqlite3.Connection] = deque()
        self._writer: sqlite3.Connection | None = None
        self._own = _Own()
        self._closed = False

    @property
    def writing_here(self) -> bool:
        """Whether this thread is inside a transaction, so that it reads through the writing connection."""
        return self._own.writing

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to read through; inside a transaction or a snapshot the thread's own.

        Raises:
            BookError: Another file stands at the path, or none; or whatever SQLite reports inside the block.
        """
        with in_words(self._path):
            if self._own.connection is not None:
                yield self._own.connection
                return
            self.require_same_file()
            connection = self._take_reader()
            try:
                yield connection
            finally:
                self._give_back(connection)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let this thread see one unchanging state of the book during the block, from its first read on."""
        if self._own.connection is not None:
            yield
            return
        with self.reading() as connection:
            connection.execute("BEGIN")
            try:
                with self._as_own(connection, writing=False):
                    yield
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The writing connection, as this thread's own.

        Beginning or ending a transaction is not expected to fail; where it does, the connection is given up, so
        that the next transaction starts from what is on the disk.

        Raises:
            BookError: As `reading`.
        """
        with in_words(self._path):
            self.require_same_file()
            self._writer = self._writer or self._opened_to_write()
            try:
                with self._as_own(self._writer, writing=True):
                    yield self._writer
            except sqlite3.Error:
                self._shut(self._writer)
                self._writer = None
                raise

    def close(self) -> None:
        """Close every connection; nothing can be read or written afterwards."""
        self._closed = True
        self._readers.clear()
        self._writer = None
        for connection in tuple(self._open):
            self._shut(connection)

    def opened(self) -> sqlite3.Connection:
        """One more connection, for the caller's own use until the book is closed."""
        if self._closed:
            raise BookError(N_("案件簿“{path}”已经关闭。"), path=self._path)
        connection = self._connect()
        self._open.add(connection)
        return connection

    def require_same_file(self) -> None:
        """Make sure that the path still leads to the open file: what is written into a deleted one is lost."""
        if _file_at(self._path) != self._file or self._log_was_moved():
            raise BookError(
                N_("案件簿已被删除、移走或换成了别的文件；请退出程序，找回原来的文件再打开：{path}"),
                path=self._path,
            )

    def _opened_to_write(self) -> sqlite3.Connection:
        """The connection that writes."""
        connection = self.opened()
        try:
            self._prepare(connection)
        except BaseException:
            self._shut(connection)
            raise
        return connection

    def _log_was_moved(self) -> bool:
        """Whether the log or its index is no longer the one our connections work with.

        SQLite takes both away only when the last connection closes; others would then write past each other.
        """
        beside = tuple(map(_file_at, self._companions))
        if not self._open:
            self._beside = None
        elif self._beside is None:
            self._beside = beside if None not in beside else None
        return self._beside is not None and beside != self._beside

    def _take_reader(self) -> sqlite3.Connection:
        """A connection nobody else is reading through."""
        try:
            return self._readers.pop()
        except IndexError:
            return self.opened()

    def _give_back(self, connection: sqlite3.Connection) -> None:
        """Keep a reading connection for the next reader, unless enough are kept."""
        if self._closed or len(self._readers) >= _KEPT_READERS:
            self._shut(connection)
        else:
            self._readers.append(connection)

    def _shut(self, connection: sqlite3.Connection) -> None:
        """Close one connection."""
        self._open.discard(connection)
        connection.close()

    @contextmanager
    def _as_own(self, connection: sqlite3.Connection, *, writing: bool) -> Iterator[None]:
        """Let this thread read through a connection during the block."""
        before = self._own.connection, self._own.writing
        self._own.connection, self._own.writing = connection, writing
        try:
            yield
        finally:
            self._own.connection, self._own.writing = before


def _file_at(path: Path) -> tuple[int, int] | None:
    """What tells the file at a path from any other; nothing where there is none or it is out of reach."""
    try:
        details = path.stat()
    except OSError:
        return None
    return details.st_dev, details.st_ino
