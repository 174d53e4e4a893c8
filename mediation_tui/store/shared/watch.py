"""Noticing that somebody has written: told by the server where it can, else asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable

import psycopg

from mediation_tui.rules.registers import REGISTERS
from mediation_tui.store.shared.schema import channel


class Watch:
    """A number that changes whenever anyone has committed something.

    The server tells by NOTIFY, with its answer to the next question, however small. Where it does not know LISTEN,
    or the connection was lost meanwhile, the ends of the chains, the versions of the settings and the numbers of steps in
    the registers are looked at.

    Args:
        connect: Opens one more connection, in autocommit.
        schema: The book's schema.
        own: Whether a server process works for this program; what it tells of is known already.
        listening: Whether to ask to be told at all.
    """

    def __init__(
        self,
        connect: Callable[[], psycopg.Connection],
        schema: str,
        own: Callable[[int], bool],
        *,
        listening: bool = True,
    ) -> None:
        self._connect = connect
        self._own = own
        self._channel = channel(schema)
        self._listening = listening
        self._connection: psycopg.Connection | None = None
        self._lock = threading.Lock()
        self._seen: object = None
        self._changes = 0

    def moved(self) -> None:
        """This process has committed something itself."""
        with self._lock:
            self._changes += 1

    def position(self) -> int:
        """How many changes have been noticed."""
        with self._lock:
            try:
                self._notice()
            except psycopg.OperationalError:
                self._let_go()
                self._notice()
            return self._changes

    def close(self) -> None:
        """Listen no longer."""
        with self._lock:
            self._let_go()

    def _notice(self) -> None:
        connection = self._connected()
        if self._listening:
            connection.execute("SELECT 1")
        else:
            self._compare(connection)

    def _told(self, told: psycopg.Notify) -> None:
        self._changes += not self._own(told.pid)

    def _connected(self) -> psycopg.Connection:
        """The connection to listen on; after a new one is made, something may have been missed."""
        if self._connection is None:
            self._connection = self._connect()
            if self._listening:
                self._connection.add_notify_handler(self._told)
                try:
                    self._connection.execute(f"LISTEN {self._channel}")
                except (psycopg.NotSupportedError, psycopg.ProgrammingError):
                    self._listening = False
            self._compare(self._connection)
        return self._connection

    def _compare(self, connection: psycopg.Connection) -> None:
        """Count a change if the chains, the settings or the registers are not as they were last seen."""
        steps = ", ".join(f"(SELECT count(*) FROM {register.table})" for register in REGISTERS)
        query = (
            "SELECT (SELECT sum(sequence) FROM chains), "
            f"(SELECT string_agg(version, ' ' ORDER BY id) FROM settings), {steps}"
        )
        seen = connection.execute(query.encode()).fetchone()
        self._changes += seen != self._seen
        self._seen = seen

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
