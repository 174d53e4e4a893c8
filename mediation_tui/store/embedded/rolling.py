"""Automatic backups: one a day at most, the newest few kept."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from mediation_tui.clock import BEIJING, local_date
from mediation_tui.errors import BookError, BusyBook, DamagedBook
from mediation_tui.i18n import N_
from mediation_tui.store.embedded.backup import NoBackup, make_backup, told
from mediation_tui.store.embedded.manifest import Manifest, state_of
from mediation_tui.store.embedded.sealing import manifest_in, reading_backup
from mediation_tui.store.embedded.verifying import verify
from mediation_tui.store.engine.connecting import connect
from mediation_tui.store.engine.creation import remove_file
from mediation_tui.store.engine.lock import WriteLock
from mediation_tui.store.engine.trouble import in_words
from mediation_tui.store.patience import USUAL, Patience, say_nothing
from mediation_tui.store.progress import Progress, unwatched

_SECONDS_FOR_WRITERS = 5.0
_AT_ONCE = Patience(0.0, 0.0)
_UNSOUND = N_("案件簿已有损坏（{report}），所以没有做自动备份；以前的备份都还在，请先运行 check 检查。")


@dataclass(frozen=True)
class Shelf:
    """Where a book's automatic backups stand.

    Attributes:
        book: The book's file.
        folder: Their folder, made when the first one is; other books' backups and any other file may stand there.
        keep: How many are kept; with 0 none is made but before a migration.
    """

    book: Path
    folder: Path
    keep: int

    @classmethod
    def of(cls, book: Path, folder: str, keep: int) -> Shelf:
        """The shelf of a book: in the folder named (seen from the book's), else beside the book."""
        book = book.resolve()
        usual = f"{book.name}.backups"
        return cls(book, book.parent / Path(folder or usual).expanduser(), keep)

    def place_for(self, now: datetime) -> Path:
        """Where a backup made now goes; named after the next free second."""
        stamp = f"{now.astimezone(BEIJING):%Y%m%d-%H%M%S}"
        place = self.folder / f"{self.book.stem}-{stamp}{self.book.suffix}"
        return self.place_for(now + timedelta(seconds=1)) if place.exists() else place

    def standing(self, origin: str) -> list[tuple[Path, Manifest]]:
        """The book's automatic backups, newest first; by what each says of itself, not only by its name."""
        names = re.compile(rf"{re.escape(self.book.stem)}-\d{{8}}-\d{{6}}{re.escape(self.book.suffix)}")
        files = sorted(filter(lambda file: names.fullmatch(file.name), self._files()), reverse=True)
        told_of = ((file, _manifest(file)) for file in files)
        return [(file, told) for file, told in told_of if told and told.state.origin == origin]

    def sweep(self) -> None:
        """Take away what an automatic backup that was cut off left; nobody else may be making one."""
        torn = re.compile(
            rf"(\.{re.escape(self.book.stem)}-\d{{8}}-\d{{6}}{re.escape(self.book.suffix)}\.[0-9a-f]{{8}}).*"
        )
        for found in filter(None, (torn.fullmatch(file.name) for file in self._files())):
            remove_file(self.folder / found[1])

    def _files(self) -> list[Path]:
        return [file for file in self.folder.iterdir() if file.is_file()] if self.folder.is_dir() else []


def keep_backups(shelf: Shelf, now: datetime, progress: Progress = unwatched) -> Path | None:
    """Back a book up if there is none of today and something was written since the last one.

    Where another program is just making one, it is left to that.

    Returns:
        The new backup, if one was made.

    Raises:
        NoBackup: It could not be made, or the book in it is damaged; all earlier ones are as they were.
    """
    with told(shelf.folder):
        if shelf.keep and _is_due(shelf, now):
            with suppress(BusyBook), _alone(shelf, _AT_ONCE):
                return _one_more(shelf, now, progress) if _is_due(shelf, now) else None
    return None


def back_up_now(shelf: Shelf, now: datetime, progress: Progress = unwatched) -> Path:
    """Back a book up whatever was done today, before something that changes it as a whole, such as a migration.

    No earlier backup is taken away for it, however many there are.

    Raises:
        NoBackup: As `keep_backups`; or another program has been making one for too long.
    """
    with told(shelf.folder), _alone(shelf, USUAL):
        return _add(shelf, now, progress)


def _is_due(shelf: Shelf, now: datetime) -> bool:
    """Whether there is no backup of today yet, and something was written since the last one."""
    with _reading(shelf.book) as connection:
        state = state_of(connection)
    standing = [manifest for _path, manifest in shelf.standing(state.origin)]
    if any(local_date(manifest.made_at) == local_date(now) for manifest in standing):
        return False
    return not standing or standing[0].state != state


def _one_more(shelf: Shelf, now: datetime, progress: Progress) -> Path:
    """Add a backup, and only now that it is proven take away the oldest."""
    path = _add(shelf, now, progress)
    with _reading(shelf.book) as connection:
        origin = state_of(connection).origin
    for old, _manifest_of_old in shelf.standing(origin)[shelf.keep :]:
        old.unlink()
    return path


def _add(shelf: Shelf, now: datetime, progress: Progress) -> Path:
    """Add a backup and prove it."""
    shelf.sweep()
    path = shelf.place_for(now)
    with _reading(shelf.book) as connection:
        make_backup(connection, path, now, progress)
    with _proven(path):
        verify(path, progress, thorough=False)
    return path


@contextmanager
def _proven(path: Path) -> Iterator[None]:
    """Take a new backup away again unless it is proven in the block."""
    try:
        yield
    except DamagedBook as error:
        path.unlink()
        raise NoBackup(_UNSOUND, report=error.facts.get("report", "")) from error
    except BaseException:
        path.unlink()
        raise


def _alone(shelf: Shelf, patience: Patience) -> AbstractContextManager[None]:
    """Be the only one who makes automatic backups of the book."""
    shelf.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return WriteLock(shelf.folder / shelf.book.name, patience, say_nothing).held()


@contextmanager
def _reading(book: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a book that sees one moment of it."""
    with in_words(book), closing(connect(book, _SECONDS_FOR_WRITERS)) as connection:
        connection.execute("BEGIN")
        yield connection


def _manifest(file: Path) -> Manifest | None:
    """What a file says of itself as a backup; nothing if it is none, or cannot be read."""
    with suppress(BookError), reading_backup(file) as connection:
        return manifest_in(connection, file)
    return None
