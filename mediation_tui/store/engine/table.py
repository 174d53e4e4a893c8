"""TinyDB's table, working on single rows where TinyDB's own reads and writes everything."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from itertools import groupby, islice
from typing import Any

from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from mediation_tui.store.engine.narrowing import narrowed
from mediation_tui.store.engine.storage import BookStorage

Fields = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]

_BATCH = 500
_BEYOND_IDS = 2**63


class BookTable(Table):
    """A table of a book.

    It keeps TinyDB's meaning of every method, with these differences: documents come in the order of their ids;
    an id is never given twice and has at most 64 bits; nothing is cached, so another process's writes are seen at
    once; every write is a transaction or a part of the one around it; a query that cannot compare two values
    raises only where SQL did not leave them out before; and options of the constructor have no effect.
    """

    def __init__(self, storage: BookStorage, name: str, **_options: Any) -> None:
        super().__init__(storage, name, cache_size=0)
        self._book = storage
        self._rows = storage.rows(name)

    def insert(self, document: Mapping[str, Any]) -> int:
        """Add a document and return its id."""
        with self._book.joined() as connection:
            (doc_id,) = self._insert_run(connection, [document], numbered=isinstance(document, Document))
            return doc_id

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add many documents in one transaction and return their ids in order.

        Raises:
            ValueError: Something is not a mapping, not JSON, or a `Document` whose id is taken or too large.
            OverflowError: The largest id there can be was given, so that none is left.
        """
        doc_ids: list[int] = []
        remaining = iter(documents)
        with self._book.transaction() as connection:
            while batch := list(islice(remaining, _BATCH)):
                for numbered, run in groupby(batch, lambda document: isinstance(document, Document)):
                    doc_ids += self._insert_run(connection, list(run), numbered=numbered)
        return doc_ids

    def replace(self, doc_id: int, document: Mapping[str, Any]) -> bool:
        """Put a whole document in another's place without reading it; whether there was one."""
        with self._book.joined() as connection:
            return _possible(doc_id) and self._rows.replace(connection, doc_id, document)

    def update(
        self, fields: Fields, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        """Change the chosen documents, or all, and return their ids."""
        with self._book.transaction() as connection:
            chosen = self._chosen(connection, cond, doc_ids)
            for doc_id in chosen:
                document = self._rows.document(connection, doc_id) or {}
                fields(document) if callable(fields) else document.update(fields)
                self._rows.replace(connection, doc_id, document)
            return chosen

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Change the chosen documents, or add one where none is chosen, in one transaction."""
        with self._book.transaction():
            return super().upsert(document, cond)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove the chosen documents and return their ids."""
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        with self._book.transaction() as connection:
            chosen = self._chosen(connection, cond, doc_ids)
            self._rows.delete(connection, chosen)
            return chosen

    def truncate(self) -> None:
        """Remove all documents; their ids are not given again."""
        with self._book.transaction() as connection:
            self._rows.clear(connection)

    def search(self, cond: QueryLike) -> list[Document]:
        """All documents a query accepts."""
        with self._book.reading() as connection:
            return list(self._matching(connection, cond))

    def get(
        self, cond: QueryLike | None = None, doc_id: int | None = None, doc_ids: list[int] | None = None
    ) -> Any:
        """The document of an id, the documents of several ids, or the first document a query accepts."""
        with self._book.reading() as connection:
            if doc_id is not None:
                document = self._document(connection, doc_id)
                return None if document is None else Document(document, doc_id)
            if doc_ids is not None:
                found = ((each, self._document(connection, each)) for each in sorted(set(doc_ids)))
                return [Document(document, each) for each, document in found if document is not None]
            if cond is not None:
                return next(self._matching(connection, cond), None)
        raise RuntimeError("You have to pass either cond or doc_id or doc_ids")

    def count(self, cond: QueryLike) -> int:
        """How many documents a query accepts."""
        with self._book.reading() as connection:
            return sum(1 for _document in self._matching(connection, cond))

    def __len__(self) -> int:
        with self._book.reading() as connection:
            return int(self._rows.select(connection, ("count(*)",))[0][0])

    def __iter__(self) -> Iterator[Document]:
        """All documents, read as they are asked for; those added meanwhile are not among them."""
        with self._book.reading() as connection:
            tail = f"WHERE id <= (SELECT max(id) FROM [{self.name}]) ORDER BY id"
            for doc_id, document in self._rows.documents(connection, tail):
                yield Document(document, doc_id)

    def _matching(self, connection: sqlite3.Connection, cond: QueryLike) -> Iterator[Document]:
        """The documents a query accepts, read as they are asked for."""
        narrow = narrowed(cond, self._rows.shape.by_path)
        tail = f"WHERE {narrow.sql} ORDER BY id"
        for doc_id, document in self._rows.documents(connection, tail, narrow.params):
            if cond(document):
                yield Document(document, doc_id)

    def _document(self, connection: sqlite3.Connection, doc_id: int) -> dict[str, Any] | None:
        """One document, if it exists."""
        return self._rows.document(connection, doc_id) if _possible(doc_id) else None

    def _chosen(
        self, connection: sqlite3.Connection, cond: QueryLike | None, doc_ids: Iterable[int] | None
    ) -> list[int]:
        """The ids a write is about: those given that exist, else those a query accepts, else all."""
        if doc_ids is not None:
            possible = (each for each in doc_ids if _possible(each))
            return [
                each for each in possible if self._rows.select(connection, ("1",), "WHERE id = ?", (each,))
            ]
        if cond is not None:
            return [document.doc_id for document in self._matching(connection, cond)]
        return [doc_id for (doc_id,) in self._rows.select(connection, ("id",), "ORDER BY id")]

    def _insert_run(
        self, connection: sqlite3.Connection, run: list[Mapping[str, Any]], *, numbered: bool
    ) -> list[int]:
        """Add documents that all bring their ids, or that all need one."""
        if not all(isinstance(document, Mapping) for document in run):
            raise ValueError("Document is not a Mapping")
        if not numbered:
            doc_ids = list(self._rows.reserve(connection, len(run)))
            self._rows.insert(connection, zip(doc_ids, run, strict=True))
            return doc_ids
        doc_ids = [document.doc_id for document in run if isinstance(document, Document)]
        if not all(map(_possible, doc_ids)):
            raise ValueError("Document ID is beyond 64 bits")
        self._rows.insert(connection, zip(doc_ids, run, strict=True))
        self._rows.reserve(connection, 0)
        return doc_ids

    def _get_next_id(self) -> int:
        """TinyDB's hook: a new id."""
        with self._book.transaction() as connection:
            return self._rows.reserve(connection, 1)[0]

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        """TinyDB's hook: all documents by id as text."""
        return {str(document.doc_id): document for document in self}

    def _update_table(self, updater: Callable[[dict[int, Any]], None]) -> None:
        """TinyDB's hook: let a function change all documents by id, and write what it changed."""
        with self._book.transaction() as connection:
            documents = dict(self._rows.documents(connection))
            updater(documents)
            self._rows.rewrite(connection, documents)


def _possible(doc_id: int) -> bool:
    """Whether SQLite can hold an id at all; TinyDB knows no largest one."""
    return not isinstance(doc_id, int) or -_BEYOND_IDS <= doc_id < _BEYOND_IDS
