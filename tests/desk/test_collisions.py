"""Two acts that cannot both be kept as they are: the one that came second looks again and is done again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Barrier, BrokenBarrierError, Thread

import pytest

from mediation_tui.errors import BookError, Collision
from mediation_tui.model.events import EventKind
from mediation_tui.store.records.writing import RecordsWriting
from tests.builders import Office, an_entry
from tests.engines import Shelf

K = EventKind


@pytest.fixture
def others_first(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Lets so many acts collide before one is kept."""

    def collide(times: int) -> None:
        append, left = RecordsWriting.append, iter(range(times))

        def after_others(writing: RecordsWriting, *arguments: object) -> object:
            if next(left, None) is not None:
                raise Collision("…")
            return append(writing, *arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(RecordsWriting, "append", after_others)

    return collide


def test_an_act_is_done_again_until_it_is_kept(office: Office, others_first: Callable[[int], None]) -> None:
    others_first(3)
    case = office.desk().register(an_entry())
    assert case.number == "（2026）共和民调字第1号"
    assert len(office.book.events(case.id)) == 1


def test_an_act_that_never_comes_first_is_refused_and_nothing_of_it_is_written(
    office: Office, others_first: Callable[[int], None]
) -> None:
    others_first(100)
    with pytest.raises(Collision):
        office.desk().register(an_entry())
    assert office.book.heads() == {}


def test_of_several_acts_as_one_all_are_given_up(office: Office, others_first: Callable[[int], None]) -> None:
    others_first(1)
    with pytest.raises(Collision), office.desk().together():
        office.desk().register(an_entry())
    assert office.book.heads() == {}


def test_two_who_wait_for_each_other_are_parted_and_one_is_kept(office: Office, shelf: Shelf) -> None:
    first, second = office.walk(), office.walk()
    there = Office(shelf.open(office.book.location), office.clock)
    crossing, failed = Barrier(2), []

    def write(here: Office, *cases: object) -> None:
        try:
            with here.desk().together():
                for case in cases:
                    here.go_on(case, K.NOTE_ADDED)  # type: ignore[arg-type]
                    with suppress(BrokenBarrierError):  # an embedded book lets the other in only afterwards
                        crossing.wait(timeout=1)
        except BookError as error:
            failed.append(error)

    threads = [
        Thread(target=write, args=(office, first, second)),
        Thread(target=write, args=(there, second, first)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert all(type(error) is Collision for error in failed)
    assert len(failed) < 2
    assert len(office.book.events(first.id)) == len(office.book.events(second.id)) == 3 - len(failed)
    assert list(office.book.check()) == []
