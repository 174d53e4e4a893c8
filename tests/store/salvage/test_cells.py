"""The reader of raw pages sees the rows that SQLite writes, whatever their length."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from mediation_tui.store.embedded.salvage.cells import Row, rows_in
from mediation_tui.store.embedded.salvage.pages import Pages

LENGTHS = (0, 1, 57, 58, 115, 116, 400, 480, 512, 1000, 4000, 4050, 4060, 4061, 4062, 4096, 8150, 20_000)
IDS = (1, 127, 128, 16_383, 16_384, 2**31, 2**62)
CRCS = (0, 1, 255, 40_000, 2**24, 2**31, 2**32 - 1)


@pytest.mark.parametrize("size", [512, 1024, 4096, 65536])
def test_rows_are_read_from_pages_of_every_size(tmp_path: Path, size: int) -> None:
    path = tmp_path / "pages"
    ids = [*IDS, *range(200, 200 + len(LENGTHS) - len(IDS))]
    written = {
        Row(row, ("字" * length)[:length].encode(), CRCS[place % len(CRCS)])
        for place, (row, length) in enumerate(zip(ids, LENGTHS, strict=True))
    }
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT, crc INTEGER, more)")
        connection.executemany(
            "INSERT INTO t VALUES (?, ?, ?, ?)",
            [(row.id, row.body.decode(), row.crc, "后面的列" * 40) for row in written],
        )
        connection.commit()
    with Pages(path) as pages:
        assert pages.size == size
        found = {
            row
            for page in pages.all()
            for row in rows_in(page.data, pages.usable, pages.newest, pages.in_file)
        }
    assert found >= written


@pytest.mark.parametrize("page", [b"", b"\x0d", b"\x0d" * 4096, b"\x0d\0\0\xff\xff" + b"\xff" * 4091])
def test_a_page_of_nonsense_holds_no_row_and_does_no_harm(page: bytes) -> None:
    assert [row for row in rows_in(page, 4096, lambda _page: page) if row.body] == []


def test_overflow_pages_that_lead_in_a_circle_come_to_an_end() -> None:
    cell = b"\xff\xff\xff\x7f" + b"\x01" + bytes(4000)
    page = b"\x0d\0\0\0\x01\0\0\0\x00\x0a" + cell + b"\0" * (4086 - len(cell))
    assert list(rows_in(page, 4096, lambda _page: b"\0\0\0\x01" + bytes(4092))) == []
