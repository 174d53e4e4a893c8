"""From format 3 of a book file to 4: cases name the round that found them and what they await; registers are kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any
from zlib import crc32

from mediation_tui.store.forward import (
    answered_in_format_3,
    case_of_format_4,
    notes_of_format_4,
)

_BEFORE = [
    "case_id",
    "version",
    "number",
    "year",
    "serial",
    "committee",
    "village",
    "grid",
    "mediation_kind",
    "category",
    "governance",
    "source",
    "entruster",
    "discovery",
    "state",
    "outcome",
    "exit",
    "level_received",
    "level",
    "level_resolved",
    "agreement_form",
    "risk",
    "difficulty",
    "amount",
    "people",
    "parties",
    "versus",
    "mediators",
    "registered_by",
    "applied_on",
    "found_on",
]
_BETWEEN = [
    "registered_on",
    "reopened_on",
    "accepted_on",
    "mediating_on",
    "lifted_on",
    "concluded_on",
    "effective_on",
    "performed_on",
    "visited_on",
    "closed_on",
    "archived_on",
    "void_on",
    "last_on",
    "escaped_on",
    "defaulted",
    "performance_due",
    "term_due",
    "due_on",
    "due_purpose",
    "due_number",
    "visit_due",
]
_AFTER = [
    "registration_lag",
    "longest_lag",
    "sessions",
    "rounds",
    "merged_into",
    "preventions",
    "touched_at",
    "earlier_rounds",
    "search",
    "number_key",
]
_ADDED = ["awaiting_since", "paused_on", "session_on", "decision_due"]
_LOW_BITS = 0xFFFFFFFF
_REGISTERS = {
    "screenings": ("screening_id", "village grid first last"),
    "consultations": ("consultation_id", "day village adviser category case_id"),
    "meetings": ("meeting_id", "first last day"),
}
_INDEXES = """
    CREATE INDEX [screenings__by__first__last] ON [screenings] ([first], [last]);
    CREATE INDEX [consultations__by__day] ON [consultations] ([day]);
    CREATE INDEX [consultations__by__case_id] ON [consultations] ([case_id]);
    CREATE INDEX [meetings__by__first] ON [meetings] ([first]);
    CREATE INDEX [meetings__by__day] ON [meetings] ([day]);
    CREATE INDEX [meetings__by__meeting_id__kind] ON [meetings] ([meeting_id], [kind]);
    CREATE INDEX [cases__screening] ON [cases] ([screening]);
    CREATE INDEX [cases__visit_due] ON [cases] ([visit_due]);
    CREATE INDEX [cases__awaiting_since] ON [cases] ([awaiting_since]);
    CREATE INDEX [cases__session_on] ON [cases] ([session_on]);
    CREATE INDEX [cases__decision_due] ON [cases] ([decision_due])
"""
_SEARCHED = ("([registered_on], [year], [serial])", "([registered_on], [year], [serial], [search])")
"""Who looks for a name along the newest cases does not read past this index."""

_REFUSAL = (
    "CREATE TRIGGER [{table}__no_{name}] BEFORE {act} ON [{table}] "
    "BEGIN SELECT RAISE(ABORT, 'this record can only be added'); END"
)


def to_format_4(connection: sqlite3.Connection) -> None:
    """Lay the cases out anew with the columns that are added, and make the tables of the registers."""
    beside = connection.execute(
        "SELECT sql FROM sqlite_master WHERE tbl_name = 'cases' AND type = 'index' AND sql <> ''"
    ).fetchall()
    columns = [*_BEFORE, "screening", *_BETWEEN, *_ADDED, *_AFTER]
    narrow = ", ".join(f"[{name}]" for name in columns)
    connection.execute(
        f"CREATE TABLE [cases_4] (id INTEGER PRIMARY KEY, crc INTEGER NOT NULL, {narrow}, body TEXT NOT NULL)"
    )
    places = ", ".join("?" * (3 + len(columns)))
    connection.executemany(
        f"INSERT INTO [cases_4] (id, crc, {narrow}, body) VALUES ({places})", _cases(connection)
    )
    connection.execute("DROP TABLE [cases]")
    connection.execute("ALTER TABLE [cases_4] RENAME TO [cases]")
    for (index,) in beside:
        connection.execute(index.replace(*_SEARCHED))
    for table, (record, own) in _REGISTERS.items():
        _make(connection, table, record, own.split())
    for statement in _INDEXES.split(";"):
        connection.execute(statement)


def _make(connection: sqlite3.Connection, table: str, record: str, own: list[str]) -> None:
    """A table of steps, to which is only added."""
    narrow = ", ".join(f"[{name}]" for name in (record, "number", "kind", "actor", "at", *own))
    connection.execute(
        f"CREATE TABLE [{table}] (id INTEGER PRIMARY KEY, crc INTEGER NOT NULL, {narrow}, body TEXT NOT NULL)"
    )
    connection.execute("INSERT INTO [_counters] VALUES (?, 1)", (table,))
    connection.execute(
        f"CREATE UNIQUE INDEX [{table}__once__{record}__number] ON [{table}] ([{record}], [number])"
    )
    for act in ("UPDATE", "DELETE"):
        connection.execute(_REFUSAL.format(table=table, name=act.lower(), act=act))


def _cases(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """The rows of the new table. A text that is not what was written is left so, for a check to find."""
    kept = ", ".join(f"[{name}]" for name in (*_BEFORE, *_BETWEEN, *_AFTER))
    found = connection.execute(f"SELECT id, crc, CAST(body AS BLOB), {kept} FROM cases ORDER BY id")
    for row, crc, body, *values in found:
        text, added = body.decode(errors="replace"), [None for _name in _ADDED]
        if crc32(body, row & _LOW_BITS) == crc:
            document = json.loads(text)
            notes = _notes(connection, values[0]) if answered_in_format_3(document) else {}
            document = case_of_format_4(document, notes)
            added = [document["facts"][name] for name in _ADDED]
            text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
            crc = crc32(text.encode(), row & _LOW_BITS)
        before, between = values[: len(_BEFORE)], values[len(_BEFORE) : -len(_AFTER)]
        yield row, crc, *before, None, *between, *added, *values[-len(_AFTER) :], text


def _notes(connection: sqlite3.Connection, case_id: str) -> dict[int, str]:
    found = connection.execute("SELECT body FROM events WHERE case_id = ? ORDER BY id", (case_id,))
    return notes_of_format_4([json.loads(body) for (body,) in found])
