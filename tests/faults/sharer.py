"""One of several who write in the same book: `python -m tests.faults.sharer LOCATION NAME ACTS [PATIENCE]`.

It opens the book, says `ready`, waits for a line, acts, and says the number of each dispute it has registered and
the text of each note it has written. With a patience, in seconds, the book is a shared one, and a server that is gone
is given up so soon.
"""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import timedelta
from random import Random

from mediation_tui.bootstrap import open_book
from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.errors import Stale
from mediation_tui.model import events as happened
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING, Order
from mediation_tui.store.patience import Patience
from mediation_tui.store.shared import SharedBook
from tests.builders import TODAY, an_entry

SHARED_CASES = 8
REGISTRATIONS = 0.3


def act(desk: Desk, choice: Random, text: str) -> str:
    """Register a dispute or write a note on one that others are writing on too; what can be found again."""
    shared = desk.book.page(EVERYTHING, Order.NEWEST, 0, SHARED_CASES)
    if not shared or choice.random() < REGISTRATIONS:
        return desk.register(an_entry()).number
    note_upon_reading(desk, choice.choice(shared).id, text)
    return text


def note_upon_reading(desk: Desk, case_id: str, text: str) -> None:
    """Write a note having read the case; where somebody came in between, read it again."""
    while True:
        seen = desk.book.case(case_id).version
        try:
            desk.record(case_id, happened.NoteAdded(text=text), seen=seen)
        except Stale:
            say("redone")
        else:
            return


def say(line: str) -> None:
    print(line, flush=True)


def opened(location: str, patience: str = "") -> Book:
    """The book, with the usual patience or another."""
    if patience:
        return SharedBook(location, patience=Patience(float(patience), float(patience)))
    return open_book(location)


def main(location: str, name: str, acts: str, *patience: str) -> None:
    """Act so often."""
    choice = Random(name)
    with closing(opened(location, *patience)) as book:
        desk = Desk(book, name, SetClock.on(TODAY, tick=timedelta(milliseconds=1)))
        say("ready")
        sys.stdin.readline()
        for number in range(int(acts)):
            say(act(desk, choice, f"{name} {number}"))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main(*sys.argv[1:])
