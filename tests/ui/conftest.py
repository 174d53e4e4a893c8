"""What the tests of the terminal share."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual._context import active_app
from textual.app import App
from textual.worker import Worker

from mediation_tui.ui.saving import Saving
from mediation_tui.ui.screens.figures.counting import Counting
from mediation_tui.ui.unhurried import Unhurried
from tests.builders import Office
from tests.ui.rooms import a_busy_office, a_copy

_LOOK_EVERY = 0.004
_LOOKS_AT_REST = 3
_NEVER_TOLD = 3600
"""Seconds of counting nobody is told of, however loaded the machine; what is told of has a test of its own."""


async def _settled(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Wait until no widget has a message waiting and no worker is running, or the app has failed.

    Whoever is waiting for somebody else, and was told so, is at rest.

    Textual's own wait guesses from the processor time used, which a busy machine makes it guess wrong.
    """
    app = active_app.get()
    at_rest = 0
    while at_rest < _LOOKS_AT_REST and app._exception is None:
        await asyncio.sleep(_LOOK_EVERY)
        at_rest = 0 if _busy(app) else at_rest + 1


def _busy(app: App[Any]) -> bool:
    if isinstance(app, Unhurried) and app.hurried and not _told_to_wait(app):
        return True
    if app.message_queue_size or any(worker.is_running and not _waits(worker) for worker in app.workers):
        return True
    return any(
        node.message_queue_size
        for screen in app.screen_stack
        for node in screen.walk_children(with_self=True)
    )


def _told_to_wait(app: App[Any]) -> bool:
    return any(isinstance(screen, Saving) and screen.waiting for screen in app.screen_stack)


def _waits(worker: Worker[Any]) -> bool:
    node = worker.node
    return (isinstance(node, Saving) and node.waiting) or (isinstance(node, Counting) and node.told)


@pytest.fixture(autouse=True, scope="session")
def _settle_by_messages() -> Iterator[None]:
    """Let pilots wait for messages, not for quiet."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.pilot.wait_for_idle", _settled)
        patch.setattr("textual.app.wait_for_idle", _settled)
        patch.setattr("mediation_tui.ui.screens.ledger._REST", 0.001)
        patch.setattr("mediation_tui.ui.widgets.progressline.PATIENCE", _NEVER_TOLD)
        yield


@pytest.fixture(scope="session")
def _first_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = a_busy_office(tmp_path_factory.mktemp("busy"))
    office.book.close()
    return Path(office.book.location)


@pytest.fixture(scope="session")
def busy(_first_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A busy office's book, which is only read."""
    office = a_copy(_first_copy, tmp_path_factory.mktemp("read"))
    yield office
    office.book.close()


@pytest.fixture
def own(_first_copy: Path, tmp_path: Path) -> Iterator[Office]:
    """The busy office with a book of its own, to write in."""
    office = a_copy(_first_copy, tmp_path)
    yield office
    office.book.close()
