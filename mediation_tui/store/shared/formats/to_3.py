"""From format 2 of a shared book to 3: what figures ask of a case stands beside it, and there are reports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from zlib import crc32

from mediation_tui.store.forward import NEVER, case_of_format_3, instant_of_format_3, lists_of_format_3
from mediation_tui.store.shared.connections import Connection

_BATCH = 500
_ADDED = """
    ALTER TABLE cases ADD COLUMN "governance" text COLLATE "C", ADD COLUMN "preventions" text COLLATE "C",
        ADD COLUMN "touched_at" text COLLATE "C";
    CREATE SEQUENCE reports_ids CACHE 1;
    CREATE TABLE reports (id bigint PRIMARY KEY DEFAULT nextval('reports_ids'), body jsonb NOT NULL,
        crc bigint NOT NULL, "report_id" text COLLATE "C", "number" bigint, "state" text COLLATE "C",
        "actor" text COLLATE "C", "at" text COLLATE "C", "signer" text COLLATE "C", "signed_on" text COLLATE "C",
        "digest" text COLLATE "C", "supersedes" text COLLATE "C", "kind" text COLLATE "C", "title" text COLLATE "C",
        "first" text COLLATE "C", "last" text COLLATE "C");
    CREATE UNIQUE INDEX reports__once__report_id__number ON reports ("report_id", "number");
    CREATE TRIGGER reports__refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON reports
        FOR EACH STATEMENT EXECUTE FUNCTION refuse();
    CREATE TRIGGER reports__tell AFTER INSERT OR UPDATE OR DELETE ON reports
        FOR EACH STATEMENT EXECUTE FUNCTION tell()
"""
_FILLED = "UPDATE cases SET body = %s::jsonb, crc = %s, preventions = %s, earlier_rounds = %s, touched_at = %s WHERE id = %s"
_LATEST = "SELECT case_id, max((body->>'recorded_at')::timestamptz) FROM events GROUP BY case_id"


def to_format_3(connection: Connection) -> None:
    """Add the columns and fill them, and make a table for the steps of reports."""
    touched = {case: instant_of_format_3(at) for case, at in connection.execute(_LATEST)}
    for statement in _ADDED.split(";"):
        connection.execute(statement.encode())
    after = 0
    query = (
        "SELECT id, case_id, body::text, crc, earlier_rounds FROM cases WHERE id > %s ORDER BY id LIMIT %s"
    )
    while found := connection.execute(query, (after, _BATCH)).fetchall():
        with connection.cursor() as cursor:
            cursor.executemany(_FILLED, list(_filled(found, touched)))
        after = found[-1][0]


def _filled(found: list[tuple[Any, ...]], touched: dict[str, str]) -> Iterator[tuple[Any, ...]]:
    """What is put into rows. A document that is not what was written is left so, for a check to find."""
    for row, case_id, body, crc, rounds in found:
        at = touched.get(case_id, NEVER)
        document = json.loads(body)
        if crc32(_spelt(document).encode()) == crc:
            forward = case_of_format_3(document, at)
            text = _spelt(forward)
            yield text, crc32(text.encode()), *lists_of_format_3(forward).values(), at, row
        else:
            yield body, crc, "[]", rounds, at, row


def _spelt(document: dict[str, Any]) -> str:
    """The one spelling the checksum is taken of."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
