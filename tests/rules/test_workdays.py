"""Working days follow the State Council's announcements, and say when they are only assumed."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.errors import SheetError
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.rules.workyears import years_text

SHIPPED = WorkingDays.shipped()
DIFFERENT_IN_HOLIDAYS = {date(2005, 12, 31)}
"""A Saturday: `holidays` has it worked to make up for New Year 2006, `chinesecalendar` has it as a rest day."""
days = st.dates(date(2004, 1, 1), date(2030, 12, 31))


def test_the_shipped_years_agree_with_an_independent_source():
    china = holidays.country_holidays("CN", years=range(2003, 2028))
    day, different = date(min(SHIPPED.years), 1, 1), set()
    while day.year <= max(SHIPPED.years):
        if SHIPPED.is_workday(day) != china.is_working_day(day):
            different.add(day)
        day += timedelta(1)
    assert different == DIFFERENT_IN_HOLIDAYS


def test_the_days_made_up_for_agree_with_the_independent_source():
    for year in sorted(SHIPPED.years):
        china = holidays.country_holidays("CN", years=year)
        worked = {day for day in china.weekend_workdays if day.year == year}
        assert {day for day in SHIPPED.works if day.year == year} == worked - DIFFERENT_IN_HOLIDAYS


def test_spring_festival_rests_and_its_weekends_are_made_up_for():
    assert not SHIPPED.is_workday(date(2024, 2, 12))
    assert SHIPPED.is_workday(date(2024, 2, 4))
    assert SHIPPED.is_workday(date(2024, 2, 18))


def test_the_next_workday_after_national_day_skips_the_whole_week():
    assert SHIPPED.next_workday(date(2024, 10, 1)) == date(2024, 10, 8)
    assert SHIPPED.next_workday(date(2024, 10, 8)) == date(2024, 10, 8)


def test_an_unknown_year_is_monday_to_friday_and_says_so():
    assert not SHIPPED.knows(2090)
    assert SHIPPED.assumed(date(2090, 10, 2))
    assert SHIPPED.is_workday(date(2090, 10, 2))
    assert not SHIPPED.assumed(date(2024, 10, 2))


@given(start=days, number=st.integers(0, 60))
def test_counting_undoes_adding(start, number):
    assert SHIPPED.count(start, SHIPPED.add(start, number)) == number


@given(start=days, length=st.integers(0, 120))
def test_counting_is_going_through_the_days(start, length):
    end = start + timedelta(length)
    walked = sum(SHIPPED.is_workday(start + timedelta(n)) for n in range(1, length + 1))
    assert SHIPPED.count(start, end) == walked
    assert SHIPPED.count(end, start) == -walked


def test_a_number_of_days_cannot_be_negative():
    with pytest.raises(ValueError, match="-1"):
        SHIPPED.add(date(2024, 5, 6), -1)


def test_a_users_file_adds_years_and_replaces_years(tmp_path):
    file = tmp_path / "days.toml"
    file.write_text(
        '[2024]\nrest = "05-06"\n\n[2090]\nrest = "10-01 10-02 10-03"\nwork = "09-30"', encoding="utf-8-sig"
    )
    calendar = SHIPPED.with_file(file)
    assert not calendar.is_workday(date(2024, 5, 6))
    assert calendar.is_workday(date(2024, 10, 1))
    assert calendar.knows(2090)
    assert not calendar.is_workday(date(2090, 10, 2))
    assert calendar.is_workday(date(2090, 9, 30))
    assert not calendar.is_workday(date(2023, 10, 2))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[2090", "第 1 行不合 TOML 的写法"),
        ('[2090]\nrest = "01-01', "第 2 行不合 TOML 的写法"),
        ("[next]", "第 1 行：“next”不是年份"),
        ("[2089]\n2090 = 1", "第 2 行：不认识“2090”"),
        ("2090 = 1", "第 1 行：“2090”不是年份"),
        ("[2090]\nrest = ['01-01']", "第 2 行：“rest”的日子要写在一对引号里"),
        ("[2089]\n[2090]\nrest = '01-02 02-30'", "第 3 行：2090年没有“02-30”这一天"),
        ("[2090]\nrest = '1月1日'", "第 2 行：2090年没有“1月1日”这一天"),
        ("[2090]\nrest = ''\nworks = '01-01'", "第 3 行：不认识“works”，最接近的是“work”"),
        ("[2090]\nwork = '01-07 01-03'", "第 2 行：01-03 不是周末"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_with_its_name_and_line(tmp_path, content, said):
    file = tmp_path / "days.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SheetError) as refused:
        SHIPPED.with_file(file)
    assert str(file) in str(refused.value)
    assert said in str(refused.value)


def test_the_years_that_are_known_are_written_as_they_are_read(tmp_path):
    file = tmp_path / "days.toml"
    file.write_text(years_text(SHIPPED.listed()), encoding="utf-8")
    assert WorkingDays().with_file(file) == SHIPPED


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(SheetError):
        SHIPPED.with_file(tmp_path / "none.toml")
