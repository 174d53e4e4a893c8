"""How far long work has come, for whoever is watching."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told now and then how much is done, of how much; what it raises ends the work, and nothing is left of it."""


def unwatched(done: int, total: int) -> None:
    """Nobody is watching."""
