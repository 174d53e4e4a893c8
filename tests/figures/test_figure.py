"""A figure says what it was divided by and never flatters."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.figures.figure import UNKNOWN, Ratio, Share


def share(part: int, whole: int) -> Share:
    return Share(frozenset(map(str, range(part))), frozenset(map(str, range(whole))))


@st.composite
def parts(draw: st.DrawFn, most: int = 100_000) -> tuple[int, int]:
    whole = draw(st.integers(1, most))
    return draw(st.integers(0, whole)), whole


def test_nothing_out_of_nothing_is_no_ratio() -> None:
    assert share(0, 0).value is None
    assert share(0, 0).percent == str(share(0, 0)) == UNKNOWN == "—"


@given(parts())
def test_only_the_whole_is_a_hundred_and_only_nothing_is_none(numbers: tuple[int, int]) -> None:
    part, whole = numbers
    percent = Ratio(part, whole).percent
    assert (percent == "100.0 %") == (part == whole)
    assert (percent == "0.0 %") == (part == 0)


@given(parts())
def test_what_is_printed_is_no_further_off_than_a_tenth(numbers: tuple[int, int]) -> None:
    part, whole = numbers
    printed = Fraction(Ratio(part, whole).percent.removesuffix(" %"))
    assert abs(printed - Fraction(100 * part, whole)) <= Fraction(1, 10)


@given(parts(most=300))
def test_a_share_is_counted_from_the_cases_behind_it(numbers: tuple[int, int]) -> None:
    part, whole = numbers
    assert share(part, whole).value == Fraction(part, whole)
    assert share(part, whole).ratio == Ratio(part, whole)


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (71, 92, "77.2 %（71/92）"),
        (78, 115, "67.8 %（78/115）"),
        (78, 137, "56.9 %（78/137）"),
        (115, 137, "83.9 %（115/137）"),
        (1, 16, "6.3 %（1/16）"),
        (1, 80, "1.3 %（1/80）"),
        (9999, 10000, "99.9 %（9999/10000）"),
        (1, 100_000, "0.1 %（1/100000）"),
        (0, 5, "0.0 %（0/5）"),
        (5, 5, "100.0 %（5/5）"),
    ],
)
def test_a_ratio_is_printed_with_its_numbers(part: int, whole: int, printed: str) -> None:
    assert str(Ratio(part, whole)) == printed
