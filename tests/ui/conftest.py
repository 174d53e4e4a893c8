"""What the tests of the terminal share."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from textual._context import active_app
from textual.app import App

_LOOK_EVERY = 0.004
_LOOKS_AT_REST = 3


async def _settled(min_sleep: float = 0, max_sleep: float = 0) -> None:
    """Wait until no widget has a message waiting and no worker is running.

    Textual's own wait guesses from the processor time used, which a busy machine makes it guess wrong.
    """
    app = active_app.get()
    at_rest = 0
    while at_rest < _LOOKS_AT_REST:
        await asyncio.sleep(_LOOK_EVERY)
        at_rest = 0 if _busy(app) else at_rest + 1


def _busy(app: App[Any]) -> bool:
    if app.message_queue_size or any(worker.is_running for worker in app.workers):
        return True
    return any(node.message_queue_size for screen in app.screen_stack for node in screen.walk_children(with_self=True))


@pytest.fixture(autouse=True, scope="session")
def _settle_by_messages() -> Iterator[None]:
    """Let pilots wait for messages, not for quiet."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.pilot.wait_for_idle", _settled)
        patch.setattr("textual.app.wait_for_idle", _settled)
        yield
