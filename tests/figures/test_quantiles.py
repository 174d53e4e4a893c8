"""A percentile is a number of the list, found by counting places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.figures.quantiles import MEDIAN, MOST, percentile

days = st.lists(st.integers(0, 400), min_size=1)
percents = st.integers(1, 100)


def test_nothing_has_no_middle() -> None:
    assert percentile([], MEDIAN) is None


@pytest.mark.parametrize(
    ("taken", "median", "most"),
    [
        ([5], 5, 5),
        ([9, 1], 1, 9),
        ([20, 3, 10], 10, 20),
        ([1, 2, 3, 4], 2, 4),
        (list(range(1, 11)), 5, 9),
        (list(range(1, 12)), 6, 10),
        (list(range(1, 102)), 51, 91),
    ],
)
def test_the_place_is_counted_and_rounded_up(taken: list[int], median: int, most: int) -> None:
    assert (percentile(taken, MEDIAN), percentile(taken, MOST)) == (median, most)


@given(days, percents)
def test_at_least_so_many_are_no_greater_and_fewer_are_smaller(taken: list[int], percent: int) -> None:
    found = percentile(taken, percent)
    assert found in taken
    assert 100 * sum(each <= found for each in taken) >= percent * len(taken)
    assert 100 * sum(each < found for each in taken) < percent * len(taken)


@given(days)
def test_the_hundredth_is_the_greatest(taken: list[int]) -> None:
    assert percentile(taken, 100) == max(taken)


@pytest.mark.parametrize("percent", [0, 101, -1])
def test_there_is_no_other_percent(percent: int) -> None:
    with pytest.raises(ValueError, match=str(percent)):
        percentile([1], percent)
