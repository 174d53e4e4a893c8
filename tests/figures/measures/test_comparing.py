"""A figure beside its own past, where there are cases enough to compare."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from mediation_tui.figures.earlier import last_year
from mediation_tui.figures.measures.comparing import comparable, compared, difference, history
from mediation_tui.figures.measures.scope import Scope
from mediation_tui.model.events import EventKind as K
from mediation_tui.model.period import Period
from tests.builders import Walk
from tests.figures.measures.town import LATER, MARCH, Walked, day, figure, taken


def month_of(on: date, n: int, failing: int = 0) -> list[Walk]:
    """So many disputes of a day, failed or agreed within the week."""
    walks = [taken(on, serial) for serial in range(1, n + 1)]
    for walk in walks[:failing]:
        walk.act(K.MEDIATION_FAILED, on + timedelta(days=3))
    for walk in walks[failing:]:
        walk.act(K.AGREEMENT_REACHED, on + timedelta(days=6))
    return walks


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (Period.month(2026, 3), Period.month(2025, 3)),
        (Period.quarter(2026, 2), Period.quarter(2025, 2)),
        (Period.year(2026), Period.year(2025)),
        (Period.month(2025, 2), Period.month(2024, 2)),
        (Period.month(2024, 2), Period.month(2023, 2)),
        (Period(day(3, 5), day(4, 10)), Period(date(2025, 3, 5), date(2025, 4, 10))),
        (Period.week_of(day(3, 4)), Period.week_of(date(2025, 3, 5))),
    ],
)
def test_last_year_is_the_period_of_the_same_name(period: Period, before: Period) -> None:
    assert last_year(period, period.last) == before


def test_a_period_that_is_not_over_is_set_beside_as_many_days() -> None:
    assert last_year(MARCH, day(3, 10)) == Period(date(2025, 3, 1), date(2025, 3, 10))


def test_a_figure_stands_beside_last_year_and_the_eight_periods_before() -> None:
    walks = (*month_of(date(2025, 3, 3), 3), *month_of(day(1, 5), 2), *month_of(day(3, 2), 4))
    found = compared(Walked(walks), MARCH, "concluded")
    assert (found.now.text, found.last_year.text, found.change) == ("4", "3", 1)
    assert [earlier.text for earlier in found.earlier] == ["0"] * 6 + ["2", "0"]
    assert [earlier.basis.period for earlier in found.earlier][-1] == Period.month(2026, 2)
    assert history(Walked(walks), MARCH, "concluded") == found.earlier
    assert len(history(Walked(walks), MARCH, "concluded", n=3)) == 3
    assert len(compared(Walked(walks), MARCH, "concluded", n=3).earlier) == 3


def test_history_is_that_of_the_place() -> None:
    walks = (*month_of(day(1, 5), 2), taken(day(1, 5), 3, village="v2", grid="g3").act(K.WITHDRAWN))
    for village, printed in (("v1", "2"), ("v2", "1")):
        (january, _) = history(Walked(walks), MARCH, "concluded", Scope(village), n=2)
        assert january.text == printed


def test_a_share_out_of_fewer_than_ten_is_shown_and_not_compared() -> None:
    nine = compared(
        Walked((*month_of(date(2025, 3, 3), 10, 5), *month_of(day(3, 2), 9, 3))), MARCH, "settlement"
    )
    assert (nine.now.text, nine.change) == ("66.7 %（6/9）", None)
    ten = compared(
        Walked((*month_of(date(2025, 3, 3), 10, 5), *month_of(day(3, 2), 10, 3))), MARCH, "settlement"
    )
    assert ten.change == Fraction(1, 5)


def test_the_days_a_few_cases_took_are_not_compared_and_counts_always_are() -> None:
    few, enough = month_of(day(3, 2), 9), month_of(day(3, 2), 10)
    assert not comparable(figure(few, "days_to_conclusion"))
    assert comparable(figure(enough, "days_to_conclusion"))
    assert comparable(figure([], "concluded"))


def test_what_is_unknown_is_compared_with_nothing() -> None:
    assert not comparable(figure([], "screenings"))
    assert not comparable(figure([], "days_to_conclusion"))
    assert difference(figure([], "concluded"), figure([], "advice", known_on=LATER)) is None
