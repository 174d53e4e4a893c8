"""Backing the book up in the background, while somebody is already at work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.worker import get_current_worker

from mediation_tui.errors import MediationError
from mediation_tui.store.progress import Progress

if TYPE_CHECKING:
    from textual.app import App

KeepBackups = Callable[[Progress], object]
"""Makes a backup if it is time for one, telling how far it is."""


class NotBackedUp(Message):
    """There is no backup of today, and why."""

    def __init__(self, error: MediationError) -> None:
        super().__init__()
        self.error = error


class _Left(Exception):
    """The program is being left, and nobody waits for a backup."""


def back_up(app: App[Any], keep_backups: KeepBackups) -> None:
    """Keep the book's backups, in a worker's thread; what goes wrong reaches the app as `NotBackedUp`."""
    worker = get_current_worker()

    def look(_done: int, _total: int) -> None:
        if worker.is_cancelled:
            raise _Left

    try:
        keep_backups(look)
    except _Left:
        return
    except MediationError as error:
        app.post_message(NotBackedUp(error))
