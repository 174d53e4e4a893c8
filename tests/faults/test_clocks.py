"""The machine's clock jumps back between two acts: what was done first stays first, whatever the ids say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mediation_tui.errors import InvalidEntry
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import GENESIS, Event, EventKind
from mediation_tui.model.fold import fold
from mediation_tui.store.filters import EVERYTHING, Order
from tests.builders import TODAY, Office, an_entry

K = EventKind
A_DAY = timedelta(days=1)
NOTE = happened.NoteAdded(text="电话回访。")


def put_back(office: Office) -> None:
    office.clock.instant -= A_DAY


def in_order(office: Office) -> list[Event]:
    """All events of a book in the order in which they were written."""
    events = [event for facts in office.book.facts(EVERYTHING) for event in office.book.events(facts.id)]
    return sorted(events, key=lambda event: event.sequence)


@pytest.fixture
def case(office: Office) -> Case:
    """A case of last week with a note of the day before yesterday, both written down just before the clock jumps."""
    registered = office.desk().register(an_entry(), TODAY - 7 * A_DAY)
    case = office.desk().record(registered.id, NOTE, TODAY - 2 * A_DAY)
    put_back(office)
    return case


def test_what_was_done_first_stays_first_though_its_id_and_its_instant_are_later(
    office: Office, case: Case
) -> None:
    office.go_on(case, NOTE, K.ACCEPTED, K.SESSION_HELD)
    events = office.book.events(case.id)
    assert [event.kind for event in events] == [
        K.REGISTERED, K.NOTE_ADDED, K.NOTE_ADDED, K.ACCEPTED, K.SESSION_HELD,
    ]  # fmt: skip
    assert events[1].recorded_at > events[2].recorded_at
    assert events[1].id > events[2].id
    assert fold(events) == office.book.case(case.id)


def test_the_chain_goes_on_and_tells_what_the_clock_said(office: Office, case: Case) -> None:
    said = office.clock.instant
    office.go_on(case, K.ACCEPTED)
    office.walk(K.ACCEPTED)
    events = in_order(office)
    assert [event.sequence for event in events] == [1, 2, 3, 4, 5]
    assert [event.previous for event in events] == [GENESIS, *(event.hash for event in events[:-1])]
    assert said <= events[2].recorded_at < said + timedelta(seconds=1)
    assert list(office.book.check()) == []


def test_the_last_act_is_the_one_that_is_taken_back(office: Office, case: Case) -> None:
    accepted = office.go_on(case, K.ACCEPTED)
    assert office.desk().undo(accepted.id).state == case.state
    put_back(office)
    assert office.desk().undo(case.id).version == 5
    assert list(office.book.check()) == []


def test_numbers_are_given_on_and_never_twice(office: Office, case: Case) -> None:
    numbers = [case.number, office.walk().number]
    put_back(office)
    numbers.append(office.walk().number)
    assert numbers == [f"（2026）共和民调字第{serial}号" for serial in (1, 2, 3)]
    listed = office.book.page(EVERYTHING, Order.NUMBER, 0, 9)
    assert [facts.number for facts in listed] == numbers


def test_a_clock_put_back_over_new_year_numbers_in_the_year_it_shows(office: Office) -> None:
    def registered() -> str:
        return office.desk().register(an_entry(applied_on=date(2025, 12, 20))).number

    office.clock.instant -= TODAY - date(2026, 1, 1)
    numbers = [registered()]
    put_back(office)
    numbers += [registered(), registered()]
    office.clock.instant += A_DAY
    numbers.append(registered())
    given = [(2026, 1), (2025, 1), (2025, 2), (2026, 2)]
    assert numbers == [f"（{year}）共和民调字第{serial}号" for year, serial in given]
    assert list(office.book.check()) == []


def test_a_case_of_the_day_that_is_now_tomorrow_waits_for_the_clock_to_be_put_right(office: Office) -> None:
    case = office.walk()
    put_back(office)
    with pytest.raises(InvalidEntry, match="不能早于“登记”的日期 2026-03-02"):
        office.go_on(case, NOTE)
    assert office.book.case(case.id) == case
    office.clock.instant += A_DAY
    assert office.go_on(case, NOTE).version == 2
    assert list(office.book.check()) == []
