"""From format 1 of a book file to 2: documents behind their columns, and a table of where chains end."""

from __future__ import annotations

import json
import sqlite3
from zlib import crc32

_EVENT_COLUMNS = ("case_id", "origin", "sequence")
_DROPPED = frozenset(
    f"{table}__{name}"
    for table, names in {
        "cases": ("case_id", "number", "number_key", "once__committee__number_key"),
        "events": ("event_id", "kind", "happened_on"),
    }.items()
    for name in names
)
_ADDED = """
    CREATE UNIQUE INDEX [cases__once__number_key__committee] ON [cases] ([number_key], [committee]);
    CREATE INDEX [cases__by__committee__year__serial] ON [cases] ([committee], [year], [serial]);
    CREATE TABLE chains (id INTEGER PRIMARY KEY, crc INTEGER NOT NULL,
        [origin], [sequence], [hash], [ours], body TEXT NOT NULL);
    CREATE UNIQUE INDEX [chains__once__origin] ON [chains] ([origin]);
    INSERT INTO [_counters] VALUES ('chains', 1)
"""


def to_format_2(connection: sqlite3.Connection) -> None:
    """Put each document behind its narrow columns; write down where each chain ends; drop what nobody asks."""
    ends = connection.execute(
        "SELECT origin, sequence, hash FROM events WHERE (origin, sequence) IN "
        "(SELECT origin, max(sequence) FROM events GROUP BY origin) ORDER BY origin"
    ).fetchall()
    for table in ("cases", "events", "places", "people", "settings"):
        _put_document_last(connection, table)
    for statement in filter(None, map(str.strip, _ADDED.split(";"))):
        connection.execute(statement)
    ((own,),) = connection.execute(
        "SELECT json_extract(body, '$.origin') FROM settings WHERE name = 'origin'"
    )
    for row, (origin, sequence, digest) in enumerate(ends, start=1):
        chain = {"origin": origin, "sequence": sequence, "hash": digest, "ours": int(origin == own)}
        body = json.dumps(chain, ensure_ascii=False, separators=(",", ":"))
        values = (row, crc32(body.encode(), row), *chain.values(), body)
        connection.execute("INSERT INTO chains VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    connection.execute("UPDATE [_counters] SET next = ? WHERE name = 'chains'", (len(ends) + 1,))
    _spell_rounds_in_order(connection)


def _put_document_last(connection: sqlite3.Connection, table: str) -> None:
    """Lay a table out anew, with its indexes and triggers as far as they are still wanted."""
    found = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    there = [name for (name,) in found if name not in ("id", "body", "crc")]
    narrow = "".join(f", [{name}]" for name in (_EVENT_COLUMNS if table == "events" else there))
    beside = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql <> ''",
        (table,),
    ).fetchall()
    connection.execute(
        f"CREATE TABLE [{table}_2] (id INTEGER PRIMARY KEY, crc INTEGER NOT NULL{narrow}, body TEXT NOT NULL)"
    )
    connection.execute(f"INSERT INTO [{table}_2] SELECT id, crc{narrow}, body FROM [{table}] ORDER BY id")
    connection.execute(f"DROP TABLE [{table}]")
    connection.execute(f"ALTER TABLE [{table}_2] RENAME TO [{table}]")
    for name, sql in beside:
        if name not in _DROPPED:
            connection.execute(sql)


def _spell_rounds_in_order(connection: sqlite3.Connection) -> None:
    """Earlier rounds are kept as JSON with sorted keys from here on."""
    found = connection.execute("SELECT id, earlier_rounds FROM cases WHERE earlier_rounds <> '[]'").fetchall()
    for row, rounds in found:
        spelt = json.dumps(json.loads(rounds), ensure_ascii=False, sort_keys=True)
        connection.execute("UPDATE cases SET earlier_rounds = ? WHERE id = ?", (spelt, row))
