"""The town as the office knows it."""

from __future__ import annotations

import pytest

from mediation_tui.errors import NotFound
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Level
from tests.builders import TOWN


@pytest.mark.parametrize(
    ("said", "village"),
    [
        ("上庄村", "v1"),
        ("上庄", "v1"),
        ("上庄大队", "v1"),
        ("上庄村民委员会", "v1"),
        ("南坡", "v3"),
        ("南坡社区", "v3"),
    ],
)
def test_a_village_is_known_by_its_full_short_and_old_names(said: str, village: str) -> None:
    found = TOWN.village_named(said)
    assert found
    assert found.id == village


def test_a_name_nobody_bears_is_no_village() -> None:
    assert TOWN.village_named("北坡") is None
    assert TOWN.village_named("") is None


def test_a_village_or_grid_that_is_not_on_the_roster_is_not_found() -> None:
    with pytest.raises(NotFound, match="本镇没有这个村"):
        TOWN.village("v9")
    with pytest.raises(NotFound, match="下河村没有这个网格：g1"):
        TOWN.village("v2").grid("g1")


def test_what_left_the_roster_is_still_shown_by_its_id() -> None:
    assert TOWN.village_name("v9") == "v9"
    assert TOWN.village_name(None) == ""
    assert TOWN.grid_name("v1", "g1") == "一网格"
    assert TOWN.grid_name("v9", "g9") == "g9"
    assert TOWN.grid_name("v1", None) == ""


def test_a_village_has_its_own_committee_and_the_town_the_other() -> None:
    assert TOWN.committee_of("v2").id == "c2"
    assert TOWN.committee_of(None).id == "c0"
    assert TOWN.committee("c3").village == "v3"


def test_a_village_without_a_committee_is_named_in_the_refusal() -> None:
    bare = Town(name="共和镇", office="共和镇司法所", villages=TOWN.villages)
    with pytest.raises(NotFound, match="上庄村还没有调委会"):
        bare.committee_of("v1")
    with pytest.raises(NotFound, match="共和镇还没有调委会"):
        bare.committee_of(None)
    with pytest.raises(NotFound, match="没有这个调委会：c1"):
        bare.committee("c1")


def test_levels_are_a_scale_from_the_grid_to_the_county() -> None:
    assert sorted(Level, reverse=True) == [Level.COUNTY, Level.TOWN, Level.VILLAGE, Level.GRID]
    assert Level.GRID < Level.VILLAGE <= Level.VILLAGE < Level.TOWN
    assert Level.COUNTY >= Level.TOWN > Level.GRID
