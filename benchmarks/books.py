"""The made-up towns that are measured."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mediation_tui.demo import write_demo


def made_up_book(path: Path, cases: int, today: date) -> Path:
    """A made-up town of so many cases; one that is there already serves again."""
    if not path.exists():
        write_demo(path, cases=cases, seed=1, today=today)
    return path
