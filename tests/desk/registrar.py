"""A second process registering: `python -m tests.desk.registrar LOCATION COUNT`."""

from __future__ import annotations

import sys
from datetime import timedelta

from mediation_tui.bootstrap import open_book
from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from tests.builders import TODAY, an_entry


def register(location: str, count: int) -> list[str]:
    """Register so many disputes and say their numbers."""
    book = open_book(location)
    desk = Desk(book, "m2", SetClock.on(TODAY, tick=timedelta(milliseconds=1)))
    numbers = [desk.register(an_entry()).number for _ in range(count)]
    book.close()
    return numbers


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(register(sys.argv[1], int(sys.argv[2]))))
