"""The statement beside its own past: which periods it is set beside, and that each is counted as if alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mediation_tui.clock import SetClock
from mediation_tui.errors import DamagedBook, InvalidEntry
from mediation_tui.figures.comparing import READING, Compared, comparable, compared_statement, few, share_of
from mediation_tui.figures.earlier import EARLIER, before, began_on, known_before
from mediation_tui.figures.figure import Share
from mediation_tui.figures.lines import By
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.statement import Reach
from mediation_tui.model.facts import CountedFacts
from mediation_tui.model.period import Period
from mediation_tui.store.progress import Progress, unwatched
from tests.builders import Office, an_entry
from tests.strategies import periods
from tests.ui.figuresroom import an_office_with_a_past

QUARTER = Period.quarter(2026, 2)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = an_office_with_a_past(tmp_path_factory.mktemp("past"))
    yield office
    office.book.close()


@pytest.fixture
def records(office: Office) -> Present:
    return Present(office.book, SetClock(office.clock.instant))


def compared(office: Office, period: Period = QUARTER, by: By = By.VILLAGE) -> Compared:
    records = Present(office.book, SetClock(office.clock.instant))
    return compared_statement(records, period, began_on(office.book), by)


@example(Period.month(2026, 5), date(2026, 4, 30))
@given(periods(), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_no_period_from_before_the_first_dispute_is_known_and_every_later_one_is(
    period: Period, began: date
) -> None:
    known = known_before(period, began)
    assert known == tuple(each for each in before(period) if each.last >= began)
    assert len(before(period)) == EARLIER


def test_a_book_begins_with_its_first_dispute(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, date(2026, 6, 24))
    for day, first in ((24, 24), (23, 23), (25, 23)):
        office.on(date(2026, 6, day)).register(an_entry())
        assert began_on(office.book) == date(2026, 6, first)
    office.book.close()


def test_a_book_without_a_dispute_has_no_past(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, date(2026, 6, 24))
    assert began_on(office.book) is None
    assert compared(office).earlier == ()
    assert not share_of(compared(office).last_year, None, Reach.TOWN).whole
    office.book.close()


@pytest.mark.parametrize("by", By)
def test_each_period_is_counted_as_if_it_had_been_asked_for_alone(
    office: Office, records: Present, by: By
) -> None:
    found = compared(office, by=by)
    assert [each.basis.period for each in found.earlier] == [
        Period.quarter(2025, 2),
        Period.quarter(2025, 3),
        Period.quarter(2025, 4),
        Period.quarter(2026, 1),
    ]
    for statement in found.statements:
        alone = PeriodFigures(records, statement.basis.period).statement(by)
        assert statement.basis == alone.basis
        for one, other in zip((*statement.lines, statement.total), (*alone.lines, alone.total), strict=True):
            assert one.place == other.place
            for reach in Reach:
                assert one.share(reach, READING) == other.share(reach, READING)


def test_last_year_is_counted_up_to_the_same_day_while_the_period_is_not_over(office: Office) -> None:
    assert compared(office).last_year.basis.period == Period(date(2025, 4, 1), date(2025, 6, 24))
    assert compared(office, Period.quarter(2026, 1)).last_year.basis.period == Period.quarter(2025, 1)


def test_every_period_is_listed_once_the_latest_first(office: Office) -> None:
    over = compared(office, Period.month(2026, 5))
    periods = [each.basis.period for each in over.statements]
    assert periods == [Period.month(2026, 5), *reversed(before(Period.month(2026, 5))), *periods[9:]]
    assert periods.count(Period.month(2025, 5)) == 1


def test_a_share_out_of_few_disputes_is_told_apart(office: Office) -> None:
    now = compared(office).now
    assert not few(share_of(now, ("v1", None), Reach.VILLAGE))
    assert few(share_of(now, ("v2", None), Reach.VILLAGE))
    assert str(share_of(now, ("nowhere", None), Reach.VILLAGE)) == "—"
    assert share_of(now, None, Reach.VILLAGE) == now.total.share(Reach.VILLAGE, READING)


@pytest.mark.parametrize(("n", "may"), [(9, None), (10, Fraction(1))])
def test_ten_disputes_may_be_compared_and_nine_may_not(n: int, may: Fraction | None) -> None:
    cases = frozenset(map(str, range(n)))
    assert comparable(Share(cases, cases)) == may


def test_the_cases_of_all_the_periods_are_read_once(office: Office) -> None:
    asked: list[Period] = []

    class Watched(Present):
        def counted(self, period: Period) -> Iterator[CountedFacts]:
            asked.append(period)
            return super().counted(period)

    compared_statement(Watched(office.book, office.clock), QUARTER, date(2025, 10, 1))
    assert asked == [Period(date(2025, 4, 1), QUARTER.last)]


def test_a_period_that_has_not_begun_is_refused(office: Office) -> None:
    with pytest.raises(InvalidEntry, match="还没有开始"):
        compared(office, Period.quarter(2026, 3))


def test_what_is_to_be_saved_is_proven_whole(office: Office) -> None:
    asked: list[Period | None] = []
    told: list[tuple[int, int]] = []

    class Damaged(Present):
        def unsound(self, period: Period | None, progress: Progress = unwatched) -> tuple[str, ...]:
            asked.append(period)
            progress(27, 27)
            return ("1号",)

    def watching(done: int, total: int) -> None:
        told.append((done, total))

    records = Damaged(office.book, office.clock)
    compared_statement(records, QUARTER, began_on(office.book))
    assert asked == []
    with pytest.raises(DamagedBook, match="1号"):
        compared_statement(records, QUARTER, began_on(office.book), proven=True, progress=watching)
    assert (asked, told) == ([None], [(27, 27)])
