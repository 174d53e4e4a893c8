"""Four terminals write in one book at the same time: nothing is lost, doubled or out of its chain."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from contextlib import ExitStack

from mediation_tui.model import events as happened
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING
from tests.engines import Shelf
from tests.faults.lives import ROOT

NAMES = ("m1", "m2", "o1", "赵所长")
ACTS = 500


def sharer(location: str, name: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults.sharer", location, name, str(ACTS)]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )


def found(book: Book) -> Counter[str]:
    """The number of every case and the text of every note in a book."""
    cases = list(book.facts(EVERYTHING))
    events = [event.data for facts in cases for event in book.events(facts.id)]
    notes = [data.text for data in events if isinstance(data, happened.NoteAdded)]
    assert len(events) == len(cases) + len(notes) == sum(facts.version for facts in cases)
    return Counter([*(facts.number for facts in cases), *notes])


def test_four_terminals_acting_five_hundred_times_each_lose_and_double_nothing(shelf: Shelf) -> None:
    office = shelf.office()
    with ExitStack() as stack:
        terminals = [stack.enter_context(sharer(office.book.location, name)) for name in NAMES]
        for terminal in terminals:
            assert terminal.stdout
            assert terminal.stdout.readline() == "ready\n"
        for terminal in terminals:
            assert terminal.stdin
            terminal.stdin.write("\n")
            terminal.stdin.flush()
        said = [line for terminal in terminals for line in terminal.communicate()[0].splitlines()]
    assert [terminal.returncode for terminal in terminals] == [0] * len(NAMES)
    told = Counter(said)
    assert told.pop("redone") > 0
    assert told.total() == ACTS * len(NAMES)
    assert found(office.book) == told
    serials = sorted(facts.serial or 0 for facts in office.book.facts(EVERYTHING))
    assert serials == list(range(1, len(serials) + 1))
    assert list(office.book.check()) == []
