"""Another program at the same book: `python -m tests.faults.colleague write|backup PATH [FILE]`.

It says a line after each step.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mediation_tui.clock import SetClock
from mediation_tui.errors import BookError
from mediation_tui.store.embedded import EmbeddedBook, backup
from mediation_tui.store.patience import Patience
from tests.builders import TODAY, Office
from tests.store.backups import NOW


def say(word: object) -> None:
    print(word, flush=True)


def write(path: Path) -> None:
    """Register one dispute after the other until the book refuses one."""
    book = EmbeddedBook(path, patience=Patience(limit=60))
    office = Office(book, SetClock.on(TODAY))
    try:
        while True:
            say(office.walk().id)
    except BookError as error:
        say(type(error).__name__)
    book.close()


def back_up(path: Path, file: Path) -> None:
    """Make a backup page by page, waiting to be told to go on after each."""

    def step(done: int, _total: int) -> None:
        say(done)
        sys.stdin.readline()

    backup._PAGES_AT_A_TIME = 1
    EmbeddedBook(path).backup(file, NOW, step)


if __name__ == "__main__":
    role, *paths = sys.argv[1:]
    {"write": write, "backup": back_up}[role](*map(Path, paths))
