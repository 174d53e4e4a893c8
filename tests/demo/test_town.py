from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from mediation_tui.demo.folk import Namer
from mediation_tui.demo.names import HAN
from mediation_tui.demo.offices import make_offices
from mediation_tui.demo.places import make_town
from mediation_tui.model.vocabulary import CommitteeKind, Gender, Post, Role, VillageKind

TODAY = date(2026, 6, 30)


def made(seed: int):
    random = Random(seed)
    namer = Namer(random, TODAY)
    town = make_town(random, namer)
    return town, make_offices(random, namer, town, TODAY)


@pytest.fixture(params=[1, 2, 3])
def town(request):
    return made(request.param)[0]


@pytest.fixture(params=[1, 2, 3])
def both(request):
    return made(request.param)


def test_the_same_seed_makes_the_same_town():
    assert made(4) == made(4)


def test_the_town_has_thirty_villages_and_a_community(town):
    kinds = Counter(village.kind for village in town.villages)
    assert kinds == {VillageKind.VILLAGE: 30, VillageKind.COMMUNITY: 1}
    assert len({village.name for village in town.villages}) == 31


def test_there_are_about_ninety_grids_two_to_four_a_village(town):
    assert all(2 <= len(village.grids) <= 4 for village in town.villages)
    assert 80 <= sum(len(village.grids) for village in town.villages) <= 100


def test_a_grid_is_no_larger_than_the_rule_of_thumb(town):
    for village in town.villages:
        for grid in village.grids:
            assert 40 <= grid.households <= 310
            assert grid.population <= 2500
            assert grid.worker.village == village.name


def test_old_names_are_nobodys_present_name(town):
    old = [name for village in town.villages for name in village.old_names]
    assert old
    assert not set(old) & {village.name for village in town.villages}


def test_every_village_and_the_town_has_a_committee(both):
    town, offices = both
    assert [committee.village for committee in offices.committees] == [
        *(village.name for village in town.villages),
        None,
    ]
    assert offices.committees[-1].kind is CommitteeKind.TOWN


def test_committees_are_as_the_law_wants_them(both):
    for committee in both[1].committees:
        members = [mediator for mediator in committee.mediators if mediator.post is not Post.HIRED]
        assert 3 <= len(members) <= 9
        assert sum(mediator.post is Post.DIRECTOR for mediator in members) == 1
        assert any(mediator.person.gender is Gender.FEMALE for mediator in members)
        assert any(mediator.person.nationality != HAN for mediator in members)


def test_terms_are_three_years_and_only_one_committees_has_run_out(both):
    committees = both[1].committees
    for committee in committees:
        term = committee.mediators[0].term
        assert (term.last + timedelta(days=1)).year == term.first.year + 3
        assert term.first < TODAY
    assert sum(committee.mediators[0].term.last < TODAY for committee in committees) == 1


def test_a_lawyer_advises_two_to_four_villages_and_every_village_has_one(both):
    town, offices = both
    advised = [name for adviser in offices.advisers for name in adviser.villages]
    assert all(2 <= len(adviser.villages) <= 4 for adviser in offices.advisers)
    assert sorted(advised) == sorted(village.name for village in town.villages)


def test_the_office_has_a_head_and_two_assistants(both):
    assert [member.role for member in both[1].staff] == [Role.HEAD, Role.OFFICER, Role.OFFICER]
