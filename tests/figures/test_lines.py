"""What the lines of a statement are called, and in which of them a dispute stands."""

from __future__ import annotations

import pytest

from mediation_tui.figures.lines import TOWN_DESK, By, Place, line_name, line_of, place_of
from mediation_tui.model.vocabulary import Category, Level
from tests.builders import TOWN, Walk, an_entry


@pytest.mark.parametrize(
    ("by", "place", "name"),
    [
        (By.VILLAGE, ("v1", None), "上庄村"),
        (By.VILLAGE, ("v9", None), "v9"),
        (By.VILLAGE, TOWN_DESK, "镇级直接受理"),
        (By.GRID, ("v1", "g2"), "上庄村·二网格"),
        (By.GRID, ("v1", None), "上庄村·未分网格"),
        (By.GRID, TOWN_DESK, "镇级直接受理"),
        (By.CATEGORY, (Category.LAND, None), "山林土地"),
        *((by, None, "合计") for by in By),
    ],
)
def test_a_line_is_called_by_its_place_its_category_or_the_total(
    by: By, place: Place | None, name: str
) -> None:
    assert line_name(place, TOWN, by) == name


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ({}, [("v1", None), ("v1", "g1"), ("neighbours", None)]),
        ({"grid": None}, [("v1", None), ("v1", None), ("neighbours", None)]),
        ({"level_received": Level.TOWN}, [TOWN_DESK, TOWN_DESK, ("neighbours", None)]),
        ({"level_received": Level.COUNTY}, [TOWN_DESK, TOWN_DESK, ("neighbours", None)]),
        ({"village": None}, [TOWN_DESK, TOWN_DESK, ("neighbours", None)]),
    ],
)
def test_a_dispute_stands_where_it_first_came_in_or_by_what_it_is_about(
    more: dict[str, object], lines: list[Place]
) -> None:
    facts = Walk.begun(an_entry()).facts().model_copy(update=more)
    assert [line_of(facts, by) for by in By] == lines
    assert place_of(facts) == lines[0][0]
