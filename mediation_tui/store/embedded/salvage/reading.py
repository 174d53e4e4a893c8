"""What SQLite itself can still read of a damaged book."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from mediation_tui.store.embedded.salvage.cells import Row
from mediation_tui.store.embedded.salvage.pages import page_size_in

_BELIEVED = 8


def roll_back(path: Path) -> None:
    """Let SQLite undo what was half written when a book without a log was interrupted."""
    journal = path.with_name(f"{path.name}-journal")
    if journal.is_file() and journal.stat().st_size:
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def lengthen(path: Path) -> None:
    """Make a file that was cut off as long as its header says, with zeros; SQLite would not open it otherwise.

    A header that says much more than is there is not believed.
    """
    with path.open("r+b") as file:
        header = file.read(100)
        size, there = page_size_in(header), file.seek(0, 2)
        if size:
            (pages,) = struct.unpack_from(">I", header, 28)
            if there < pages * size <= _BELIEVED * there:
                file.truncate(pages * size)


def readable(path: Path, table: str, highest: int) -> Iterator[Row]:
    """The rows of a table that SQLite reads, in ranges of ids that are halved around what it cannot.

    Args:
        path: A copy of the damaged book; SQLite may bring its log into it.
        table: The table.
        highest: The highest id found page by page; what a damaged file says of it is not believed.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection, suppress(sqlite3.Error):
        connection.execute(f"SELECT id FROM [{table}] WHERE 0")  # fails where SQLite does not see the table
        yield from _in_range(connection, table, 1, highest)


def _in_range(connection: sqlite3.Connection, table: str, first: int, last: int) -> Iterator[Row]:
    sql = f"SELECT id, CAST(body AS BLOB), crc FROM [{table}] WHERE id BETWEEN ? AND ? ORDER BY id"
    ranges = [(first, last)]
    while ranges:
        first, last = ranges.pop()
        try:
            with closing(connection.execute(sql, (first, last))) as cursor:
                for row_id, body, crc in cursor:
                    first = max(first, row_id + 1)  # a broken tree may lead to rows nobody asked for
                    if isinstance(body, bytes) and isinstance(crc, int):
                        yield Row(row_id, body, crc)
        except sqlite3.Error:
            if first < last:
                middle = (first + last) // 2
                ranges += [(middle + 1, last), (first, middle)]
