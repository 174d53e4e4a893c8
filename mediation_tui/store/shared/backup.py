"""Backing a shared book up: a copy in one file, from one moment, which any machine can open."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

from mediation_tui.store.embedded.backup import told
from mediation_tui.store.embedded.sealing import seal_backup
from mediation_tui.store.engine import BookDB
from mediation_tui.store.engine.creation import fresh_file, write_empty
from mediation_tui.store.engine.trouble import in_words
from mediation_tui.store.port import Engine
from mediation_tui.store.progress import Progress
from mediation_tui.store.records.documents import SHAPES
from mediation_tui.store.records.everything import everything, pour


def make_backup(engine: Engine, path: Path, made_at: datetime, progress: Progress) -> None:
    """Copy all records, as they are at one moment, into one new file; others write on.

    Raises:
        NoBackup: Something is there already, or it cannot be written or read.
    """
    with told(path), fresh_file(path) as fresh, in_words(path):
        write_empty(fresh, SHAPES)
        with closing(BookDB(fresh, SHAPES)) as copy, engine.snapshot():
            pour(everything(engine), copy)
        seal_backup(fresh, made_at, progress)
