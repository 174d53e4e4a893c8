"""Whether a book is what was written into it."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.errors import DamagedBook
from mediation_tui.store.engine.storage import BookStorage
from mediation_tui.store.port import Fault


def faults(storage: BookStorage) -> Iterator[Fault]:
    """Everything wrong with a book, pages first and then record by record.

    Reads the whole file; of a table whose pages are at fault, as much as SQLite can read.
    """
    yield from _faulty_pages(storage)
    for table in storage.tables:
        yield from _faulty_records(storage, table)


def _faulty_pages(storage: BookStorage) -> Iterator[Fault]:
    """What SQLite finds wrong with the file."""
    try:
        with storage.reading() as connection:
            reports = connection.execute("PRAGMA integrity_check").fetchall()
    except DamagedBook as error:
        reports = [(str(error.__cause__),)]
    yield from (Fault(report=" ".join(report.split())) for (report,) in reports if report != "ok")


def _faulty_records(storage: BookStorage, table: str) -> Iterator[Fault]:
    """What is wrong with one table's records."""
    try:
        with storage.reading() as connection:
            for doc_id in storage.rows(table).faults(connection):
                yield Fault(table, doc_id)
    except DamagedBook as error:
        yield Fault(table, report=str(error.__cause__))
