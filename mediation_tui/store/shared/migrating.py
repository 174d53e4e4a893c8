"""Bringing a shared book of an earlier format forward: a backup first, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mediation_tui.errors import BookError, NewerBook
from mediation_tui.i18n import N_
from mediation_tui.store.shape import FORMAT_VERSION, TableShape
from mediation_tui.store.shared.address import Address
from mediation_tui.store.shared.connections import Connection

if TYPE_CHECKING:
    from mediation_tui.store.shared.engine import PostgresEngine

Step = Callable[[Connection], None]
"""Brings a book forward by one format, inside a transaction that is not its to end."""


class CopyTo(Protocol):
    """Copies the book as it is, in the format it has, into a file where nothing is yet, and proves the copy."""

    def __call__(self, path: Path) -> object:
        """Make the copy."""
        ...


BackUp = Callable[[Address, CopyTo], object]
"""Given the book's place and what copies it, makes the backup; if it raises, nothing is changed."""


@dataclass(frozen=True)
class Earlier:
    """An earlier format.

    Attributes:
        shapes: Its tables.
        step: Brings it forward to the next one.
    """

    shapes: Sequence[TableShape]
    step: Step


@dataclass(frozen=True)
class Migration:
    """How shared books of earlier formats are brought forward.

    Attributes:
        earlier: By the number of each format.
        back_up: Makes the backup.
    """

    earlier: Mapping[int, Earlier]
    back_up: BackUp


def migrate(engine: PostgresEngine, address: Address, migration: Migration) -> None:
    """Bring a book forward to this program's format, unless somebody else has just done so.

    From the first look on nobody else writes until it is done; whoever comes with the same intent waits for the row
    that says the format.

    Raises:
        NewerBook: Somebody else brought it further forward meanwhile.
        BusyBook: Somebody is writing for too long.
        BookError: There is no way from its format, or no backup could be made; nothing was changed.
    """
    with engine.transaction():
        engine.asked("SET LOCAL idle_in_transaction_session_timeout = 0")
        found = int(engine.asked("SELECT format FROM about FOR UPDATE")[0][0])
        require_known(found, engine.location)
        if found == FORMAT_VERSION:
            return
        missing = [version for version in range(found, FORMAT_VERSION) if version not in migration.earlier]
        if missing:
            raise BookError(
                N_("“{path}”的格式 {found} 太旧，这个程序不认识；文件没有改动。"),
                path=engine.location,
                found=found,
            )
        shapes = migration.earlier[found].shapes
        engine.asked(f"LOCK TABLE {', '.join(shape.name for shape in shapes)} IN EXCLUSIVE MODE")
        migration.back_up(address, partial(_copy, engine, shapes, found))
        for version in range(found, FORMAT_VERSION):
            engine.through(migration.earlier[version].step)
        engine.asked(f"UPDATE about SET format = {FORMAT_VERSION}")


def require_known(found: int, location: str) -> None:
    """Make sure that a format is not newer than this program's.

    Raises:
        NewerBook: It is.
    """
    if found > FORMAT_VERSION:
        raise NewerBook(
            N_(
                "“{path}”由更新版本的程序写成（格式 {found}，本程序只认到格式 {known}），请先升级程序；文件没有改动。"
            ),
            path=location,
            found=found,
            known=FORMAT_VERSION,
        )


def _copy(engine: PostgresEngine, shapes: Sequence[TableShape], found: int, path: Path) -> None:
    from mediation_tui.clock import SystemClock
    from mediation_tui.store.embedded.verifying import verify
    from mediation_tui.store.shared.backup import make_backup

    make_backup(engine, path, SystemClock().now(), shapes=shapes, number=found)
    verify(path, thorough=False)


def back_up_at_home(address: Address, copy_to: CopyTo) -> None:
    """Back a shared book up in the folder for this person's data; a database has no place beside it."""
    from platformdirs import user_data_path

    from mediation_tui.clock import BEIJING, SystemClock

    folder = user_data_path("mediation-tui", appauthor=False) / "backups"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    stamp = f"{SystemClock().now().astimezone(BEIJING):%Y%m%d-%H%M%S}"
    copy_to(folder / f"{address.schema}-{stamp}.book")
