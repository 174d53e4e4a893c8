"""What a backup says of itself: when it was made, of which book, and how far that book had come."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import ConfigDict

from mediation_tui import __version__
from mediation_tui.model.base import Frozen
from mediation_tui.rules.registers import REGISTERS

MANIFEST_TABLE = "_manifest"

Ends = Mapping[str, tuple[int, str]]
"""For each origin, the number and the hash of its last event."""


class State(Frozen):
    """How far a book has come: whatever is written into it changes this.

    Attributes:
        origin: The id under which the book writes its events.
        format: The format it is in.
        chains: Where each chain of events ends.
        settings: The version of each of the office's settings.
        reports: How many steps its reports have taken.
        screenings: How many steps its screening rounds have taken.
        consultations: How many its legal questions have.
        meetings: How many its weekly meetings have.
    """

    model_config = ConfigDict(extra="ignore")

    origin: str
    format: int
    chains: Ends
    settings: Mapping[str, str]
    reports: int = 0
    screenings: int = 0
    consultations: int = 0
    meetings: int = 0


class Manifest(Frozen):
    """What a backup holds; a later version of the program may say more.

    Attributes:
        program: The version of the program that made the backup.
        made_at: When it was made, in UTC.
        state: How far the book had come.
        rows: For each table, the number of its rows.
    """

    model_config = ConfigDict(extra="ignore")

    program: str
    made_at: datetime
    state: State
    rows: Mapping[str, int]


def manifest_of(connection: sqlite3.Connection, made_at: datetime) -> Manifest:
    """The manifest of the book a connection sees."""
    rows = {name: _number(connection, f"SELECT count(*) FROM [{name}]") for name in tables(connection)}
    return Manifest(program=__version__, made_at=made_at, state=state_of(connection), rows=rows)


def state_of(connection: sqlite3.Connection) -> State:
    """How far the book a connection sees has come, whatever its format."""
    chains = _rows(connection, "chains", ("origin", "sequence", "hash"))
    settings = dict(_rows(connection, "settings", ("name", "version")))
    origin = "SELECT json_extract(body, '$.origin') FROM settings WHERE name = 'origin'"
    return State(
        origin=connection.execute(origin).fetchone()[0] if "origin" in settings else "",
        format=_number(connection, "PRAGMA user_version"),
        chains={name: (sequence, digest) for name, sequence, digest in chains},
        settings=settings,
        **{register.table: _steps(connection, register.table) for register in REGISTERS},
    )


def tables(connection: sqlite3.Connection) -> list[str]:
    """The names of the book's own tables, as the file has them."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> ?"
    return [name for (name,) in connection.execute(f"{sql} ORDER BY name", (MANIFEST_TABLE,))]


def columns(connection: sqlite3.Connection, table: str) -> set[str]:
    """The names of a table's columns, as the file has them; none where there is no such table."""
    return {name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}


def _rows(connection: sqlite3.Connection, table: str, wanted: Sequence[str]) -> list[tuple[Any, ...]]:
    """Some columns of a table; nothing where the format has no such table."""
    if not columns(connection, table).issuperset(wanted):
        return []
    return connection.execute(f"SELECT {', '.join(wanted)} FROM {table} ORDER BY id").fetchall()


def _steps(connection: sqlite3.Connection, table: str) -> int:
    """How many steps a register holds; none where the format has no such table."""
    return _number(connection, f"SELECT count(*) FROM [{table}]") if columns(connection, table) else 0


def _number(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])
