"""Stretches of days that figures are about."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.errors import InvalidEntry
from mediation_tui.model.period import Period, PeriodKind

days = st.dates(date(1990, 1, 1), date(2099, 12, 31))
DAY = timedelta(days=1)


@st.composite
def named(draw: st.DrawFn) -> Period:
    """A week, a month, a quarter, a half-year or a year."""
    day = draw(days)
    month, quarter = Period.month(day.year, day.month), Period.quarter(day.year, (day.month + 2) // 3)
    half = Period.half(day.year, (day.month + 5) // 6)
    return draw(st.sampled_from([Period.week_of(day), month, quarter, half, Period.year(day.year)]))


@st.composite
def loose(draw: st.DrawFn) -> Period:
    """Any stretch of days."""
    first = draw(days)
    return Period(first, first + timedelta(days=draw(st.integers(0, 400))))


@given(named() | loose())
def test_the_earlier_and_the_later_period_lie_right_beside_it(period: Period) -> None:
    assert period.earlier().last == period.first - DAY
    assert period.later().first == period.last + DAY


@given(named())
def test_a_named_period_is_the_later_one_of_its_earlier_one(period: Period) -> None:
    assert period.earlier().later() == period
    assert period.later().earlier() == period


@given(named())
def test_a_named_period_and_its_neighbours_are_of_one_kind(period: Period) -> None:
    assert period.earlier().kind is period.later().kind is period.kind
    assert period.kind is not PeriodKind.DAYS


@given(days)
def test_a_day_lies_in_its_week_month_and_year(day: date) -> None:
    week = Period.week_of(day)
    assert day in week
    assert (week.last - week.first).days == 6
    assert week.first.weekday() == 0
    assert day in Period.month(day.year, day.month)
    assert day in Period.year(day.year)


@given(loose(), days)
def test_both_ends_belong_to_it_and_no_date_does_not(period: Period, day: date) -> None:
    assert period.first in period
    assert period.last in period
    assert None not in period
    assert (day in period) == (period.first <= day <= period.last)


@pytest.mark.parametrize(
    ("period", "label"),
    [
        (Period.year(2026), "2026年"),
        (Period.quarter(2026, 4), "2026年4季度"),
        (Period.month(2024, 2), "2024年2月"),
        (Period.half(2026, 1), "2026年上半年"),
        (Period.half(2025, 2), "2025年下半年"),
        (Period(date(2026, 3, 2), date(2026, 3, 8)), "2026年第10周"),
        (Period(date(2025, 12, 29), date(2026, 1, 4)), "2026年第1周"),
        (Period(date(2026, 3, 3), date(2026, 3, 9)), "2026-03-03 – 2026-03-09"),
    ],
)
def test_a_period_says_what_it_is_called(period: Period, label: str) -> None:
    assert period.label == label


def test_a_leap_february_has_its_last_day() -> None:
    assert Period.month(2024, 2).last == date(2024, 2, 29)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidEntry, match="早于开始"):
        Period(date(2026, 3, 2), date(2026, 3, 1))
