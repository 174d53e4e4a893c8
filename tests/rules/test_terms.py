"""Time limits are reckoned by 民法典 Arts 200–203."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.rules.terms import Unit, due, months_after
from mediation_tui.rules.workdays import WorkingDays

CALENDAR = WorkingDays.shipped()
days = st.dates(date(2004, 1, 1), date(2030, 12, 31))
units = st.sampled_from(Unit)


@pytest.mark.parametrize(
    ("start", "limit", "unit", "last"),
    [
        (date(2024, 5, 6), 1, Unit.MONTH, date(2024, 6, 6)),
        (date(2024, 1, 31), 1, Unit.MONTH, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, Unit.MONTH, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, Unit.MONTH, date(2025, 2, 28)),
        (date(2024, 11, 29), 3, Unit.MONTH, date(2025, 2, 28)),
        (date(2024, 5, 6), 15, Unit.DAY, date(2024, 5, 21)),
        (date(2024, 5, 6), 30, Unit.WORKDAY, date(2024, 6, 17)),
    ],
    ids=str,
)
def test_a_limit_ends_on_the_day_of_the_same_number_or_the_months_end(start, limit, unit, last):
    assert due(start, limit, unit, CALENDAR) == last


@pytest.mark.parametrize(
    ("start", "limit", "unit", "last", "why"),
    [
        (
            date(2024, 5, 8),
            1,
            Unit.MONTH,
            date(2024, 6, 11),
            "Saturday, and the Dragon Boat Festival behind it",
        ),
        (date(2024, 1, 12), 30, Unit.DAY, date(2024, 2, 18), "Spring Festival, then a Sunday that is worked"),
        (date(2024, 1, 4), 1, Unit.MONTH, date(2024, 2, 4), "a Sunday that is worked is no rest day"),
        (date(2024, 9, 1), 30, Unit.DAY, date(2024, 10, 8), "National Day"),
        (date(2024, 9, 26), 3, Unit.WORKDAY, date(2024, 9, 30), "the Sunday before National Day is worked"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_last_day_of_rest_gives_way_to_the_day_after_the_rest(start, limit, unit, last, why):
    assert due(start, limit, unit, CALENDAR) == last, why


@given(start=days, limit=st.integers(0, 60), unit=units)
def test_a_limit_never_ends_on_a_rest_day_nor_before_it_starts(start, limit, unit):
    last = due(start, limit, unit, CALENDAR)
    assert CALENDAR.is_workday(last)
    assert last >= start


@given(start=days, later=st.integers(0, 40), limit=st.integers(0, 60), unit=units)
def test_who_starts_later_is_never_due_earlier(start, later, limit, unit):
    assert due(start + timedelta(later), limit, unit, CALENDAR) >= due(start, limit, unit, CALENDAR)


@given(start=days, limit=st.integers(0, 59), unit=units)
def test_a_longer_limit_never_ends_earlier(start, limit, unit):
    assert due(start, limit + 1, unit, CALENDAR) >= due(start, limit, unit, CALENDAR)


@given(start=days, months=st.integers(0, 60))
def test_months_keep_the_number_of_the_day_or_end_the_month(start, months):
    last = months_after(start, months)
    assert (last.year - start.year) * 12 + last.month - start.month == months
    assert last.day == start.day or (last.day < start.day and (last + timedelta(1)).day == 1)


def test_a_limit_cannot_be_negative():
    with pytest.raises(ValueError, match="-1"):
        due(date(2024, 5, 6), -1, Unit.DAY, CALENDAR)


def test_the_units_have_names_for_people():
    assert [unit.label for unit in Unit] == ["日", "工作日", "个月"]
