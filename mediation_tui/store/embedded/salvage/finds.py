"""Everything that was found, kept aside in a small database of its own so that a large book needs no memory."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

from mediation_tui.rules.registers import REGISTERS
from mediation_tui.store.embedded.salvage.cells import Row
from mediation_tui.store.embedded.salvage.kinds import recognised
from mediation_tui.store.engine.rows import checksum

_TABLE = """
CREATE TABLE found (
    kind TEXT, id INTEGER, crc INTEGER, subject TEXT, origin TEXT, number INTEGER, live INTEGER, age INTEGER,
    body TEXT, PRIMARY KEY (kind, id, crc)
)"""
_KEEP = """
INSERT INTO found VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET live = max(live, excluded.live), age = max(age, excluded.age)"""
_OUTDONE = """
DELETE FROM found WHERE kind = '{kind}' AND rowid NOT IN (
    SELECT rowid FROM (
        SELECT rowid, row_number() OVER (PARTITION BY {same} ORDER BY {best}live DESC, age DESC, id DESC) AS place
        FROM found WHERE kind = '{kind}'
    ) WHERE place = 1
)"""
_ONE_OF_EACH = (
    ("events", "id", ""),
    ("events", "origin, number", ""),
    ("cases", "subject", "number DESC, "),
    ("chains", "subject", "number DESC, "),
    ("settings", "subject", ""),
    ("people", "id", ""),
    *((register.table, same, "") for register in REGISTERS for same in ("id", "subject, number")),
)
"""Of which kind only one is kept of those that are the same in what, and what comes before being live."""


_SUMMED_IDS = 0xFFFFFFFF
"""The largest id the checksum vouches for as a whole; no book comes near it."""


class Find(NamedTuple):
    """One document that was written once.

    Attributes:
        id: Under which id.
        number: A stored case's version, an event's, a chain's or a step's number.
        live: Whether SQLite itself still leads to it; what only lies in some page may be out of date.
        document: The document.
    """

    id: int
    number: int
    live: bool
    document: dict[str, Any]


class Finds:
    """All rows whose checksums fit.

    Args:
        path: Where to keep them; nothing is there yet.
    """

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        for statement in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", _TABLE, "BEGIN"):
            self.connection.execute(statement)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.connection.close()

    def keep(self, row: Row, *, live: bool = False, age: int = 0) -> None:
        """Keep a row, if it is what was written as one of ours.

        Args:
            row: What may be a row.
            live: Whether SQLite itself read it.
            age: The higher, the later it was written.
        """
        if not 0 < row.id <= _SUMMED_IDS or checksum(row.id, row.body) != row.crc:
            return
        try:
            text = row.body.decode()
            known = recognised(json.loads(text))
        except ValueError:
            return
        if known:
            kind, marks = known
            self.connection.execute(_KEEP, (kind, row.id, row.crc, *marks, live, age, text))

    def settle(self) -> None:
        """Where several states of one document were found, leave the one that counts.

        Events never change, so any will do; of a stored case and a chain's end the furthest is the last.
        """
        for kind, same, best in _ONE_OF_EACH:
            self.connection.execute(_OUTDONE.format(kind=kind, same=same, best=best))
        for index in ("subject", "origin, number"):
            self.connection.execute(f"CREATE INDEX [by {index}] ON found (kind, {index})")

    def any(self) -> bool:
        """Whether anything was found."""
        return self.connection.execute("SELECT 1 FROM found LIMIT 1").fetchone() is not None

    def highest(self, kind: str) -> int:
        """The highest id of a kind, 0 if there is none."""
        ((found,),) = self.connection.execute("SELECT max(id) FROM found WHERE kind = ?", (kind,))
        return found or 0

    def of(self, kind: str, tail: str = "ORDER BY id", *values: object) -> Iterator[Find]:
        """Documents of a kind, in the order of their ids unless something else is said."""
        sql = f"SELECT id, number, live, body FROM found WHERE kind = ? {tail}"
        for row_id, number, live, body in self.connection.execute(sql, (kind, *values)):
            yield Find(row_id, number, bool(live), json.loads(body))

    def one(self, kind: str, subject: str) -> Find | None:
        """The document of a kind about a subject, if it was found."""
        return next(self.of(kind, "AND subject = ?", subject), None)
