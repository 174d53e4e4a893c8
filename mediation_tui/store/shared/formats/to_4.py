"""From format 3 of a shared book to 4: cases name the round that found them and what they await; registers are kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from zlib import crc32

from mediation_tui.store.forward import answered_in_format_3, case_of_format_4, notes_of_format_4
from mediation_tui.store.shared.connections import Connection

_BATCH = 500
_REGISTERS = {
    "screenings": ("screening_id", "village grid first last"),
    "consultations": ("consultation_id", "day village adviser category case_id"),
    "meetings": ("meeting_id", "first last day"),
}
_TABLE = """
    CREATE SEQUENCE {table}_ids CACHE 1;
    CREATE TABLE {table} (id bigint PRIMARY KEY DEFAULT nextval('{table}_ids'), body jsonb NOT NULL,
        crc bigint NOT NULL, "{record}" text COLLATE "C", "number" bigint, {narrow});
    CREATE UNIQUE INDEX {table}__once__{record}__number ON {table} ("{record}", "number");
    CREATE TRIGGER {table}__refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse();
    CREATE TRIGGER {table}__tell AFTER INSERT OR UPDATE OR DELETE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION tell()
"""
_INDEXES = """
    ALTER TABLE cases ADD COLUMN "screening" text COLLATE "C";
    CREATE INDEX cases__screening ON cases ("screening");
    CREATE INDEX cases__visit_due ON cases ("visit_due");
    ALTER TABLE cases ADD COLUMN "awaiting_since" text COLLATE "C";
    CREATE INDEX cases__awaiting_since ON cases ("awaiting_since");
    ALTER TABLE cases ADD COLUMN "paused_on" text COLLATE "C";
    ALTER TABLE cases ADD COLUMN "session_on" text COLLATE "C";
    CREATE INDEX cases__session_on ON cases ("session_on");
    ALTER TABLE cases ADD COLUMN "decision_due" text COLLATE "C";
    CREATE INDEX cases__decision_due ON cases ("decision_due");
    CREATE INDEX screenings__by__first__last ON screenings
        ("first" NULLS FIRST, "last" NULLS FIRST, "id" NULLS FIRST);
    CREATE INDEX consultations__by__day ON consultations ("day" NULLS FIRST, "id" NULLS FIRST);
    CREATE INDEX consultations__by__case_id ON consultations ("case_id" NULLS FIRST, "id" NULLS FIRST);
    CREATE INDEX meetings__by__first ON meetings ("first" NULLS FIRST, "id" NULLS FIRST);
    CREATE INDEX meetings__by__day ON meetings ("day" NULLS FIRST, "id" NULLS FIRST);
    CREATE INDEX meetings__by__meeting_id__kind ON meetings
        ("meeting_id" NULLS FIRST, "kind" NULLS FIRST, "id" NULLS FIRST)
"""
_ADDED = ("awaiting_since", "session_on", "decision_due")
"""The facts that are added and are not empty for all cases."""
_FILLED = f"UPDATE cases SET body = %s::jsonb, crc = %s, {', '.join(f'{name} = %s' for name in _ADDED)} WHERE id = %s"
_EVENTS = "SELECT body::text FROM events WHERE case_id = %s ORDER BY id"


def to_format_4(connection: Connection) -> None:
    """Make the tables of the registers, and add the columns to the cases."""
    for table, (record, own) in _REGISTERS.items():
        narrow = ", ".join(f'"{name}" text COLLATE "C"' for name in ("kind", "actor", "at", *own.split()))
        for statement in _TABLE.format(table=table, record=record, narrow=narrow).split(";"):
            connection.execute(statement.encode())
    for statement in _INDEXES.split(";"):
        connection.execute(statement.encode())
    after = 0
    query = "SELECT id, case_id, body::text, crc FROM cases WHERE id > %s ORDER BY id LIMIT %s"
    while found := connection.execute(query, (after, _BATCH)).fetchall():
        filled = list(_filled(connection, found))
        with connection.cursor() as cursor:
            cursor.executemany(_FILLED, filled)
        after = found[-1][0]


def _filled(connection: Connection, found: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """What is put into rows. A document that is not what was written is left so, for a check to find."""
    for row, case_id, body, crc in found:
        document = json.loads(body)
        if crc32(_spelt(document).encode()) == crc:
            notes = _notes(connection, case_id) if answered_in_format_3(document) else {}
            later = case_of_format_4(document, notes)
            text = _spelt(later)
            yield text, crc32(text.encode()), *(later["facts"][name] for name in _ADDED), row


def _notes(connection: Connection, case_id: str) -> dict[int, str]:
    return notes_of_format_4([json.loads(body) for (body,) in connection.execute(_EVENTS, (case_id,))])


def _spelt(document: dict[str, Any]) -> str:
    """The one spelling the checksum is taken of."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
