"""A report as of an instant is the report of a book in which nothing later was ever written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.clock import Clock, SetClock, end_of
from mediation_tui.errors import InvalidEntry
from mediation_tui.figures.annual import annual_report
from mediation_tui.figures.lines import By
from mediation_tui.figures.measures import Scope, read_measures
from mediation_tui.figures.questions import read_questions
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Records, records_of
from mediation_tui.figures.tables.reading import shipped_table, shipped_tables
from mediation_tui.model.events import Event, EventKind
from mediation_tui.model.period import Period
from mediation_tui.store.book import Book
from tests.builders import Office, Walk, a_book, an_agreement
from tests.figures.known import DAY, QUARTER, a_quarter
from tests.strategies import LAST_DAY, WIDE_TOWN, books_of_walks, periods

MOMENT = timedelta(microseconds=1)
AFTERWARDS = SetClock.on(LAST_DAY + timedelta(days=400))


def reports(records: Records, period: Period) -> dict[str, Any]:
    """Everything that is ever counted of a period."""
    figures = PeriodFigures(records, period, proven=True)
    counted: dict[str, Any] = {f"statement by {by}": figures.statement(by) for by in By}
    counted |= {name: figures.table(shipped_table(name)) for name in shipped_tables()}
    counted["annual"] = annual_report(figures.statement(), figures.population, records.town)
    counted["measures"] = read_measures(records, period)
    counted["measures of a village"] = read_measures(records, period, Scope("v1"))
    counted["questions"] = read_questions(records, period)
    return counted


def known(walks: Sequence[Walk], instant: datetime) -> Iterator[list[Event]]:
    """What had been written of each case by an instant."""
    for walk in walks:
        if cut := [event for event in walk.events if event.recorded_at <= instant]:
            yield cut


@contextmanager
def a_book_of(histories: Sequence[Sequence[Event]]) -> Iterator[Book]:
    with TemporaryDirectory() as folder, closing(a_book(Path(folder), WIDE_TOWN)) as book:
        with book.writing() as writing:
            for events in histories:
                writing.append(None, events)
        yield book


def instants(walks: Sequence[Walk]) -> st.SearchStrategy[datetime]:
    """Instants at, before and after what was written, and ends of days."""
    written = sorted({event.recorded_at for walk in walks for event in walk.events})
    at = st.sampled_from(written)
    shifts = st.sampled_from([timedelta(0), -MOMENT, MOMENT, timedelta(days=3)])
    return st.builds(lambda instant, shift: instant + shift, at, shifts) | at.map(
        lambda instant: end_of(instant.date())
    )


@settings(max_examples=20, deadline=None)
@given(books_of_walks(), periods(), st.data())
def test_as_of_an_instant_is_as_if_nothing_later_had_been_written(
    walks: tuple[Walk, ...], period: Period, data: st.DataObject
) -> None:
    instant = data.draw(instants(walks))
    with (
        a_book_of([walk.events for walk in walks]) as whole,
        a_book_of(list(known(walks, instant))) as cut,
    ):
        then, now = records_of(whole, AFTERWARDS, instant), records_of(cut, SetClock(instant))
        if period.first > now.known_on:
            for records in (then, now):
                with pytest.raises(InvalidEntry, match="还没有开始"):
                    reports(records, period)
        else:
            assert reports(then, period) == reports(now, period)


@settings(max_examples=8, deadline=None)
@given(books_of_walks(), periods())
def test_as_of_now_is_the_present(walks: tuple[Walk, ...], period: Period) -> None:
    with a_book_of([walk.events for walk in walks]) as book:
        present = reports(records_of(book, AFTERWARDS), period)
        for instant in (AFTERWARDS.instant, end_of(AFTERWARDS.today())):
            assert reports(records_of(book, AFTERWARDS, instant), period) == present


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = a_quarter(tmp_path)
    yield office
    office.book.close()


def the_quarter(office: Office, instant: datetime | None = None, clock: Clock | None = None) -> Any:
    return reports(records_of(office.book, clock or office.clock, instant), QUARTER)


def test_what_is_written_later_changes_the_present_and_not_the_past(office: Office) -> None:
    clock = SetClock(office.clock.instant)
    before = the_quarter(office, clock=clock)
    office.on(DAY + timedelta(days=20))
    still_open, agreed = (office.book.find(f"（2026）共和民调字第{n}号") for n in (1, 2))
    office.desk().record(still_open, an_agreement(DAY), DAY)
    office.go_on(office.book.case(agreed), EventKind.VISIT_MADE)
    assert the_quarter(office, clock.instant) == before
    assert the_quarter(office) != before


def test_an_undoing_is_not_known_before_it_is_done(office: Office) -> None:
    case = office.walk()
    clock = SetClock(office.clock.instant)
    before = the_quarter(office, clock=clock)
    office.on(DAY + timedelta(days=1))
    office.go_on(case, EventKind.ACCEPTED)
    office.desk().undo(case.id)
    assert the_quarter(office, clock.instant) == before


def test_nothing_can_be_asked_as_of_the_future(office: Office) -> None:
    for instant in (end_of(DAY) + MOMENT, end_of(DAY + timedelta(days=1))):
        with pytest.raises(InvalidEntry, match="还没有到"):
            records_of(office.book, office.clock, instant)
    assert records_of(office.book, office.clock, end_of(DAY)).as_of <= office.clock.instant
