"""How a recorded program tells, among its calls, what it is doing and what it has promised."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

BEGUN, ACKNOWLEDGED = "begun", "acknowledged"
_STANDARD_OUTPUT = 1


@contextmanager
def act() -> Iterator[list[str]]:
    """One act: whatever the block puts into the list is promised to be kept once it has ended."""
    kept: list[str] = []
    _say(BEGUN)
    yield kept
    _say(" ".join((ACKNOWLEDGED, *kept)))


def _say(note: str) -> None:
    os.write(_STANDARD_OUTPUT, note.encode())
