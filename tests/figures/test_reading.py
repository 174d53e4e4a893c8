"""The door to the figures: all of a period from the same cases, and not before these are proven."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from mediation_tui.clock import SetClock
from mediation_tui.errors import DamagedBook, InvalidEntry
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Past, Present, records_of, require_sound
from mediation_tui.figures.soundness import may_count
from mediation_tui.figures.tables.reading import shipped_table
from mediation_tui.model.events import EventKind
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Source
from mediation_tui.store.filters import EVERYTHING, CaseFilter
from tests.builders import Office, Walk, a_book, an_agreement, an_entry, keep
from tests.figures.known import DAY, QUARTER, a_quarter
from tests.strategies import WIDE_TOWN, books_of_walks, periods

ONE = timedelta(days=1)
TAKEN = (EventKind.ACCEPTED, EventKind.SESSION_HELD)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = a_quarter(tmp_path)
    yield office
    office.book.close()


def altered(office: Office, change: str, number: str) -> None:
    with closing(sqlite3.connect(office.book.location)) as connection:
        assert (
            connection.execute(f"UPDATE cases SET {change} WHERE number LIKE ?", [f"%{number}"]).rowcount == 1
        )
        connection.commit()


def test_the_cases_are_read_once_whatever_is_counted(office: Office) -> None:
    figures = PeriodFigures(Present(office.book, office.clock), QUARTER)
    before = figures.statement()
    office.walk()
    assert figures.statement() == before
    assert len(figures.table(shipped_table("balance")).facts) == 10
    assert len(PeriodFigures(Present(office.book, office.clock), QUARTER).statement().total.passages) == 11


def test_the_year_so_far_is_the_period_where_that_begins_it(office: Office) -> None:
    records = Present(office.book, office.clock)
    assert PeriodFigures(records, QUARTER).year.basis.period == Period(date(2026, 1, 1), QUARTER.last)
    whole = PeriodFigures(records, Period.year(2026))
    assert whole.year is whole.population


def test_the_week_over_new_year_has_its_tables_before_the_new_year_has_come(tmp_path: Path) -> None:
    office, week = Office.opened(tmp_path, date(2025, 12, 30)), Period.week_of(date(2025, 12, 30))
    with closing(office.book):
        office.walk(entry=an_entry(applied_on=date(2025, 12, 30)))
        figures = PeriodFigures(Present(office.book, office.clock), week)
        assert figures.year.basis.period == Period.year(2025)
        assert len(figures.table(shipped_table("governance")).facts) == 1
        office.on(date(2026, 1, 1))
        figures = PeriodFigures(Present(office.book, office.clock), week)
        assert figures.year.basis.period == Period(date(2026, 1, 1), week.last)


def test_a_period_that_has_not_begun_has_no_figures(office: Office) -> None:
    with pytest.raises(InvalidEntry, match="还没有开始"):
        PeriodFigures(Present(office.book, office.clock), Period.quarter(2026, 3))


@settings(max_examples=15, deadline=None)
@given(books_of_walks(), periods())
def test_a_case_may_count_where_the_book_finds_it_for_the_period(
    walks: tuple[Walk, ...], period: Period
) -> None:
    with TemporaryDirectory() as folder, closing(a_book(Path(folder), WIDE_TOWN)) as book:
        keep(book, walks)
        found = {facts.id for facts in book.facts(CaseFilter(in_hand=period))}
        assert {facts.id for facts in book.facts(EVERYTHING) if may_count(facts, period)} == found


def test_nothing_is_counted_of_a_case_whose_day_was_altered(office: Office) -> None:
    altered(office, "registered_on = '2030-01-01'", "第3号")
    for records in (Present(office.book, office.clock), Past(office.book, office.clock.instant)):
        assert len(PeriodFigures(records, QUARTER).statement().total.passages) == 9
        with pytest.raises(DamagedBook, match="第3号"):
            PeriodFigures(records, QUARTER, proven=True).statement()


def test_of_many_damaged_cases_ten_are_named(office: Office) -> None:
    for _ in range(3):
        office.walk()
    with closing(sqlite3.connect(office.book.location)) as connection:
        connection.execute("UPDATE cases SET crc = crc + 1")
        connection.commit()
    with pytest.raises(DamagedBook) as refused:
        require_sound(Present(office.book, office.clock))
    assert refused.value.facts["n"] == 13
    assert str(refused.value).count("号") == 10
    assert "…" in str(refused.value)


def test_a_case_that_was_over_before_the_period_is_passed_over_whatever_of_it_is_damaged(
    tmp_path: Path,
) -> None:
    day = date(2025, 3, 3)
    office = Office.opened(tmp_path, day)
    office.walk(*TAKEN, an_agreement(day), entry=an_entry(applied_on=day))
    office.on(DAY)
    office.walk()
    records = records_of(office.book, office.clock)
    for change in ("concluded_on = NULL", "village = 'v2'", "body = replace(body, '沟', '溝')"):
        altered(office, change, "2025）共和民调字第1号")
        require_sound(records, QUARTER)
        with pytest.raises(DamagedBook, match="2025"):
            require_sound(records, Period.year(2025))
        with pytest.raises(DamagedBook, match="2025"):
            require_sound(records)
    office.book.close()


@pytest.fixture
def over(tmp_path: Path) -> Iterator[Office]:
    """An office whose one case was over in March 2025, looked at in June 2026."""
    day = date(2025, 3, 3)
    office = Office.opened(tmp_path, day)
    office.walk(*TAKEN, an_agreement(day), entry=an_entry(applied_on=day))
    office.on(DAY)
    yield office
    office.book.close()


@pytest.mark.parametrize("body", ["'no JSON'", "'[]'", "'{}'", "replace(body, 'v1', 'v9')"])
def test_where_its_document_cannot_be_read_a_cases_events_say_whether_it_counts(
    over: Office, body: str
) -> None:
    altered(over, f"body = {body}", "第1号")
    records = Present(over.book, over.clock)
    require_sound(records, QUARTER)
    with pytest.raises(DamagedBook, match="第1号"):
        require_sound(records, Period.year(2025))


def lost(office: Office, events: str) -> None:
    with closing(sqlite3.connect(office.book.location)) as connection:
        connection.execute("DROP TRIGGER [events__no_delete]")
        assert connection.execute(f"DELETE FROM events WHERE {events}").rowcount
        connection.commit()


@pytest.mark.parametrize("events", ["sequence = 1", "sequence = 3", "sequence > 0"])
def test_where_its_events_are_lost_a_cases_document_says_whether_it_counts(over: Office, events: str) -> None:
    lost(over, events)
    for records in (Present(over.book, over.clock), Past(over.book, over.clock.instant)):
        require_sound(records, QUARTER)
        with pytest.raises(DamagedBook, match="第1号"):
            require_sound(records, Period.year(2025))


def test_a_case_that_came_back_is_not_passed_over_because_that_event_is_lost(over: Office) -> None:
    case = over.book.case(over.book.find("（2025）共和民调字第1号"))
    over.go_on(case, EventKind.CLOSED, EventKind.REOPENED)
    lost(over, "sequence = 6")
    with pytest.raises(DamagedBook, match="第1号"):
        require_sound(Present(over.book, over.clock), QUARTER)


@pytest.mark.parametrize(
    ("registered", "concluded", "counts"),
    [
        (QUARTER.first, None, True),
        (QUARTER.last, None, True),
        (QUARTER.last + ONE, None, False),
        (QUARTER.first - ONE, None, True),
        (QUARTER.first - ONE, QUARTER.first - ONE, False),
        (QUARTER.first - ONE, QUARTER.first, True),
    ],
)
def test_a_case_may_count_from_its_first_day_to_its_last(
    registered: date, concluded: date | None, counts: bool
) -> None:
    facts = Walk.begun(an_entry(applied_on=None, source=Source.FOUND)).facts()
    known = facts.model_copy(update={"registered_on": registered, "concluded_on": concluded})
    assert may_count(known, QUARTER) is counts


@pytest.mark.parametrize("more", [{"rounds": 2}, {"void_on": DAY}, {"preventions": ("斗殴",)}])
def test_a_case_that_was_over_may_still_count_for_what_came_afterwards(more: dict[str, object]) -> None:
    over = {"registered_on": QUARTER.first - ONE, "concluded_on": QUARTER.first - ONE}
    facts = Walk.begun(an_entry(applied_on=None, source=Source.FOUND)).facts()
    assert may_count(facts.model_copy(update=over | more), QUARTER)


def test_the_past_is_listed_oldest_number_first_like_the_present(office: Office) -> None:
    office.desk().register(an_entry(applied_on=date(2025, 12, 1)), date(2025, 12, 5))
    now = [facts.number for facts in Present(office.book, office.clock).facts()]
    assert [facts.number for facts in Past(office.book, office.clock.instant).facts()] == now


def test_as_of_now_is_the_past_of_now(office: Office) -> None:
    clock = SetClock(office.clock.instant)
    past = records_of(office.book, clock, clock.instant)
    present = records_of(office.book, clock)
    assert (past.as_of, past.known_on) == (present.as_of, present.known_on) == (clock.instant, DAY)
