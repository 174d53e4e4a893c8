"""How long to wait for somebody else who is writing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Patience:
    """How long to wait for someone else to finish writing.

    Attributes:
        notice: Seconds after which the person waiting is told.
        limit: Seconds after which the wait is given up.
    """

    notice: float = 1.0
    limit: float = 30.0


USUAL = Patience()


def say_nothing() -> None:
    """Wait without a word."""
