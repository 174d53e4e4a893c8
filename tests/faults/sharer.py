"""One of several who write in the same book: `python -m tests.faults.sharer LOCATION NAME ACTS`.

It opens the book, says `ready`, waits for a line, acts, and says the number of each dispute it has registered and
the text of each note it has written.
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
from mediation_tui.store.filters import EVERYTHING, Order
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


def main(location: str, name: str, acts: int) -> None:
    """Act so often."""
    choice = Random(name)
    with closing(open_book(location)) as book:
        desk = Desk(book, name, SetClock.on(TODAY, tick=timedelta(milliseconds=1)))
        say("ready")
        sys.stdin.readline()
        for number in range(acts):
            say(act(desk, choice, f"{name} {number}"))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
