"""How a document becomes a row, and comes back checked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from zlib import crc32

from mediation_tui.errors import DamagedBook
from mediation_tui.i18n import N_
from mediation_tui.store.engine.schema import bracketed
from mediation_tui.store.shape import Parameter, Scalar, TableShape

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_CHECKED = "id, crc, CAST(body AS BLOB)"
_BEYOND_IDS = 2**63
_LOW_BITS = 0xFFFFFFFF


def checksum(doc_id: int, body: bytes) -> int:
    """The CRC-32 of a document's text, begun with its id, so that a text under another's id is noticed too."""
    return crc32(body, doc_id & _LOW_BITS)


class Rows:
    """The rows of one table. Every method works through the connection it is given.

    Args:
        path: The book's file, for the sentences.
        shape: The table's shape.
    """

    def __init__(self, path: Path, shape: TableShape) -> None:
        self.shape = shape
        self._path = path
        table, narrow = f"[{shape.name}]", [column.name for column in shape.columns]
        places = ", ".join("?" * (3 + len(narrow)))
        self._from = f"FROM {table}"
        self._one = f"SELECT {_CHECKED} FROM {table} WHERE id = ?"
        self._insert = f"INSERT INTO {table} ({bracketed(('id', 'body', 'crc', *narrow))}) VALUES ({places})"
        changed = ", ".join(f"[{name}] = ?" for name in ("id", "body", "crc", *narrow))
        self._replace = f"UPDATE {table} SET {changed} WHERE id = ?"
        self._delete = f"DELETE FROM {table} WHERE id = ?"
        self._reserve = (
            f"UPDATE [_counters] SET next = max(next, 1 + ifnull((SELECT max(id) FROM {table}), 0)) + ? "
            "WHERE name = ? RETURNING next"
        )

    def bodies(
        self, connection: sqlite3.Connection, tail: str = "", params: Sequence[Parameter] = ()
    ) -> Iterator[tuple[int, str]]:
        """Ids and checked document texts, read as they are asked for.

        Args:
            connection: To read through; busy until the iterator is exhausted or closed.
            tail: What follows `FROM table` in SQL.
            params: The values of its question marks.

        Raises:
            DamagedBook: A document is not what was written.
        """
        with closing(connection.execute(f"SELECT {_CHECKED} {self._from} {tail}", params)) as cursor:
            for doc_id, crc, body in cursor:
                yield doc_id, self._checked(doc_id, crc, body)

    def documents(
        self, connection: sqlite3.Connection, tail: str = "", params: Sequence[Parameter] = ()
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        """Ids and documents, as `bodies`."""
        for doc_id, body in self.bodies(connection, tail, params):
            yield doc_id, json.loads(body)

    def body(self, connection: sqlite3.Connection, doc_id: int) -> str | None:
        """The checked text of one document, if it exists."""
        row = connection.execute(self._one, (doc_id,)).fetchone()
        return row and self._checked(*row)

    def document(self, connection: sqlite3.Connection, doc_id: int) -> dict[str, Any] | None:
        """One document, if it exists."""
        body = self.body(connection, doc_id)
        return None if body is None else json.loads(body)

    def select(
        self,
        connection: sqlite3.Connection,
        columns: Sequence[str],
        tail: str = "",
        params: Sequence[Parameter] = (),
    ) -> list[tuple[Any, ...]]:
        """Narrow columns, without the documents.

        Args:
            connection: To read through.
            columns: Column names or SQL expressions of them.
            tail: What follows `FROM table` in SQL.
            params: The values of its question marks.
        """
        return connection.execute(f"SELECT {', '.join(columns)} {self._from} {tail}", params).fetchall()

    def insert(
        self, connection: sqlite3.Connection, documents: Iterable[tuple[int, Mapping[str, Any]]]
    ) -> None:
        """Add documents under their ids.

        Raises:
            ValueError: One of the ids is taken, or a document is not JSON.
        """
        try:
            connection.executemany(self._insert, (self._row(*numbered) for numbered in documents))
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
                raise ValueError(f"Document ID already exists in {self.shape.name!r}") from error
            raise

    def replace(self, connection: sqlite3.Connection, doc_id: int, document: Mapping[str, Any]) -> bool:
        """Put a document in another's place; whether there was one."""
        return connection.execute(self._replace, (*self._row(doc_id, document), doc_id)).rowcount > 0

    def delete(self, connection: sqlite3.Connection, doc_ids: Iterable[int]) -> None:
        """Remove documents; ids that do not exist are passed over."""
        connection.executemany(self._delete, ((doc_id,) for doc_id in doc_ids))

    def clear(self, connection: sqlite3.Connection) -> None:
        """Remove all documents."""
        connection.execute(f"DELETE {self._from}")

    def rewrite(self, connection: sqlite3.Connection, after: Mapping[int, Mapping[str, Any]]) -> None:
        """Make the table hold exactly these documents, touching only the rows that differ."""
        before = dict(self.bodies(connection))
        self.delete(connection, before.keys() - after.keys())
        for doc_id, document in after.items():
            if doc_id not in before:
                self.insert(connection, [(doc_id, document)])
            elif _encode(dict(document)) != before[doc_id]:
                self.replace(connection, doc_id, document)
        self.reserve(connection, 0)

    def reserve(self, connection: sqlite3.Connection, count: int) -> range:
        """Ids for new documents, never given before and never given again.

        Reserving none after documents came with their own ids keeps those from being given again.

        Raises:
            OverflowError: The largest id there can be was given.
        """
        ((after,),) = connection.execute(self._reserve, (count, self.shape.name)).fetchall()
        if count and after >= _BEYOND_IDS:  # beyond 64 bits SQLite counts in fractions
            raise OverflowError(f"No document ID is left in {self.shape.name!r}")
        return range(int(after) - count, int(after))

    def faults(
        self,
        connection: sqlite3.Connection,
        tail: str = "ORDER BY id",
        params: Sequence[Parameter] = (),
    ) -> Iterator[int]:
        """The ids of rows, all or some, whose text or narrow columns are not what was written."""
        narrow = bracketed(column.name for column in self.shape.columns)
        sql = f"SELECT {_CHECKED}{narrow and ', '}{narrow} {self._from} {tail}"
        with closing(connection.execute(sql, params)) as cursor:
            for doc_id, crc, body, *values in cursor:
                if not self._whole(doc_id, crc, body, values):
                    yield doc_id

    def _whole(self, doc_id: int, crc: int, body: bytes | None, values: Sequence[Scalar]) -> bool:
        """Whether a row is what its document makes it."""
        if body is None or checksum(doc_id, body) != crc:
            return False
        try:
            return list(self.shape.values(json.loads(body))) == list(values)
        except (ValueError, LookupError, TypeError, AttributeError):  # a whole text, but of another table
            return False

    def _row(self, doc_id: int, document: Mapping[str, Any]) -> tuple[Scalar, ...]:
        """The values of a document's row: id, text, checksum and narrow columns."""
        body = _encode(dict(document))
        return (doc_id, body, checksum(doc_id, body.encode()), *self.shape.values(document))

    def _checked(self, doc_id: int, crc: int, body: bytes | None) -> str:
        """A document's text, if it is the one that was written."""
        if body is None or checksum(doc_id, body) != crc:
            raise DamagedBook(
                N_("案件簿“{path}”里“{table}”的第 {id} 条记录与写入时不符，请不要改动，先另存一份，再检查。"),
                path=self._path,
                table=self.shape.name,
                id=doc_id,
            )
        return body.decode()
