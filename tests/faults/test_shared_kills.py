"""The terminal, or the database server, dies in the middle of acts on a shared book."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from random import Random
from signal import SIGKILL

import pytest

from mediation_tui.model import events as happened
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.store.shared import SharedBook
from tests.builders import PEOPLE, TOWN
from tests.faults.lives import ROOT
from tests.postgres import Server, server


@pytest.fixture(scope="module")
def lasting() -> Iterator[Server]:
    with server(lasting=True) as running:
        yield running


@contextmanager
def terminal(location: str, name: str) -> Iterator[subprocess.Popen[str]]:
    """Somebody acting without end, who has just begun; ended in the end."""
    command = [sys.executable, "-m", "tests.faults.sharer", location, name, "100000", "3"]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as acting:
        assert acting.stdin
        assert acting.stdout
        assert acting.stdout.readline() == "ready\n"
        acting.stdin.write("\n")
        acting.stdin.flush()
        try:
            yield acting
        finally:
            acting.kill()


def acknowledged(acting: subprocess.Popen[str]) -> set[str]:
    """What was still said before the end; a line that was cut off promises nothing."""
    assert acting.stdout
    return {line.rstrip("\n") for line in acting.stdout if line.endswith("\n")} - {"redone"}


def there(book: Book) -> set[str]:
    """The number of every case and the text of every note."""
    cases = list(book.facts(EVERYTHING))
    events = [event.data for facts in cases for event in book.events(facts.id)]
    notes = {data.text for data in events if isinstance(data, happened.NoteAdded)}
    assert len(events) == sum(facts.version for facts in cases)
    return notes | {facts.number for facts in cases}


@pytest.mark.parametrize("seed", range(8))
def test_a_killed_terminal_loses_nothing_it_acknowledged(lasting: Server, seed: int) -> None:
    url = f"{lasting.url}#terminal{seed}"
    SharedBook.create(url, TOWN, PEOPLE, shipped_rules(), "o1").close()
    with terminal(url, f"m{seed}") as acting:
        assert acting.stdout
        said = {line.rstrip("\n") for line in islice(acting.stdout, Random(seed).randint(1, 40))}
        acting.send_signal(SIGKILL)
        said |= acknowledged(acting)
    with closing(SharedBook(url)) as book:
        assert said - {"redone"} <= there(book)
        assert list(book.check()) == []


@pytest.mark.parametrize("seed", range(4))
def test_a_server_that_crashes_loses_nothing_that_was_acknowledged(lasting: Server, seed: int) -> None:
    url = f"{lasting.url}#server{seed}"
    SharedBook.create(url, TOWN, PEOPLE, shipped_rules(), "o1").close()
    with terminal(url, "m1") as first, terminal(url, "m2") as second:
        assert first.stdout
        said = {line.rstrip("\n") for line in islice(first.stdout, Random(seed).randint(5, 40))}
        lasting.crash()
        said |= acknowledged(first) | acknowledged(second)
        assert first.wait() == second.wait() == 1
    lasting.start()
    with closing(SharedBook(url)) as book:
        assert said - {"redone"} <= there(book)
        assert list(book.check()) == []
