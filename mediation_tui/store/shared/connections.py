"""The connections of one process to a shared book: a few that serve whoever needs one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import psycopg
from psycopg_pool import ConnectionPool, PoolTimeout

from mediation_tui.errors import BookError, BusyBook
from mediation_tui.i18n import N_
from mediation_tui.store.patience import Patience
from mediation_tui.store.shared.address import Address
from mediation_tui.store.shared.trouble import in_words

Connection = psycopg.Connection[tuple[Any, ...]]
T = TypeVar("T")

_MOST = 6
_SECONDS_TO_CONNECT = 10
_STOPPED_SECONDS = 60
"""A terminal that stops in the middle of writing loses its locks after this."""


class _Own(threading.local):
    """What a thread is using at the moment.

    Attributes:
        connection: The one all its statements go through, inside a transaction or a snapshot.
        writing: Whether that is a transaction.
    """

    connection: Connection | None = None
    writing: bool = False


class Connections:
    """Gives each thread a connection for as long as it needs one.

    Args:
        address: The book's place.
        patience: How long a statement may wait for somebody else's lock.

    Raises:
        BookError: Nobody answers there, or the password is wrong.
    """

    def __init__(self, address: Address, patience: Patience) -> None:
        self._address = address
        self._settings = (
            f"SET search_path = {address.schema}",
            f"SET lock_timeout = {max(1, int(patience.limit * 1000))}",
            f"SET idle_in_transaction_session_timeout = '{_STOPPED_SECONDS}s'",
        )
        self._pids: set[int] = set()
        self._own = _Own()
        self._closed = False
        first = self.opened()
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            address.database,
            min_size=0,
            max_size=_MOST,
            timeout=patience.limit,
            kwargs={"autocommit": True, "connect_timeout": _SECONDS_TO_CONNECT},
            configure=self._configure,
            open=True,
        )
        first.close()

    @property
    def writing_here(self) -> bool:
        """Whether this thread is inside a transaction."""
        return self._own.writing

    def are_own(self, pid: int) -> bool:
        """Whether a server process works for this program."""
        return pid in self._pids

    def opened(self) -> Connection:
        """One more connection, for the caller's own use.

        Raises:
            BookError: Nobody answers there.
        """
        with in_words(self._address):
            connection = psycopg.connect(
                self._address.database, autocommit=True, connect_timeout=_SECONDS_TO_CONNECT
            )
            self._configure(connection)
        return connection

    def asked(self, ask: Callable[[Connection], T]) -> T:
        """What a question is answered, through this thread's own connection if it has one.

        A connection that was lost since it was last used is replaced by another, once.
        """
        with in_words(self._address):
            if self._own.connection is not None:
                return ask(self._own.connection)
            try:
                with self._one() as connection:
                    return ask(connection)
            except psycopg.OperationalError as error:
                if error.sqlstate and not error.sqlstate.startswith(("08", "57P")):
                    raise
            with self._one() as connection:
                return ask(connection)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """The unit of work; inside another, a part of it.

        Raises:
            Collision: Somebody else came first.
            BookError: It could not be written, or the connection was lost at the very end.
        """
        with in_words(self._address):
            if self._own.connection is not None and self._own.writing:
                with self._own.connection.transaction():
                    yield
                return
            with self._one() as connection, self._begun(connection), self._as_own(connection, writing=True):
                yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let this thread see one unchanging state of the book during the block."""
        if self._own.connection is not None:
            yield
            return
        with in_words(self._address), self._one() as connection, connection.transaction():
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            with self._as_own(connection, writing=False):
                yield

    def close(self) -> None:
        """Close every connection."""
        self._closed = True
        self._pool.close()

    @contextmanager
    def _one(self) -> Iterator[Connection]:
        """A connection nobody else is using."""
        if self._closed:
            raise BookError(N_("案件簿“{path}”已经关闭。"), path=str(self._address))
        try:
            connection = self._pool.getconn()
        except PoolTimeout as error:
            raise BusyBook(
                N_("连不上案件簿“{where}”，请检查网络后再试。"), where=str(self._address)
            ) from error
        try:
            yield connection
        finally:
            self._pool.putconn(connection)

    @contextmanager
    def _begun(self, connection: Connection) -> Iterator[None]:
        """A transaction; where its end was sent and no answer came, nobody can say whether it was kept."""
        ending = False
        try:
            with connection.transaction():
                yield
                ending = True
        except psycopg.OperationalError as error:
            if ending and connection.broken:
                raise BookError(
                    N_("与数据库的连接在最后一刻断了，不知道这次记下没有；请重新打开，看过再做。")
                ) from error
            raise

    @contextmanager
    def _as_own(self, connection: Connection, *, writing: bool) -> Iterator[None]:
        """Let this thread's statements go through a connection during the block."""
        before = self._own.connection, self._own.writing
        self._own.connection, self._own.writing = connection, writing
        try:
            yield
        finally:
            self._own.connection, self._own.writing = before

    def _configure(self, connection: Connection) -> None:
        for setting in self._settings:
            connection.execute(setting)
        self._pids.add(connection.info.backend_pid)
