"""Cases held as bits are the sets of ids they stand for, whatever is done with them."""

from __future__ import annotations

from collections.abc import Callable
from operator import and_, ge, gt, le, lt, or_, sub, xor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.figures.cases import Cases, Roll, together
from mediation_tui.figures.figure import CaseIds

IDS = tuple(f"案{number}" for number in range(9))
ROLL = Roll(IDS)

plain_sets = st.frozensets(st.sampled_from(IDS))


def held(ids: frozenset[str], roll: Roll = ROLL) -> CaseIds:
    """Some ids as bits of a roll."""
    return roll.where(case in ids for case in roll.ids)


def as_others(ids: frozenset[str]) -> tuple[Any, ...]:
    """The same ids in every shape they may meet bits in."""
    return held(ids), held(ids, Roll(IDS[::-1])), ids, set(ids)


@pytest.mark.parametrize("done", [and_, or_, xor, sub])
@given(plain_sets, plain_sets)
def test_what_is_done_with_bits_is_done_with_the_cases(
    done: Callable[[Any, Any], Any], some: frozenset[str], more: frozenset[str]
) -> None:
    for others in as_others(more):
        assert done(held(some), others) == done(some, more)
        assert done(others, held(some)) == done(more, some)


@pytest.mark.parametrize("compared", [le, lt, ge, gt])
@given(plain_sets, plain_sets)
def test_bits_are_part_of_one_another_as_the_cases_are(
    compared: Callable[[Any, Any], bool], some: frozenset[str], more: frozenset[str]
) -> None:
    for others in as_others(more):
        assert compared(held(some), others) == compared(some, more)


@given(plain_sets, plain_sets)
def test_bits_are_equal_where_the_cases_are(some: frozenset[str], more: frozenset[str]) -> None:
    for others in as_others(more):
        assert (held(some) == others) == (some == more)
        assert held(some).isdisjoint(others) == some.isdisjoint(more)
    assert hash(held(some)) == hash(some), "equal sets are found under the same key"
    assert held(some) != sorted(some)


@given(plain_sets)
def test_the_cases_are_told_in_the_order_of_the_roll(some: frozenset[str]) -> None:
    cases = held(some)
    assert list(cases) == [case for case in IDS if case in some]
    assert (len(cases), bool(cases)) == (len(some), bool(some))
    assert [case in cases for case in IDS] == [case in some for case in IDS]
    assert repr(cases) == f"Cases({sorted(some)})"


def test_nothing_but_the_id_of_a_case_on_the_roll_is_among_the_cases() -> None:
    assert "案10" not in ROLL.everybody
    assert 0 not in ROLL.everybody
    assert ["案0"] not in ROLL.everybody


@given(st.lists(st.sampled_from(["土地", "邻里", None]), max_size=9))
def test_sorted_by_a_value_each_stands_where_its_value_does(values: list[str | None]) -> None:
    roll = Roll(IDS[: len(values)])
    found = roll.sorted_by(values)
    assert list(found) == list(dict.fromkeys(values))
    for value, cases in found.items():
        assert cases == {case for case, its in zip(roll.ids, values, strict=True) if its == value}
    assert together(found.values()) == roll.everybody == set(roll.ids)


def test_what_is_left_of_the_same_roll_stays_bits() -> None:
    for kept in (
        ROLL.everybody & held(frozenset()),
        ROLL.everybody - frozenset[str](),
        ROLL.everybody | set(),
    ):
        assert isinstance(kept, Cases)


def test_on_a_roll_of_nobody_there_is_nobody() -> None:
    nobody = Roll(())
    assert not nobody.everybody
    assert not nobody.where(())
    assert list(nobody.everybody) == []
    assert nobody.sorted_by(()) == {}


@given(st.lists(plain_sets, max_size=4))
def test_together_are_the_cases_of_any(sets: list[frozenset[str]]) -> None:
    assert together(map(held, sets)) == frozenset().union(*sets)
