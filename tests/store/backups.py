"""What the tests of backups share: an instant, and a look at what a file or a folder holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded.manifest import tables
from tests.builders import Office

NOW = datetime(2026, 11, 25, 1, 30, 15, tzinfo=UTC)
STAMP = "20261125-093015"
"""The same instant on the office's wall."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An office whose book is a file."""
    opened = Office.opened(tmp_path)
    yield opened
    opened.book.close()


Contents = dict[str, list[tuple[object, ...]]]


def contents(path: Path) -> Contents:
    """All rows of all of a book's own tables, read past the program."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(f"SELECT * FROM [{table}] ORDER BY 1").fetchall()
            for table in tables(connection)
        }


def everything_in(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, but for the file a lock leaves."""
    files = (file for file in folder.iterdir() if file.is_file() and file.suffix != ".lock")
    return {file.name: file.read_bytes() for file in files}


def findings(path: Path) -> list[str]:
    """What a check of the book at a path finds."""
    book = EmbeddedBook(path)
    try:
        return [finding.sentence for finding in book.check()]
    finally:
        book.close()


def tampered(path: Path, *statements: str) -> None:
    """Change a book past the program, and past what protects its events."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER [{trigger}]")
        for statement in statements:
            connection.execute(statement)
