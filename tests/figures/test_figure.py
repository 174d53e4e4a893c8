"""A figure says what it was divided by and never flatters."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.clock import SetClock
from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import CASES, NONE, PERSONS, UNKNOWN, Figure, Ratio, Share
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.population import DATES
from tests.figures.known import DAY, QUARTER

BASIS = Basis(QUARTER, SetClock.on(DAY).now(), DAY, DATES)
NAME, FORMULA = Phrase("调解成功率"), Phrase("达成协议 ÷ 调结")


def some(number: int) -> frozenset[str]:
    return frozenset(map(str, range(number)))


def share(part: int, whole: int) -> Share:
    return Share(some(part), some(whole))


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


@pytest.mark.parametrize(("whole", "few"), [(0, True), (9, True), (10, False)])
def test_places_are_compared_by_a_share_of_ten_cases_and_not_of_nine(whole: int, few: bool) -> None:
    assert Figure.share(NAME, FORMULA, BASIS, NONE, some(whole)).few is few


def test_a_count_is_never_of_too_few_cases_to_be_compared() -> None:
    assert not Figure.count(NAME, FORMULA, BASIS, some(1)).few


def test_a_count_rests_on_its_cases_and_a_share_on_all_it_is_counted_out_of() -> None:
    assert Figure.count(NAME, FORMULA, BASIS, some(3)).behind == some(3)
    assert Figure.share(NAME, FORMULA, BASIS, some(3), some(5)).behind == some(5)
    beside = Figure.share(NAME, FORMULA, BASIS, frozenset({"上期"}), some(2))
    assert beside.behind == {"上期", *some(2)}, "received and concluded are of different cases"


def test_a_share_of_what_stands_in_the_cases_is_divided_by_its_own_numbers() -> None:
    kept = Figure.share(NAME, FORMULA, BASIS, some(2), some(3), Ratio(5, 8))
    assert (kept.text, kept.cases, kept.whole) == ("62.5 %（5/8）", some(2), some(3))
    assert Figure.share(NAME, FORMULA, BASIS, some(2), some(3)).text == "66.7 %（2/3）"


def test_what_nobody_knows_is_a_dash_and_nought_is_nought() -> None:
    unknown, nought = (Figure.quantity(NAME, FORMULA, BASIS, NONE, value, PERSONS) for value in (None, 0))
    assert (unknown.text, nought.text) == (UNKNOWN, "0")
    assert (nought.unit, Figure.count(NAME, FORMULA, BASIS, NONE).unit) == (PERSONS, CASES)
    assert Figure.share(NAME, FORMULA, BASIS, NONE, NONE).unit == CASES
