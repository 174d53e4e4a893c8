"""A second process registering: `python -m tests.desk.registrar PATH COUNT`."""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import Patience
from tests.builders import TODAY, an_entry


def register(path: Path, count: int) -> list[str]:
    """Register so many disputes and say their numbers."""
    book = EmbeddedBook(path, patience=Patience(limit=60))
    desk = Desk(book, "m2", SetClock.on(TODAY, tick=timedelta(milliseconds=1)))
    numbers = [desk.register(an_entry()).number for _ in range(count)]
    book.close()
    return numbers


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(register(Path(sys.argv[1]), int(sys.argv[2]))))
