"""Several people at once, in one office or at several terminals."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from mediation_tui.errors import Stale
from mediation_tui.model import events as happened
from mediation_tui.store.filters import EVERYTHING
from tests.builders import Office, an_entry
from tests.desk.registrar import register

ROOT = Path(__file__).parents[2]


def expected(count: int) -> set[str]:
    return {f"（2026）共和民调字第{serial}号" for serial in range(1, count + 1)}


def test_two_threads_registering_at_once_never_share_a_number(office: Office) -> None:
    start = Barrier(2)

    def at_work(actor: str) -> list[str]:
        start.wait(timeout=30)
        return [office.desk(actor).register(an_entry()).number for _ in range(15)]

    with ThreadPoolExecutor(2) as people:
        numbers = [number for given in people.map(at_work, ["m1", "m2"]) for number in given]
    assert len(numbers) == 30
    assert set(numbers) == expected(30)
    assert list(office.book.check()) == []


def test_two_books_opened_on_one_file_number_in_one_series(office: Office) -> None:
    first = office.desk().register(an_entry()).number
    there = register(office.book.location, 2)
    assert {first, *there, office.desk().register(an_entry()).number} == expected(4)


def test_processes_registering_at_once_never_share_a_number(office: Office) -> None:
    command = [sys.executable, "-m", "tests.desk.registrar", office.book.location, "12"]
    processes = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        for _ in range(2)
    ]
    here = [office.desk().register(an_entry()).number for _ in range(12)]
    there = [process.communicate(timeout=120)[0].splitlines() for process in processes]
    numbers = [*here, *there[0], *there[1]]
    assert [process.returncode for process in processes] == [0, 0]
    assert len(numbers) == 36
    assert set(numbers) == expected(36)
    assert office.book.count(EVERYTHING) == 36
    assert list(office.book.check()) == []


def test_of_two_who_saw_the_same_case_only_the_first_may_act_on_what_they_saw(office: Office) -> None:
    case = office.walk()
    start = Barrier(2)

    def at_work(actor: str) -> bool:
        start.wait(timeout=30)
        try:
            office.desk(actor).record(case.id, happened.NoteAdded(text=actor), seen=case.version)
        except Stale:
            return False
        return True

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(at_work, ["m1", "m2"])) == [False, True]
    assert len(office.book.events(case.id)) == 2


def test_what_one_terminal_keeps_the_other_sees_at_once(office: Office) -> None:
    before = office.book.position()
    register(office.book.location, 3)
    assert office.book.position() != before
    assert office.book.count(EVERYTHING) == 3
