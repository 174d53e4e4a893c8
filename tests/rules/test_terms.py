"""Time limits are reckoned by 民法典 Arts 200–203."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mediation_tui.rules.terms import Stop, Unit, due, months_after, unshifted
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


GOLDEN = [
    (
        date(2026, 1, 31),
        1,
        Unit.MONTH,
        date(2026, 2, 28),
        "no 31st; the Saturday that ends February is worked",
    ),
    (date(2026, 1, 30), 1, Unit.MONTH, date(2026, 2, 28), "nor is there a 30th"),
    (date(2024, 1, 30), 1, Unit.MONTH, date(2024, 2, 29), "a leap year's last day of February"),
    (date(2024, 8, 31), 1, Unit.MONTH, date(2024, 9, 30), "a month of 30 days"),
    (date(2025, 9, 1), 1, Unit.MONTH, date(2025, 10, 9), "National Day and Mid-Autumn, to the 8th"),
    (date(2025, 9, 11), 1, Unit.MONTH, date(2025, 10, 11), "a Saturday worked to make up for them"),
    (date(2020, 2, 29), 12, Unit.MONTH, date(2021, 3, 1), "28 February is a Sunday"),
    (date(2024, 2, 29), 36, Unit.MONTH, date(2027, 3, 1), "three years; 28 February is a Sunday"),
    (date(2023, 11, 30), 3, Unit.MONTH, date(2024, 2, 29), "over the turn of a leap year"),
    (date(2024, 4, 6), 15, Unit.DAY, date(2024, 4, 22), "a Sunday"),
    (date(2024, 4, 13), 15, Unit.DAY, date(2024, 4, 28), "a Sunday worked to make up for Labour Day"),
    (
        date(2026, 2, 1),
        15,
        Unit.DAY,
        date(2026, 2, 24),
        "the whole Spring Festival with the weekend behind it",
    ),
    (date(2024, 9, 24), 7, Unit.DAY, date(2024, 10, 8), "National Day"),
    (date(2026, 9, 1), 30, Unit.DAY, date(2026, 10, 8), "National Day again"),
    (date(2023, 12, 31), 1, Unit.DAY, date(2024, 1, 2), "New Year"),
    (date(2025, 1, 24), 3, Unit.WORKDAY, date(2025, 2, 5), "a Sunday worked, then the Spring Festival"),
    (date(2024, 9, 27), 5, Unit.WORKDAY, date(2024, 10, 10), "a Sunday worked, then National Day"),
    (date(2026, 4, 29), 3, Unit.WORKDAY, date(2026, 5, 7), "Labour Day"),
    (date(2026, 9, 18), 2, Unit.WORKDAY, date(2026, 9, 21), "the Sunday before Mid-Autumn is worked"),
]


@pytest.mark.parametrize(("start", "limit", "unit", "last", "why"), GOLDEN, ids=lambda value: str(value))
def test_limits_over_holidays_makeup_days_month_ends_and_leap_years(start, limit, unit, last, why):
    assert due(start, limit, unit, CALENDAR) == last, why


STOPPED = [
    (30, Unit.DAY, [(10, 20)], date(2026, 4, 13), "ten days later is a Saturday"),
    (30, Unit.DAY, [(10, 15), (17, 22)], date(2026, 4, 13), "the same ten days in two stretches"),
    (30, Unit.DAY, [(10, 10)], date(2026, 4, 1), "resumed on the same day"),
    (30, Unit.DAY, [(-9, 4)], date(2026, 4, 7), "only the four days behind the start; then comes Qingming"),
    (
        1,
        Unit.MONTH,
        [(30, 40)],
        date(2026, 4, 13),
        "stopped on the day before the last; ten days later is a Sunday",
    ),
    (1, Unit.MONTH, [(32, 60)], date(2026, 4, 2), "too late: it was past"),
    (30, Unit.WORKDAY, [(8, 18)], date(2026, 4, 24), "eight working days, not ten"),
    (30, Unit.WORKDAY, [(12, 13)], date(2026, 4, 14), "a Saturday is no working day"),
]


@pytest.mark.parametrize(("limit", "unit", "stretches", "last", "why"), STOPPED, ids=str)
def test_days_on_which_a_limit_stands_still_do_not_count(limit, unit, stretches, last, why):
    start = date(2026, 3, 2)
    stops = [Stop(start + timedelta(since), start + timedelta(until)) for since, until in stretches]
    assert due(start, limit, unit, CALENDAR, stops) == last, why


@st.composite
def stopped(draw):
    """A limit with a stop that begins before the limit's last day, and the last day without the stop."""
    start, limit, unit = draw(days), draw(st.integers(1, 60)), draw(units)
    last = unshifted(start, limit, unit, CALENDAR)
    since = start + timedelta(draw(st.integers(0, (last - start).days)))
    return start, limit, unit, Stop(since, since + timedelta(draw(st.integers(0, 90)))), last


@given(stopped())
def test_a_stop_of_so_many_days_moves_the_end_by_as_many(given_limit):
    start, limit, unit, stop, last = given_limit
    moved = unshifted(start, limit, unit, CALENDAR, [stop])
    if unit is Unit.WORKDAY:
        assert CALENDAR.count(last, moved) == CALENDAR.count(*stop)
    else:
        assert moved - last == stop.until - stop.since


@given(stopped(), st.integers(0, 90))
@example((date(2026, 3, 5), 1, Unit.WORKDAY, Stop(date(2026, 3, 6), date(2026, 3, 9)), date(2026, 3, 6)), 1)
def test_a_stop_in_two_pieces_is_the_stop(given_limit, piece):
    start, limit, unit, (since, until), _last = given_limit
    between = min(until, since + timedelta(piece))
    pieces = [Stop(since, between), Stop(between, until)]
    whole = due(start, limit, unit, CALENDAR, [Stop(since, until)])
    assert due(start, limit, unit, CALENDAR, pieces) == whole


@given(stopped())
def test_a_longer_limit_never_ends_earlier_wherever_it_stood_still(given_limit):
    start, limit, unit, stop, _last = given_limit
    longer = due(start, limit + 1, unit, CALENDAR, [stop])
    assert longer >= due(start, limit, unit, CALENDAR, [stop])


@given(stopped())
def test_a_stop_that_begins_after_the_last_day_moves_nothing(given_limit):
    start, limit, unit, stop, _last = given_limit
    last = due(start, limit, unit, CALENDAR)
    late = Stop(last + timedelta(1), last + timedelta(1) + (stop.until - stop.since))
    assert due(start, limit, unit, CALENDAR, [late]) == last


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
