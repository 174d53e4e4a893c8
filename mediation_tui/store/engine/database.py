"""The book as a TinyDB."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Self

from tinydb import TinyDB
from tinydb.table import Document

from mediation_tui.store.book import Description
from mediation_tui.store.engine.checking import faults
from mediation_tui.store.engine.connecting import Journal
from mediation_tui.store.engine.dialect import SQLITE
from mediation_tui.store.engine.migrating import NO_MIGRATION, Migration
from mediation_tui.store.engine.storage import BookStorage
from mediation_tui.store.engine.table import BookTable
from mediation_tui.store.patience import USUAL, Patience, say_nothing
from mediation_tui.store.port import Dialect, Fault
from mediation_tui.store.shape import Parameter, TableShape


class BookDB(TinyDB):
    """A TinyDB over one book file, with a shorter way to what SQL alone can answer; an `Engine` of the repository.

    The tables are those of its shapes, no others: asking for another is a `ValueError`, and dropping one empties
    it. It may be used from any thread.

    SQL tails are written by the program alone. Names stand in them bare or in brackets, never in double quotes,
    in which SQLite takes a misspelt name for a text.

    Args:
        path: The book's file, made by `create_file`.
        shapes: Its tables.
        patience: How long to wait for another writer.
        on_wait: Called once per wait, in the waiting thread, when the wait becomes noticeable.
        migration: How a book of an earlier format is brought forward.
        journal: How commits are made safe; the same for everybody who has the book open.

    Raises:
        BookError: It cannot be used; nothing was changed.
    """

    table_class: type[Any] = BookTable
    default_storage_class: type[Any] = BookStorage

    def __init__(
        self,
        path: Path,
        shapes: Sequence[TableShape],
        patience: Patience = USUAL,
        on_wait: Callable[[], None] = say_nothing,
        migration: Migration = NO_MIGRATION,
        journal: Journal = "wal",
    ) -> None:
        super().__init__(path, shapes, patience, on_wait, migration, journal)

    def __enter__(self) -> Self:
        return self

    @property
    def storage(self) -> BookStorage:
        """The book's storage, for what is done to a book as a whole."""
        assert isinstance(self._storage, BookStorage)
        return self._storage

    @property
    def path(self) -> Path:
        """The book's file."""
        return self.storage.path

    @property
    def location(self) -> str:
        """The file's path."""
        return str(self.path)

    @property
    def dialect(self) -> Dialect:
        """How SQLite spells what SQL leaves open."""
        return SQLITE

    def table(self, name: str, **_options: Any) -> BookTable:
        """One of the book's tables; TinyDB's options have no meaning here."""
        table = super().table(name)
        assert isinstance(table, BookTable)
        return table

    def tables(self) -> set[str]:
        """The names of the tables that hold documents, as TinyDB counts them."""
        return {name for name in self.storage.tables if self.rows(name, ("1",), "LIMIT 1")}

    def drop_table(self, name: str) -> None:
        """Empty a table; a name the book does not have is passed over, as in TinyDB."""
        if name in self.storage.tables:
            self.table(name).truncate()

    def transaction(self) -> AbstractContextManager[object]:
        """The unit of work: everything written inside the block is kept together, or nothing is.

        A block inside another is a part of it, undone by itself when it raises. The block belongs to one thread
        and must not wait for anything but the book: others who write are waiting for it.

        Raises:
            BusyBook: Someone else kept the right to write too long.
            BookError: It could not be written; nothing was.
        """
        return self.storage.transaction()

    @property
    def in_transaction(self) -> bool:
        """Whether this thread is inside a transaction."""
        return self.storage.in_transaction

    def hold(self, right: str) -> None:
        """Take a named right: whoever is in a transaction on a file has every right."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Let everything this thread reads in the block come from one unchanging state of the book."""
        return self.storage.snapshot()

    def position(self) -> int:
        """A number that changes whenever anyone, in any process, has committed something."""
        return self.storage.position()

    def checkpoint(self) -> None:
        """Bring the write-ahead log into the file; for idle moments and after a long import."""
        self.storage.checkpoint()

    def rest(self) -> None:
        """Bring the write-ahead log into the file, unless somebody is writing or reading; waits for nobody."""
        self.storage.rest()

    def describe(self) -> Description:
        """What the file is like from outside."""
        from mediation_tui.store.engine.describing import description

        return description(self.storage)

    def unlike(self, table: str, tail: str = "", params: Sequence[Parameter] = ()) -> Iterator[int]:
        """Ids of those of some records that are not what was written."""
        with self.storage.reading() as connection:
            yield from self.storage.rows(table).faults(connection, tail, params)

    def faults(self) -> Iterator[Fault]:
        """Everything in the file that is not what was written; reads all of it."""
        return faults(self.storage)

    def rows(
        self, table: str, columns: Sequence[str], tail: str = "", params: Sequence[Parameter] = ()
    ) -> list[tuple[Any, ...]]:
        """Narrow columns of a table, without reading its documents.

        Args:
            table: The table.
            columns: Column names, `id`, or SQL expressions of them.
            tail: What follows `FROM table`: WHERE, GROUP BY, ORDER BY, LIMIT.
            params: The values of its question marks.
        """
        with self.storage.reading() as connection:
            return self.storage.rows(table).select(connection, columns, tail, params)

    def body(self, table: str, doc_id: int) -> str | None:
        """The JSON text of one document, if it exists.

        Raises:
            DamagedBook: It is not what was written.
        """
        with self.storage.reading() as connection:
            return self.storage.rows(table).body(connection, doc_id)

    def bodies(
        self, table: str, tail: str = "", params: Sequence[Parameter] = ()
    ) -> Iterator[tuple[int, str]]:
        """Ids and JSON texts of documents, read as they are asked for, all from one state of the book.

        Args:
            table: The table.
            tail: What follows `FROM table`.
            params: The values of its question marks.

        Raises:
            DamagedBook: One of them is not what was written.
        """
        with self.storage.reading() as connection:
            yield from self.storage.rows(table).bodies(connection, tail, params)

    def scan(self, table: str) -> Iterator[tuple[int, str]]:
        """Ids and JSON texts of all documents in the order of their ids, read as they are asked for."""
        return self.bodies(table, "ORDER BY id")

    def add(self, table: str, document: Mapping[str, Any]) -> int:
        """Add a document and return its id."""
        return self.table(table).insert(document)

    def put(self, table: str, doc_id: int, document: Mapping[str, Any]) -> None:
        """Put a document in another's place."""
        self.table(table).replace(doc_id, document)

    def fill(self, table: str, documents: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Add documents under the ids they had elsewhere."""
        self.table(table).insert_multiple(Document(document, doc_id) for doc_id, document in documents)

    def empty(self, table: str) -> None:
        """Remove all documents of a table."""
        self.table(table).truncate()

    def __repr__(self) -> str:
        return f"<BookDB {self.path}>"
