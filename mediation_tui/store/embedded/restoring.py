"""Restoring a backup: the book that was there is kept under another name, never written over."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mediation_tui.clock import BEIJING
from mediation_tui.errors import BookError, BusyBook, NotABook
from mediation_tui.i18n import N_
from mediation_tui.store.embedded.manifest import MANIFEST_TABLE, Manifest
from mediation_tui.store.embedded.sealing import require_sealed
from mediation_tui.store.embedded.verifying import verify
from mediation_tui.store.engine.connecting import connect
from mediation_tui.store.engine.creation import COMPANIONS, passing_file, sync
from mediation_tui.store.engine.lock import WriteLock
from mediation_tui.store.engine.trouble import in_words
from mediation_tui.store.patience import USUAL, Patience, say_nothing

_SECONDS_FOR_READERS = 5.0


@dataclass(frozen=True)
class Restored:
    """What a restoration did.

    Attributes:
        manifest: What the backup said of itself.
        kept: Where the book that was there before is now; none if there was none.
    """

    manifest: Manifest
    kept: Path | None


def restore(
    backup: Path,
    target: Path,
    now: datetime,
    patience: Patience = USUAL,
    on_wait: Callable[[], None] = say_nothing,
) -> Restored:
    """Put a copy of a backup in the place of a book.

    The backup is verified first, and what was copied is compared with its seal. Nobody writes into the book while
    the two change places; whoever has it open is refused afterwards and has to open it again. A power cut leaves
    the old book or the new one at the place, or, where the disk knows no links, the old one under its new name.

    Args:
        backup: A backup; it is only read.
        target: The book's file, which may be damaged or missing.
        now: When this is done; the old book's new name has it.
        patience: How long to wait for somebody who is writing.
        on_wait: Called in the waiting thread when a wait becomes noticeable.

    Raises:
        NotABook, NewerBook, DamagedBook: The backup cannot be used; nothing was changed.
        BusyBook: Somebody is using the book for too long; nothing was changed.
        BookError: It could not be written; nothing was changed.
    """
    backup, target = backup.resolve(), target.resolve()
    _require_apart(backup, target)
    manifest = verify(backup)
    try:
        with passing_file(target) as fresh:
            shutil.copyfile(backup, fresh)
            require_sealed(fresh)
            with in_words(target):
                _to_a_book(fresh)
            sync(fresh)
            with WriteLock(target, patience, on_wait).held():
                return Restored(manifest, _change_places(fresh, target, _name_for_old(target, now)))
    except OSError as error:
        raise BookError(
            N_("没有恢复，“{path}”没有改动（{reason}）。"), path=target, reason=error.strerror
        ) from error


def _require_apart(backup: Path, target: Path) -> None:
    """Make sure that the target is a file, or nothing yet, and not the backup itself."""
    if not target.exists():
        return
    if not target.is_file():
        raise NotABook(N_("“{path}”不是文件，不能当作案件簿打开。"), path=target)
    if backup.exists() and backup.samefile(target):
        raise BookError(N_("“{path}”正是要恢复的那份备份；请用 --book 写明恢复到哪里。"), path=backup)


def _to_a_book(fresh: Path) -> None:
    """Make a working book of a copied backup."""
    with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
        connection.execute(f"DROP TABLE {MANIFEST_TABLE}")
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _change_places(fresh: Path, target: Path, aside: Path) -> Path | None:
    """Move the old book aside with all that belongs to it and give the new one its name, or leave all as it was."""
    there = target.exists()
    if there:
        _settle(target)
    with ExitStack() as undo:
        if there:
            _name(target, aside, undo)
        for companion in COMPANIONS:
            if (beside := _beside(target, companion)).exists():
                beside.rename(_beside(aside, companion))
                undo.callback(_beside(aside, companion).rename, beside)
        sync(target.parent)
        os.replace(fresh, target)
        undo.pop_all()
    sync(target.parent)
    return aside if there else None


def _settle(target: Path) -> None:
    """Bring everything written into the old book's file, if it is still whole enough for that.

    Raises:
        BusyBook: Somebody has been reading it for too long, or another program keeps it to itself.
    """
    try:
        with in_words(target), closing(connect(target, _SECONDS_FOR_READERS)) as connection:
            busy, *_pages = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except BusyBook:
        raise
    except (BookError, sqlite3.Error):
        return
    if busy:
        raise BusyBook(N_("案件簿“{path}”正被别的程序占用，请稍后再试。"), path=target)


def _name(target: Path, aside: Path, undo: ExitStack) -> None:
    """Give the old book its new name, beside its old one where the disk knows links."""
    try:
        os.link(target, aside)
        undo.callback(aside.unlink)
    except OSError:
        target.rename(aside)
        undo.callback(aside.rename, target)


def _name_for_old(target: Path, now: datetime) -> Path:
    """A name nothing has yet, which says when the old book was replaced."""
    name = f"{target.name}.before-restore-{now.astimezone(BEIJING):%Y%m%d-%H%M%S}"
    tries = (target.with_name(name + more) for more in ("", *(f"-{n}" for n in range(2, 100))))
    return next(path for path in tries if not os.path.lexists(path))


def _beside(path: Path, companion: str) -> Path:
    return path.with_name(path.name + companion)
