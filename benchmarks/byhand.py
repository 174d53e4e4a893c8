"""What a careful person would write without us: the same rows in the same file, in plain SQL."""

from __future__ import annotations

import json
import sqlite3
from itertools import count
from pathlib import Path
from typing import Any

from mediation_tui.store.engine.rows import checksum
from mediation_tui.store.records.documents import CASES, CHAINS, EVENTS
from mediation_tui.store.shape import TableShape


class ByHand:
    """The questions and the act, in SQL over one connection with the book's own pragmas."""

    def __init__(self, path: Path) -> None:
        self.sql = sqlite3.connect(path, isolation_level=None)
        self.sql.execute("PRAGMA synchronous = FULL")
        self.event = json.loads(self._body("events"))
        self.case = json.loads(self._body("cases"))
        self.chain = json.loads(self._body("chains")) | {"origin": "by hand", "ours": 0}
        _insert(self.sql, CHAINS, self.chain)
        self.row = self.sql.execute("SELECT max(id) FROM chains").fetchone()[0]
        self._next = count(10**12)

    def _body(self, table: str) -> str:
        return str(self.sql.execute(f"SELECT body FROM {table} LIMIT 1").fetchone()[0])

    def act(self) -> None:
        """One event more, the case's row and the chain's end, in one transaction."""
        sql, sequence = self.sql, next(self._next)
        sql.execute("BEGIN IMMEDIATE")
        event = {**self.event, "origin": "by hand", "sequence": sequence}
        _insert(sql, EVENTS, event)
        _replace(sql, CASES, 1, self.case)
        _replace(sql, CHAINS, self.row, self.chain)
        sql.execute("COMMIT")

    def load(self, documents: list[dict[str, Any]]) -> None:
        """Many cases in one transaction, and away with them again."""
        self.sql.execute("BEGIN IMMEDIATE")
        _insert_all(self.sql, CASES, documents)
        self.sql.execute("ROLLBACK")

    def get(self, case_id: str) -> Any:
        return json.loads(
            self.sql.execute("SELECT body FROM cases WHERE case_id = ?", (case_id,)).fetchone()[0]
        )

    def documents(self, where: str, *values: object) -> list[Any]:
        return [json.loads(body) for (body,) in self.sql.execute(f"SELECT body FROM cases {where}", values)]

    def rows(self, query: str, *values: object) -> list[Any]:
        return self.sql.execute(query, values).fetchall()

    def close(self) -> None:
        self.sql.close()


def _values(shape: TableShape, row: int, document: dict[str, Any]) -> tuple[Any, ...]:
    body = json.dumps(document, ensure_ascii=False)
    return (body, checksum(row, body.encode()), *shape.values(document))


def _insert(sql: sqlite3.Connection, shape: TableShape, document: dict[str, Any]) -> None:
    _insert_all(sql, shape, [document])


def _insert_all(sql: sqlite3.Connection, shape: TableShape, documents: list[dict[str, Any]]) -> None:
    names = ("id", "body", "crc", *(column.name for column in shape.columns))
    first = sql.execute(f"SELECT ifnull(max(id), 0) + 1 FROM {shape.name}").fetchone()[0]
    values = ((row, *_values(shape, row, document)) for row, document in enumerate(documents, first))
    places = ", ".join("?" * len(names))
    sql.executemany(f"INSERT INTO {shape.name} ({', '.join(names)}) VALUES ({places})", values)


def _replace(sql: sqlite3.Connection, shape: TableShape, row: int, document: dict[str, Any]) -> None:
    names = ", ".join(f"{name} = ?" for name in ("body", "crc", *(column.name for column in shape.columns)))
    sql.execute(f"UPDATE {shape.name} SET {names} WHERE id = ?", (*_values(shape, row, document), row))
