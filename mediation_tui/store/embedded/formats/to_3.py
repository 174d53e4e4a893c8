"""From format 2 of a book file to 3: what figures ask of a case stands beside it, and there are reports."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zlib import crc32

from mediation_tui.store.forward import NEVER, case_of_format_3, instant_of_format_3, lists_of_format_3

_NAMES = (
    "case_id version number year serial committee village grid mediation_kind category governance source entruster "
    "discovery state outcome exit level_received level level_resolved agreement_form risk difficulty amount people "
    "parties versus mediators registered_by applied_on found_on registered_on reopened_on accepted_on mediating_on "
    "lifted_on concluded_on effective_on performed_on visited_on closed_on archived_on void_on last_on escaped_on "
    "defaulted performance_due term_due due_on due_purpose due_number visit_due registration_lag longest_lag sessions "
    "rounds merged_into preventions touched_at earlier_rounds search number_key"
)
_COLUMNS = _NAMES.split()
_NEW = ("governance", "preventions", "touched_at")
_LOW_BITS = 0xFFFFFFFF
_REPORTS = """
    CREATE TABLE [reports] (id INTEGER PRIMARY KEY, crc INTEGER NOT NULL, [report_id], [number], [state], [actor],
        [at], [signer], [signed_on], [digest], [supersedes], [kind], [title], [first], [last], body TEXT NOT NULL);
    INSERT INTO [_counters] VALUES ('reports', 1);
    CREATE UNIQUE INDEX [reports__once__report_id__number] ON [reports] ([report_id], [number])
"""
_REFUSAL = (
    "CREATE TRIGGER [reports__no_{name}] BEFORE {act} ON [reports] "
    "BEGIN SELECT RAISE(ABORT, 'this record can only be added'); END"
)


def to_format_3(connection: sqlite3.Connection) -> None:
    """Lay the cases out anew with the columns that are added, and make a table for the steps of reports."""
    beside = connection.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name = 'cases' AND type = 'index' AND sql <> ''"
    ).fetchall()
    narrow = ", ".join(f"[{name}]" for name in _COLUMNS)
    connection.execute(
        f"CREATE TABLE [cases_3] (id INTEGER PRIMARY KEY, crc INTEGER NOT NULL, {narrow}, body TEXT NOT NULL)"
    )
    places = ", ".join("?" * (3 + len(_COLUMNS)))
    connection.executemany(
        f"INSERT INTO [cases_3] (id, crc, {narrow}, body) VALUES ({places})", _cases(connection)
    )
    connection.execute("DROP TABLE [cases]")
    connection.execute("ALTER TABLE [cases_3] RENAME TO [cases]")
    for (index,) in beside:
        connection.execute(index)
    for statement in _REPORTS.split(";"):
        connection.execute(statement)
    for act in ("UPDATE", "DELETE"):
        connection.execute(_REFUSAL.format(name=act.lower(), act=act))


def _cases(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """The rows of the new table. A text that is not what was written is left so, for a check to find."""
    touched = _touched(connection)
    kept = ", ".join(f"[{name}]" for name in _COLUMNS if name not in _NEW)
    found = connection.execute(f"SELECT id, crc, CAST(body AS BLOB), {kept} FROM cases ORDER BY id")
    for row, crc, body, *values in found:
        before = dict(zip((name for name in _COLUMNS if name not in _NEW), values, strict=True))
        touched_at = touched.get(before["case_id"], NEVER)
        added: dict[str, Any] = {"governance": None, "preventions": "[]", "touched_at": touched_at}
        text = body.decode(errors="replace")
        if crc32(body, row & _LOW_BITS) == crc:
            document = case_of_format_3(json.loads(text), touched_at)
            added |= lists_of_format_3(document)
            text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
            crc = crc32(text.encode(), row & _LOW_BITS)
        yield row, crc, *((before | added)[name] for name in _COLUMNS), text


def _touched(connection: sqlite3.Connection) -> dict[str, str]:
    """For each case the latest instant one of its events was written down."""
    touched: dict[str, str] = {}
    for case_id, instant in connection.execute(
        "SELECT case_id, json_extract(body, '$.recorded_at') FROM events"
    ):
        at = instant_of_format_3(datetime.fromisoformat(instant))
        touched[case_id] = max(at, touched.get(case_id, at))
    return touched
