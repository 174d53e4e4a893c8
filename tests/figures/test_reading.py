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

from mediation_tui.clock import SetClock, end_of
from mediation_tui.errors import DamagedBook, InvalidEntry
from mediation_tui.figures.measures.opened import Opened
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
    with pytest.raises(InvalidEntry) as refused:
        PeriodFigures(Present(office.book, office.clock), Period.quarter(2026, 3))
    said = [(problem.field, str(problem)) for problem in refused.value.problems]
    assert said == [("first", "期间 2026年3季度 还没有开始")]


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


@pytest.mark.parametrize(("more", "rest"), [(0, False), (3, True)])
def test_of_many_damaged_cases_ten_are_named(office: Office, more: int, rest: bool) -> None:
    for _ in range(more):
        office.walk()
    with closing(sqlite3.connect(office.book.location)) as connection:
        connection.execute("UPDATE cases SET crc = crc + 1")
        connection.commit()
    with pytest.raises(DamagedBook) as refused:
        require_sound(Present(office.book, office.clock))
    assert refused.value.facts["n"] == 10 + more
    assert str(refused.value).count("号") == 10
    assert ("号、…。" in str(refused.value)) is rest


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
        PeriodFigures(records, QUARTER).prove()
        with pytest.raises(DamagedBook, match="2025"):
            PeriodFigures(records, Period.year(2025)).prove()
    altered(office, "village = 'v2'", "2026）共和民调字第1号")
    with pytest.raises(DamagedBook) as refused:
        require_sound(records, QUARTER)
    assert refused.value.facts["numbers"] == ("（2026）共和民调字第1号",), "and not the one that was over"
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


def test_of_a_case_that_was_over_before_nothing_is_read(over: Office) -> None:
    altered(over, "category = '?'", "第1号")
    records, still = Present(over.book, over.clock), over.walk()
    assert [facts.id for facts in PeriodFigures(records, QUARTER).in_hand()] == [still.id]
    assert [facts.id for facts in records.counted(QUARTER)] == [still.id]
    with pytest.raises(DamagedBook, match="第1号"):
        PeriodFigures(records, Period.year(2025)).in_hand()


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
    for number in (None, "旧第2号", "旧第1号"):
        office.desk().register(an_entry(applied_on=date(2025, 12, 1)), date(2025, 12, 5), number)
    office.walk()
    present, past = Present(office.book, office.clock), Past(office.book, office.clock.instant)
    now = [facts.number for facts in present.facts()]
    assert now[:3] == ["（2025）共和民调字第1号", "旧第1号", "旧第2号"]
    assert now[-1] == "（2026）共和民调字第10号"
    assert [facts.number for facts in past.facts()] == now
    for records in (present, past):
        assert [facts.number for facts in records.counted(Period.year(2026))] == now


def test_a_case_registered_on_the_last_day_was_known_of_the_period(office: Office) -> None:
    past, until = Past(office.book, office.clock.instant), date(2026, 6, 20)
    for known in (past.facts, past.counted):
        for last, n in ((until - ONE, 9), (until, 10)):
            assert len(list(known(Period(QUARTER.first, last)))) == n


def test_by_an_instant_is_known_what_was_recorded_then_or_before(office: Office) -> None:
    case = office.walk(*TAKEN)
    events = office.book.events(case.id)
    past, present = Past(office.book, events[1].recorded_at), Present(office.book, office.clock)
    assert (past.events(case.id), present.events(case.id)) == (events[:2], events)
    assert [list(records.events_of({case.id})) for records in (past, present)] == [[events[:2]], [events]]


def test_whoever_waits_is_told_how_much_has_been_looked_at(office: Office) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))

    past = records_of(office.book, office.clock, office.clock.instant, progress)
    present = records_of(office.book, office.clock)
    for work in (
        lambda: list(past.facts()),
        lambda: list(past.counted(QUARTER)),
        lambda: PeriodFigures(present, QUARTER, proven=True, progress=progress).statement(),
    ):
        work()
        done, total = told[-1]
        assert done == total > 0
        told.clear()


def test_as_of_now_is_the_past_of_now(office: Office) -> None:
    clock = SetClock(office.clock.instant)
    past = records_of(office.book, clock, clock.instant)
    present = records_of(office.book, clock)
    assert (past.as_of, past.known_on) == (present.as_of, present.known_on) == (clock.instant, DAY)


def test_what_will_be_known_at_the_end_of_tomorrow_is_not_known_yet(office: Office) -> None:
    with pytest.raises(InvalidEntry) as refused:
        records_of(office.book, office.clock, end_of(DAY + ONE))
    said = [(problem.field, str(problem)) for problem in refused.value.problems]
    assert said == [("as_of", "截止时间 2026-06-25 还没有到")]


def test_cases_are_opened_no_further_than_they_are_asked_for(office: Office) -> None:
    (opened,) = Present(office.book, office.clock).cases({office.walk().id}, Opened)
    assert isinstance(opened, Opened)
