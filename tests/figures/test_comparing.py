"""The statement beside its own past: which periods it is set beside, and that each is counted as if alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.errors import DamagedBook, InvalidEntry
from mediation_tui.figures.comparing import READING, Compared, compared_statement, few, share_of
from mediation_tui.figures.earlier import EARLIER, before, began_on, known_before
from mediation_tui.figures.lines import By
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.statement import Reach
from mediation_tui.model.period import Period
from mediation_tui.store.progress import Progress, unwatched
from tests.builders import Office
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
    return Present(office.book, office.clock)


def compared(office: Office, period: Period = QUARTER, by: By = By.VILLAGE) -> Compared:
    return compared_statement(Present(office.book, office.clock), period, began_on(office.book), by)


@given(periods(), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_no_period_from_before_the_first_dispute_is_known_and_every_later_one_is(
    period: Period, began: date
) -> None:
    known = known_before(period, began)
    assert known == tuple(each for each in before(period) if each.last >= began)
    assert len(before(period)) == EARLIER


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
    assert not share_of(now, ("nowhere", None), Reach.VILLAGE).whole


def test_a_period_that_has_not_begun_is_refused(office: Office) -> None:
    with pytest.raises(InvalidEntry, match="还没有开始"):
        compared(office, Period.quarter(2026, 3))


def test_what_is_to_be_saved_is_proven_whole(office: Office) -> None:
    asked: list[Period | None] = []

    class Damaged(Present):
        def unsound(self, period: Period | None, progress: Progress = unwatched) -> tuple[str, ...]:
            asked.append(period)
            return ("1号",)

    records = Damaged(office.book, office.clock)
    compared_statement(records, QUARTER, began_on(office.book))
    assert asked == []
    with pytest.raises(DamagedBook, match="1号"):
        compared_statement(records, QUARTER, began_on(office.book), proven=True)
    assert asked == [None]
