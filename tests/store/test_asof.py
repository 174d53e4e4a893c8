"""The book as it was known at an instant."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.errors import NotFound
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventKind
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.fold import fold
from mediation_tui.model.vocabulary import State
from mediation_tui.rules.facts import facts_of
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING
from tests.builders import Office, Walk, keep
from tests.engines import Shelf
from tests.strategies import towns_of_walks, walks

K = EventKind
MOMENT = timedelta(microseconds=1)
AFTER_EVERYTHING = datetime(2100, 1, 1, tzinfo=UTC)


def naively(book: Book, walks_: Sequence[Walk], instant: datetime) -> dict[str, Case]:
    """The cases as the events alone say they were known."""
    cut = {
        walk.case.id: [event for event in book.events(walk.case.id) if event.recorded_at <= instant]
        for walk in walks_
    }
    return {case_id: fold(events) for case_id, events in cut.items() if events}


def drawn(cases: dict[str, Case]) -> dict[str, CaseFacts]:
    calendar = WorkingDays.shipped()
    return {case_id: facts_of(case, shipped_rules(), calendar) for case_id, case in cases.items()}


def instants(walks_: Sequence[Walk]) -> st.SearchStrategy[datetime]:
    """Instants at, just before, just after what was written, or far from it."""
    written = sorted({event.recorded_at for walk in walks_ for event in walk.events})
    return st.builds(
        lambda instant, shift: instant + shift,
        st.sampled_from(written),
        st.sampled_from([timedelta(0), -MOMENT, MOMENT, timedelta(days=-40)]),
    )


lives = st.tuples(towns_of_walks(), walks(serial=9, undoing=True)).map(lambda both: (*both[0], both[1]))


@settings(max_examples=25, deadline=None)
@given(lives, st.data())
def test_a_book_was_known_as_its_events_up_to_then_make_it(
    shelf: Shelf, walks_: tuple[Walk, ...], data: st.DataObject
) -> None:
    with closing(shelf.book()) as book:
        keep(book, walks_)
        for instant in data.draw(st.lists(instants(walks_), min_size=1, max_size=4)):
            known = naively(book, walks_, instant)
            assert {facts.id: facts for facts in book.facts_at(instant)} == drawn(known)
            ids = [walk.case.id for walk in walks_]
            assert {case.id: case for case in book.cases_at((*ids, "nothing"), instant)} == known
            for case_id in ids:
                if case_id in known:
                    assert book.case_at(case_id, instant) == known[case_id]
                else:
                    with pytest.raises(NotFound, match="那时还没有"):
                        book.case_at(case_id, instant)


@settings(max_examples=15, deadline=None)
@given(lives)
def test_after_everything_it_is_known_as_it_stands(shelf: Shelf, walks_: tuple[Walk, ...]) -> None:
    with closing(shelf.book()) as book:
        keep(book, walks_)
        last = max(event.recorded_at for walk in walks_ for event in walk.events)
        for instant in (last, AFTER_EVERYTHING):
            assert sorted(book.facts_at(instant), key=lambda facts: facts.id) == sorted(
                book.facts(EVERYTHING), key=lambda facts: facts.id
            )
        assert list(book.facts_at(min(walk.events[0].recorded_at for walk in walks_) - MOMENT)) == []


def test_what_was_undone_later_counted_then(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    then = office.clock.instant - MOMENT
    office.desk().undo(case.id)
    assert office.book.case(case.id).state is State.REGISTERED
    assert office.book.case_at(case.id, then).state is State.ACCEPTED
    assert [facts.state for facts in office.book.facts_at(then)] == [State.ACCEPTED]


def test_limits_are_worked_out_under_the_present_rules(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    then = office.clock.instant - MOMENT
    office.go_on(case, K.NOTE_ADDED)
    office.desk().set_rules(shipped_rules().model_copy(update={"clocks": ()}))
    assert [facts.term_due for facts in office.book.facts_at(then)] == [None]


def test_where_a_clock_was_set_back_nothing_is_known_before_what_it_follows_on(office: Office) -> None:
    case = office.walk()
    then = office.clock.instant - MOMENT
    office.clock.instant += timedelta(hours=1)
    office.go_on(case, K.ACCEPTED)
    office.clock.instant = then - timedelta(minutes=1)
    office.go_on(case, K.SESSION_HELD)
    assert office.book.case_at(case.id, then).state is State.REGISTERED
    (known,) = office.book.facts_at(then)
    assert (known.state, known.version) == (State.REGISTERED, 1)


def test_whoever_is_watching_is_told_how_far_it_is(office: Office) -> None:
    told: list[tuple[int, int]] = []
    for _ in range(3):
        office.walk()
    list(office.book.facts_at(AFTER_EVERYTHING, lambda done, total: told.append((done, total))))
    assert told == [(3, 3)]


def test_a_large_book_is_read_some_cases_at_a_time(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mediation_tui.store.records.asof._TOGETHER", 2)
    cases = [office.walk() for _ in range(5)]
    then = office.clock.instant - MOMENT
    office.go_on(cases[1], K.ACCEPTED)
    office.go_on(cases[4], K.ACCEPTED)
    told: list[tuple[int, int]] = []
    known = list(office.book.facts_at(then, lambda done, total: told.append((done, total))))
    assert [facts.id for facts in known] == [case.id for case in cases]
    assert {facts.state for facts in known} == {State.REGISTERED}
    assert told == [(2, 5), (4, 5), (5, 5)]
    assert {case.id for case in office.book.cases_at((case.id for case in cases), then)} == {
        case.id for case in cases
    }


def test_whoever_stops_it_ends_it(office: Office) -> None:
    office.walk()

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(office.book.facts_at(AFTER_EVERYTHING, stop))
