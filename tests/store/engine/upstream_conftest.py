"""What TinyDB's own tests are given when they run on a book; copied beside them as their `conftest.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from mediation_tui.store.engine import BookDB, Column, TableShape, create_file

COLUMNS = (Column("int", ("int",), indexed=True), Column("char", ("char",)), Column("value", ("value",)))
TABLES = ("_default", "table", "table1", "table2", "table3", "table4", "foo", "persisted", "nonpersisted")
SHAPES = tuple(TableShape(name, COLUMNS) for name in TABLES)

COUNTING_FROM_ONE = {
    "test_insert_ids",
    "test_insert_with_doc_id",
    "test_insert_with_duplicate_doc_id",
    "test_insert_multiple_with_ids",
    "test_update_returns_ids",
    "test_next_id",
}
"""Tests that empty the book first and then count ids from one: they get a book that never held anything."""

Opened = Callable[..., TinyDB]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Opens a book wherever a test opens a TinyDB; a storage of the test's own stays what it is."""
    numbers = count()
    with ExitStack() as books:

        def open_book(path: str | None = None, *, storage: Any = MemoryStorage, **_options: Any) -> TinyDB:
            if storage is not MemoryStorage:
                return TinyDB(*([path] if path else []), storage=storage)
            file = Path(path) if path else tmp_path / f"{next(numbers)}.book"
            if not file.exists():
                create_file(file, SHAPES)
            return books.enter_context(BookDB(file, SHAPES))

        yield open_book


@pytest.fixture(autouse=True)
def books_only(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, opened: Opened) -> None:
    """Let the tests that open a TinyDB by themselves open a book."""
    monkeypatch.setattr(request.module, "TinyDB", opened, raising=False)


@pytest.fixture
def db(request: pytest.FixtureRequest, opened: Opened) -> TinyDB:
    """TinyDB's own fixture, on a book."""
    book = opened()
    if request.function.__name__ not in COUNTING_FROM_ONE:
        book.insert_multiple({"int": 1, "char": letter} for letter in "abc")
    return book
