"""Cases per 1,000 households, with the exact interval."""

from __future__ import annotations

from fractions import Fraction
from math import e

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.figures.measures.households import TAIL, at_most, interval, per_households
from mediation_tui.figures.measures.scope import TOWN_DESK, WHOLE_TOWN, Scope, households_of
from mediation_tui.figures.telling import note_of
from mediation_tui.model.places import Grid, Town, Village
from tests.figures.measures.town import day, figure, taken


@pytest.mark.parametrize(
    ("cases", "low", "high"),
    [
        (0, 0.0, 3.69),
        (1, 0.03, 5.57),
        (2, 0.24, 7.22),
        (5, 1.62, 11.67),
        (10, 4.80, 18.39),
        (50, 37.11, 65.92),
        (100, 81.36, 121.63),
    ],
)
def test_the_interval_is_the_one_of_the_tables(cases: int, low: float, high: float) -> None:
    assert interval(cases) == pytest.approx((low, high), abs=0.005)


@settings(deadline=None)
@given(st.integers(0, 800))
def test_the_interval_holds_what_was_counted_and_leaves_out_as_much_at_either_end(cases: int) -> None:
    low, high = interval(cases)
    assert low <= cases < high
    assert at_most(cases, high) == pytest.approx(TAIL)
    assert cases == 0 or 1 - at_most(cases - 1, low) == pytest.approx(TAIL)


@given(st.integers(0, 12), st.integers(1, 20))
def test_so_many_or_fewer_adds_up_term_by_term(cases: int, mean: int) -> None:
    term, total = Fraction(1), Fraction(0)
    for k in range(cases + 1):
        total, term = total + term, term * mean / (k + 1)
    assert at_most(cases, mean) == pytest.approx(float(total) * e**-mean)


def test_where_nothing_is_to_be_expected_nothing_is_certain() -> None:
    assert at_most(0, 0.0) == at_most(3, 0.0) == 1.0


def test_there_are_no_fewer_than_no_cases() -> None:
    with pytest.raises(ValueError, match="-1"):
        interval(-1)


def test_a_rate_is_said_with_its_interval() -> None:
    counted = figure([taken(day(3, 2), serial) for serial in range(1, 6)], "received")
    rate = per_households(counted, 400)
    assert rate.text == "12.5（95 % 区间 4.1–29.2）"
    assert rate.figure.cases == counted.cases
    assert note_of(rate.figure) == "每千户新收：新收的件数 ÷ 400 户 × 1000。"
    assert (str(rate.figure.unit), rate.figure.basis) == ("件/千户", counted.basis)


def test_half_a_tenth_is_rounded_up_as_a_clerk_rounds_it() -> None:
    one, three = (
        figure([taken(day(3, 2), serial) for serial in range(1, n + 1)], "received") for n in (1, 3)
    )
    assert [str(per_households(counted, 4000).figure.value) for counted in (one, three)] == ["0.3", "0.8"]


@pytest.mark.parametrize("households", [None, 0])
def test_without_households_there_is_no_rate(households: int | None) -> None:
    rate = per_households(figure([taken(day(3, 2))], "received"), households)
    assert (rate.text, rate.figure.value) == ("—", None)


def test_households_are_those_of_the_place_where_all_are_known() -> None:
    grids = (Grid(id="g1", name="一网格", households=30), Grid(id="g2", name="二网格", households=40))
    counted = Village(id="v1", name="上庄村", households=100, grids=grids)
    by_grids = Village(id="v2", name="下河村", grids=grids)
    unknown = Village(id="v3", name="南坡村", grids=(Grid(id="g9", name="一网格"),))
    town = Town(name="镇", office="所", villages=(counted, by_grids))
    assert households_of(Scope("v1"), town) == 100
    assert households_of(Scope("v2"), town) == 70
    assert households_of(Scope("v1", "g2"), town) == 40
    assert households_of(WHOLE_TOWN, town) == 170
    more = town.model_copy(update={"villages": (counted, unknown)})
    for scope in (WHOLE_TOWN, TOWN_DESK, Scope("v3"), Scope("v9"), Scope("v1", "")):
        assert households_of(scope, more) is None
