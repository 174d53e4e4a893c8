"""The steps from each earlier format of a book file to the next.

A step is written down with the tables as they were then and never changed afterwards: the shapes in the code go on.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from zlib import crc32

from mediation_tui.store.engine.migrating import Step

_FORMAT_2 = """
    CREATE TABLE events_2 (id INTEGER PRIMARY KEY, body TEXT NOT NULL, crc INTEGER NOT NULL,
        [case_id], [origin], [sequence]);
    INSERT INTO events_2 SELECT id, body, crc, case_id, origin, sequence FROM events ORDER BY id;
    DROP TRIGGER [events__no_update];
    DROP TRIGGER [events__no_delete];
    DROP TABLE events;
    ALTER TABLE events_2 RENAME TO events;
    CREATE INDEX [events__case_id] ON [events] ([case_id]);
    CREATE UNIQUE INDEX [events__once__origin__sequence] ON [events] ([origin], [sequence]);
    CREATE TRIGGER [events__no_update] BEFORE UPDATE ON [events]
        BEGIN SELECT RAISE(ABORT, 'this record can only be added'); END;
    CREATE TRIGGER [events__no_delete] BEFORE DELETE ON [events]
        BEGIN SELECT RAISE(ABORT, 'this record can only be added'); END;
    DROP INDEX [cases__case_id];
    DROP INDEX [cases__number];
    DROP INDEX [cases__number_key];
    DROP INDEX [cases__once__committee__number_key];
    CREATE UNIQUE INDEX [cases__once__number_key__committee] ON [cases] ([number_key], [committee]);
    CREATE INDEX [cases__by__committee__year__serial] ON [cases] ([committee], [year], [serial]);
    CREATE TABLE chains (id INTEGER PRIMARY KEY, body TEXT NOT NULL, crc INTEGER NOT NULL,
        [origin], [sequence], [hash], [ours]);
    INSERT INTO [_counters] VALUES ('chains', 1);
    CREATE UNIQUE INDEX [chains__once__origin] ON [chains] ([origin])
"""


def _to_format_2(connection: sqlite3.Connection) -> None:
    """Write down where each chain ends; drop columns and indexes that nobody asks."""
    ends = connection.execute(
        "SELECT origin, sequence, hash FROM events WHERE (origin, sequence) IN "
        "(SELECT origin, max(sequence) FROM events GROUP BY origin) ORDER BY origin"
    ).fetchall()
    for statement in _statements(_FORMAT_2):
        connection.execute(statement)
    ((own,),) = connection.execute(
        "SELECT json_extract(body, '$.origin') FROM settings WHERE name = 'origin'"
    )
    for row, (origin, sequence, digest) in enumerate(ends, start=1):
        chain = {"origin": origin, "sequence": sequence, "hash": digest, "ours": int(origin == own)}
        body = json.dumps(chain, ensure_ascii=False, separators=(",", ":"))
        values = (row, body, crc32(body.encode(), row), *chain.values())
        connection.execute("INSERT INTO chains VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    connection.execute("UPDATE [_counters] SET next = ? WHERE name = 'chains'", (len(ends) + 1,))
    _spell_rounds_in_order(connection)


def _spell_rounds_in_order(connection: sqlite3.Connection) -> None:
    """Earlier rounds are kept as JSON with sorted keys from here on."""
    found = connection.execute("SELECT id, earlier_rounds FROM cases WHERE earlier_rounds <> '[]'").fetchall()
    for row, rounds in found:
        spelt = json.dumps(json.loads(rounds), ensure_ascii=False, sort_keys=True)
        connection.execute("UPDATE cases SET earlier_rounds = ? WHERE id = ?", (spelt, row))


def _statements(script: str) -> list[str]:
    """A script's statements, one by one: `executescript` would end the transaction."""
    statements, statement = [], ""
    for line in script.splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            statements.append(statement)
            statement = ""
    return [*statements, statement]


STEPS: Mapping[int, Step] = {1: _to_format_2}
"""By the format each step begins with."""
