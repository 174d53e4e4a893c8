"""A book's file is damaged: it is intact, refused or said to be damaged, and never silently wrong."""

from __future__ import annotations

from contextlib import closing
from itertools import chain

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import TODAY, Office
from tests.faults.damages import (
    Damage,
    Whole,
    a_whole_book,
    bodies_of_events,
    flipped_bits,
    flipped_bytes_of_the_header,
    pages_written_to_the_wrong_place,
    torn_tails,
    zeroed_pages,
)
from tests.faults.states import (
    INTACT,
    NEVER_SILENTLY_WRONG,
    REFUSED,
    SAID,
    findings,
    state_of,
    tracebacks,
    verdict,
)

FREE_PAGES_IN_HEADER = range(32, 40)
ANY_DAMAGE = pytest.mark.parametrize(
    "damage",
    [
        zeroed_pages,
        pages_written_to_the_wrong_place,
        torn_tails,
        flipped_bits,
        flipped_bytes_of_the_header,
    ],
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    return a_whole_book(tmp_path_factory.mktemp("damage"))


@ANY_DAMAGE
def test_no_damage_is_silently_wrong(whole: Whole, damage: Damage) -> None:
    found = {verdict(whole.laid_out(file), whole.state) for file in damage(whole)}
    assert found <= set(NEVER_SILENTLY_WRONG)


@ANY_DAMAGE
def test_reading_on_in_a_damaged_book_never_ends_in_a_traceback(whole: Whole, damage: Damage) -> None:
    troubles = (tracebacks(whole.laid_out(file), whole.state) for file in damage(whole))
    assert set(chain.from_iterable(troubles)) == set()


@pytest.mark.parametrize("damage", [zeroed_pages, torn_tails])
def test_no_page_is_lost_without_a_word(whole: Whole, damage: Damage) -> None:
    found = {verdict(whole.laid_out(file), whole.state) for file in damage(whole)}
    assert found <= {REFUSED, SAID}


def test_everything_that_is_said_of_damaged_pages_is_one_line(whole: Whole) -> None:
    damaged = (*zeroed_pages(whole), *(whole.flipped(place, 0xFF) for place in FREE_PAGES_IN_HEADER))
    said = [sentence for file in damaged for sentence in findings(whole.laid_out(file))]
    assert len(said) > len(damaged)
    assert [sentence for sentence in said if "\n" in sentence] == []


def test_an_older_copy_put_back_is_what_it_was_or_is_said_to_be_older(whole: Whole) -> None:
    with closing(EmbeddedBook(whole.laid_out(whole.file))) as book:
        Office(book, SetClock.on(TODAY)).walk()
        newer = state_of(book)
    assert verdict(whole.path, newer) == INTACT
    whole.path.write_bytes(whole.file)
    assert verdict(whole.path, whole.state) in NEVER_SILENTLY_WRONG


def test_any_byte_changed_in_an_event_is_found(whole: Whole) -> None:
    shortest, *others = sorted(bodies_of_events(whole), key=len)
    assert 1 + len(others) == sum(len(events) for _facts, _case, events in whole.state.cases)
    for place in chain(shortest, *(body[::53] for body in others)):
        found = verdict(whole.laid_out(whole.flipped(place, 1 + place % 255)), whole.state)
        assert found in (SAID, REFUSED), place
