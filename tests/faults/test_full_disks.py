"""The disk is full at every single write in turn: one sentence each time, nothing half, and on with it when there is room."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.errors import BookError
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import TODAY, Office, a_book, an_entry
from tests.faults.disks import fill, small_disk
from tests.faults.states import INTACT, state_of, verdict

PAGE = 4096
NOTE = happened.NoteAdded(text="电话回访。")


def a_note(office: Office, case: Case) -> None:
    office.desk().record(case.id, NOTE)


def a_registration_with_its_course(office: Office, case: Case) -> None:
    office.desk().register(an_entry(), course=[(NOTE, TODAY)] * 9)


def several_acts_as_one(office: Office, case: Case) -> None:
    with office.desk().together():
        a_note(office, case)
        a_registration_with_its_course(office, case)
        a_note(office, case)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 2_000) as place:
        yield place


def refusals_until_there_is_room(disk: Path, act: Callable[[], object]) -> Iterator[str]:
    """The sentences an act is refused with while there is room for no page more, for one, two, until it passes."""
    filler = fill(disk, leaving=0)
    for pages in count(1):
        try:
            act()
        except BookError as error:
            yield str(error)
        else:
            break
        os.truncate(filler, filler.stat().st_size - PAGE)
        assert pages < 500, "it never passes"
    filler.unlink()


@pytest.mark.parametrize("act", [a_note, a_registration_with_its_course, several_acts_as_one])
def test_an_act_is_wholly_refused_for_want_of_any_page_and_passes_when_there_is_room(
    disk: Path, act: Callable[[Office, Case], None]
) -> None:
    with closing(a_book(disk)) as book:
        office = Office(book, SetClock.on(TODAY))
        case = office.walk()
        before, refusals = state_of(book), 0
        for sentence in refusals_until_there_is_room(disk, lambda: act(office, case)):
            assert "磁盘" in sentence
            assert "\n" not in sentence
            assert state_of(book) == before
            refusals += 1
        assert refusals > 5
        assert state_of(book) != before
        after = state_of(book)
    assert verdict(Path(book.location), after) == INTACT


def test_letting_go_of_a_book_on_a_full_disk_loses_nothing(disk: Path) -> None:
    with closing(a_book(disk)) as book:
        Office(book, SetClock.on(TODAY)).walk()
        known = state_of(book)
        filler = fill(disk, leaving=0)
    filler.unlink()
    assert verdict(Path(book.location), known) == INTACT


def test_a_book_is_opened_on_a_full_disk_or_refused_and_is_whole_when_there_is_room(disk: Path) -> None:
    with closing(a_book(disk)) as book:
        Office(book, SetClock.on(TODAY)).walk()
        known = state_of(book)
    path = Path(book.location)
    for sentence in refusals_until_there_is_room(disk, lambda: EmbeddedBook(path).close()):
        assert "磁盘" in sentence
        assert "\n" not in sentence
    assert verdict(path, known) == INTACT


def test_a_book_that_has_no_room_to_be_made_leaves_nothing_behind(disk: Path) -> None:
    for sentence in refusals_until_there_is_room(disk, lambda: a_book(disk).close()):
        assert "磁盘" in sentence
        assert [left.name for left in disk.iterdir()] == ["filler"]
    with closing(EmbeddedBook(disk / "o1.book")) as book:
        assert list(book.check()) == []
