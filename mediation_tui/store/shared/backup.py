"""Backing a shared book up: a copy in one file, from one moment, which any machine can open."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from mediation_tui.store.embedded.backup import told
from mediation_tui.store.embedded.sealing import seal_backup
from mediation_tui.store.engine import BookDB
from mediation_tui.store.engine.creation import fresh_file, write_empty
from mediation_tui.store.engine.trouble import in_words
from mediation_tui.store.port import Engine
from mediation_tui.store.progress import Progress, unwatched
from mediation_tui.store.records.documents import SHAPES
from mediation_tui.store.records.everything import everything, pour
from mediation_tui.store.shape import FORMAT_VERSION, TableShape


def make_backup(
    engine: Engine,
    path: Path,
    made_at: datetime,
    progress: Progress = unwatched,
    *,
    shapes: Sequence[TableShape] = SHAPES,
    number: int = FORMAT_VERSION,
) -> None:
    """Copy all records, as they are at one moment, into one new file; others write on.

    Args:
        engine: Holds the book.
        path: Where nothing is yet.
        made_at: When the backup is made.
        progress: Told how far it is.
        shapes: The tables of the format the book has.
        number: That format.

    Raises:
        NoBackup: Something is there already, or it cannot be written or read.
    """
    with told(path), fresh_file(path) as fresh, in_words(path):
        write_empty(fresh, shapes)
        with closing(BookDB(fresh, shapes)) as copy, engine.snapshot():
            pour(everything(engine, shapes), copy, shapes)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA user_version = {number}")
        seal_backup(fresh, made_at, progress)
