"""What an engine gives the repository: rows of documents, one transaction at a time for each thread.

Two engines give it: TinyDB over one SQLite file (`store.engine`) and PostgreSQL (`store.shared`). The SQL tails
the repository writes are what both understand; where they spell a thing differently, the `Dialect` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from mediation_tui.store.book import Description
from mediation_tui.store.shape import Parameter

Row = tuple[Any, ...]
Condition = tuple[str, Sequence[Parameter]]
"""SQL with a question mark for each value, and the values."""


@dataclass(frozen=True)
class Dialect:
    """How an engine spells what SQL leaves open.

    Attributes:
        contains: Whether a column's text contains the value of a question mark; `{column}` is the column.
        one_of: Whether a column's value is among some values.
        fen: The sum of a column of yuan, as fen.
        held: After a SELECT in a transaction: nobody else changes or holds these rows until it ends.
        kept: After a SELECT in a transaction: nobody else changes these rows until it ends.
        free: After a SELECT in a transaction: as `held`, passing over rows somebody else holds.
    """

    contains: str
    one_of: Callable[[str, Sequence[str]], Condition]
    fen: str
    held: str = ""
    kept: str = ""
    free: str = ""


@dataclass(frozen=True)
class Fault:
    """One thing an engine holds that is not what was written.

    Attributes:
        table: The table; empty where the engine finds fault with its file.
        id: The record, if it is one; it does not fit its checksum or its narrow columns.
        report: What the engine says, where it is not a record.
    """

    table: str = ""
    id: int | None = None
    report: str = ""


class Engine(Protocol):
    """Documents in tables. It may be used from any thread."""

    @property
    def location(self) -> str:
        """Where the records are: a path or a URL."""
        ...

    @property
    def dialect(self) -> Dialect:
        """How it spells what SQL leaves open."""
        ...

    def transaction(self) -> AbstractContextManager[object]:
        """The unit of work: everything written inside the block is kept together, or nothing is."""
        ...

    @property
    def in_transaction(self) -> bool:
        """Whether this thread is inside a transaction."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """Let everything this thread reads in the block come from one unchanging state."""
        ...

    def hold(self, right: str) -> None:
        """Take a named right for the rest of the transaction, waiting for whoever has it."""
        ...

    def position(self) -> int:
        """A number that changes whenever anyone has committed something."""
        ...

    def rows(
        self, table: str, columns: Sequence[str], tail: str = "", params: Sequence[Parameter] = ()
    ) -> list[Row]:
        """Narrow columns of a table, `id` or SQL expressions of them, without reading its documents."""
        ...

    def body(self, table: str, doc_id: int) -> str | None:
        """The JSON text of one document, if it exists; a `DamagedBook` where it is not what was written."""
        ...

    def bodies(
        self, table: str, tail: str = "", params: Sequence[Parameter] = ()
    ) -> Iterable[tuple[int, str]]:
        """Ids and JSON texts of some documents; a `DamagedBook` where one is not what was written."""
        ...

    def scan(self, table: str) -> Iterator[tuple[int, str]]:
        """Ids and JSON texts of all documents in the order of their ids, never many of them in memory at once."""
        ...

    def add(self, table: str, document: Mapping[str, Any]) -> int:
        """Add a document and return its id."""
        ...

    def put(self, table: str, doc_id: int, document: Mapping[str, Any]) -> None:
        """Put a document in another's place."""
        ...

    def fill(self, table: str, documents: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Add documents under the ids they had elsewhere."""
        ...

    def empty(self, table: str) -> None:
        """Remove all documents of a table."""
        ...

    def describe(self) -> Description:
        """What it is, and of which version and format."""
        ...

    def unlike(self, table: str, tail: str = "", params: Sequence[Parameter] = ()) -> Iterator[int]:
        """Ids of those of some records that are not what was written; reads all of each."""
        ...

    def faults(self) -> Iterator[Fault]:
        """Everything that is not what was written; reads all of it."""
        ...

    def rest(self) -> None:
        """Put in order what is better put in order while nobody writes; waits for nobody."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...
