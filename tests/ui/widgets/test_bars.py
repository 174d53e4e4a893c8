from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mediation_tui.ui import skin
from mediation_tui.ui.widgets.bars import bar, columns

shares = st.fractions(0, 1, max_denominator=200)
cells = st.integers(1, 60)


@given(st.none() | st.fractions(0, 3), cells, st.none() | st.fractions(0, 3))
def test_a_bar_takes_exactly_its_cells(share: Fraction | None, width: int, tick: Fraction | None) -> None:
    assert cell_len(bar(share, width, tick)) == width


@given(shares, shares, cells)
def test_a_greater_share_never_has_a_shorter_bar(one: Fraction, other: Fraction, width: int) -> None:
    lesser, greater = sorted((one, other))
    assert _eighths(bar(lesser, width)) <= _eighths(bar(greater, width))


@given(shares, cells)
def test_a_bar_is_as_long_as_its_share_to_an_eighth_of_a_cell(share: Fraction, width: int) -> None:
    drawn = _eighths(bar(share, width))
    assert abs(drawn - share * width * 8) <= Fraction(1, 2) or (share > 0 and drawn == 1)


def test_nothing_known_draws_nothing_and_nothing_draws_an_empty_track() -> None:
    assert bar(None, 4) == "    "
    assert bar(Fraction(0), 4) == "····"
    assert bar(Fraction(1, 1000), 4) == "▏···"
    assert bar(Fraction(1), 4) == "████"


def test_more_than_the_whole_fills_the_bar() -> None:
    assert bar(Fraction(3, 2), 4) == "████"


@pytest.mark.parametrize(("tick", "drawn"), [(0, "│█··"), ("1/2", "██│·"), (1, "██·│"), (2, "██·│")])
def test_a_thin_mark_stands_where_another_share_does(tick: int | str, drawn: str) -> None:
    assert bar(Fraction(1, 2), 4, Fraction(tick)) == drawn


def test_columns_are_as_high_as_they_are_beside_the_highest() -> None:
    assert columns([Fraction(0), Fraction(1, 2), Fraction(1)]) == "▁▄▇"
    assert columns([Fraction(40), None, Fraction(20)]) == "▇ ▄"
    assert columns([Fraction(0), Fraction(0)]) == "▁▁"
    assert columns([]) == ""
    assert columns([None, None]) == "  "


@pytest.fixture
def plain_letters() -> Iterator[None]:
    skin.use(skin.ASCII)
    yield
    skin.use(skin.MARKS)


@pytest.mark.usefixtures("plain_letters")
def test_plain_letters_draw_the_same() -> None:
    assert bar(Fraction(5, 8), 4, Fraction(1)) == "###|"
    assert columns([Fraction(0), None, Fraction(1)]) == "_ #"


def _eighths(drawn: str) -> int:
    parts = {mark: place for place, mark in enumerate(skin.MARKS.eighths, start=1)} | {skin.MARKS.bar: 8}
    return sum(parts.get(mark, 0) for mark in drawn)
