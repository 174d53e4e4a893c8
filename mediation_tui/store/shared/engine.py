"""PostgreSQL as an engine of the repository: rows of JSONB, written side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from itertools import islice
from typing import Any, TypeVar

import psycopg

from mediation_tui.errors import NotABook
from mediation_tui.i18n import N_
from mediation_tui.store.book import Description
from mediation_tui.store.patience import USUAL, Patience, say_nothing
from mediation_tui.store.port import Dialect, Fault, Row
from mediation_tui.store.shape import FORMAT_VERSION, Parameter, TableShape
from mediation_tui.store.shared.address import Address
from mediation_tui.store.shared.connections import Connection, Connections
from mediation_tui.store.shared.dialect import POSTGRES, spelt
from mediation_tui.store.shared.migrating import Migration, migrate, require_known
from mediation_tui.store.shared.patience import Watchman
from mediation_tui.store.shared.rows import Rows
from mediation_tui.store.shared.schema import statements
from mediation_tui.store.shared.trouble import in_words
from mediation_tui.store.shared.watch import Watch

_BATCH = 500
T = TypeVar("T")


class PostgresEngine:
    """A book's records in PostgreSQL; see `store.port.Engine` for what each method means.

    Args:
        address: The book's place.
        shapes: Its tables.
        patience: How long to wait for another writer.
        on_wait: Called, in a thread of its own, when a wait becomes noticeable.
        listening: Whether to be told of changes by the server; otherwise they are looked for.
        fresh: Whether the book is only to be made; see `lay_out`.
        migration: How a book of an earlier format is brought forward; none that is to be opened as it is.

    Raises:
        BookError: It cannot be used; nothing was changed.
    """

    dialect: Dialect = POSTGRES

    def __init__(
        self,
        address: Address,
        shapes: Sequence[TableShape],
        patience: Patience = USUAL,
        on_wait: Callable[[], None] = say_nothing,
        *,
        listening: bool = True,
        fresh: bool = False,
        migration: Migration | None = None,
    ) -> None:
        self._address = address
        self._rows = {shape.name: Rows(shape) for shape in shapes}
        self._watchman = Watchman(patience, on_wait)
        self._connections = Connections(address, patience)
        self._watch = Watch(
            self._connections.opened, address.schema, self._connections.are_own, listening=listening
        )
        try:
            if not fresh and self._known_format() < FORMAT_VERSION and migration:
                migrate(self, address, migration)
        except BaseException:
            self.close()
            raise

    @property
    def location(self) -> str:
        """The URL, without a password."""
        return str(self._address)

    @property
    def in_transaction(self) -> bool:
        """Whether this thread is inside a transaction."""
        return self._connections.writing_here

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """The unit of work; inside another, a part of it."""
        inside = self._connections.writing_here
        with self._connections.transaction():
            yield
        if not inside:
            self._watch.moved()

    def snapshot(self) -> AbstractContextManager[None]:
        """One unchanging state for this thread's reads."""
        return self._connections.snapshot()

    def hold(self, right: str) -> None:
        """Take a named right for the rest of the transaction."""
        self._done(
            "INSERT INTO rights VALUES (%s) ON CONFLICT (name) DO UPDATE SET name = excluded.name", (right,)
        )

    def position(self) -> int:
        """A number that changes whenever anyone has committed something."""
        with in_words(self._address):
            return self._watch.position()

    def rows(
        self, table: str, columns: Sequence[str], tail: str = "", params: Sequence[Parameter] = ()
    ) -> list[Row]:
        """Narrow columns of a table."""
        return self._found(spelt(f"SELECT {', '.join(columns)} FROM {table} {tail}"), params)

    def body(self, table: str, doc_id: int) -> str | None:
        """The JSON text of one document, if it exists."""
        found = self._found(f"SELECT body::text FROM {table} WHERE id = %s", (doc_id,))
        return str(found[0][0]) if found else None

    def bodies(
        self, table: str, tail: str = "", params: Sequence[Parameter] = ()
    ) -> Iterable[tuple[int, str]]:
        """Ids and JSON texts of some documents."""
        return [(row, body) for row, body in self.rows(table, ("id", "body::text"), tail, params)]

    def scan(self, table: str) -> Iterator[tuple[int, str]]:
        """Ids and JSON texts of all documents in the order of their ids."""
        return ((row, body) for row, body, *_narrow in self._scanned(f"SELECT id, body::text FROM {table}"))

    def add(self, table: str, document: Mapping[str, Any]) -> int:
        """Add a document and return its id."""
        rows = self._rows[table]
        return int(self._found(rows.insert, rows.values(document))[0][0])

    def put(self, table: str, doc_id: int, document: Mapping[str, Any]) -> None:
        """Put a document in another's place."""
        rows = self._rows[table]
        self._done(rows.replace, (*rows.values(document), doc_id))

    def fill(self, table: str, documents: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Add documents under the ids they had elsewhere; later ones get higher ids."""
        rows, remaining = self._rows[table], iter(documents)
        while batch := [(*rows.values(document), row) for row, document in islice(remaining, _BATCH)]:
            self._asked(partial(_many, query=rows.insert_as, batch=batch))
        self._found(
            f"SELECT setval('{table}_ids', greatest((SELECT max(id) FROM {table}), nextval('{table}_ids')))"
        )

    def empty(self, table: str) -> None:
        """Remove all documents of a table."""
        self._done(f"DELETE FROM {table}")

    def unlike(self, table: str, tail: str = "", params: Sequence[Parameter] = ()) -> Iterator[int]:
        """Ids of those of some records that are not what was written."""
        rows = self._rows[table]
        for row, body, crc, *columns in self._found(spelt(f"{rows.checked} {tail}"), params):
            if not rows.whole(body, crc, columns):
                yield row

    def faults(self) -> Iterator[Fault]:
        """Every record that is not what was written; the server answers for its own pages."""
        for table, rows in self._rows.items():
            for row, body, crc, *columns in self._scanned(rows.checked):
                if not rows.whole(body, crc, columns):
                    yield Fault(table, row)

    def describe(self) -> Description:
        """The server's version, and the format of the book."""
        ((version,),) = self._found("SHOW server_version")
        ((format_,),) = self._found("SELECT format FROM about")
        return Description("PostgreSQL", version, format_)

    def rest(self) -> None:
        """The server looks after its own log."""

    def lay_out(self) -> None:
        """Make the empty tables of a new book, in a transaction.

        Raises:
            BookError: There is a book of that name already, or the database does not allow it.
        """
        for statement in statements(self._address.schema, [rows.shape for rows in self._rows.values()]):
            self._done(statement)

    def close(self) -> None:
        """Let go of the database."""
        self._watchman.close()
        self._watch.close()
        self._connections.close()

    def asked(self, query: str, params: Sequence[Any] = ()) -> list[Row]:
        """What the server answers to a statement of its own dialect; nothing where it has no answer."""

        def answers(connection: Connection) -> list[Row]:
            cursor = connection.execute(query.encode(), params)
            return cursor.fetchall() if cursor.description else []

        return self._asked(answers)

    def through(self, work: Callable[[Connection], T]) -> T:
        """Do something through this thread's connection."""
        return self._asked(work)

    def _known_format(self) -> int:
        """The format of the book that is there, if there is one and it is known."""
        try:
            ((found,),) = self._found("SELECT format FROM about")
        except (psycopg.errors.UndefinedColumn, ValueError) as error:
            raise NotABook(N_("“{path}”是别的程序的数据库，不是案件簿。"), path=self.location) from error
        require_known(found, self.location)
        return int(found)

    def _scanned(self, query: str) -> Iterator[Row]:
        """All rows of a query on one table that begins with the ids, a batch at a time."""
        after = 0
        while found := self._found(f"{query} WHERE id > %s ORDER BY id LIMIT {_BATCH}", (after,)):
            yield from found
            after = found[-1][0]

    def _found(self, query: str, params: Sequence[Any] = ()) -> list[Row]:
        return self._asked(lambda connection: connection.execute(query, params).fetchall())

    def _done(self, query: str, params: Sequence[Any] = ()) -> None:
        self._asked(lambda connection: connection.execute(query, params))

    def _asked(self, ask: Callable[[Connection], T]) -> T:
        with self._watchman.watching():
            return self._connections.asked(ask)


def _many(connection: Connection, query: str, batch: list[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(query, batch)
