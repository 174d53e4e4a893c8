from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.demo.folk import Home, Namer
from mediation_tui.demo.names import HUI, NATIONALITIES, TIBETAN, NameMaker
from mediation_tui.demo.numbers import AREAS, PhoneBook, check_digit
from mediation_tui.demo.shelf import read
from mediation_tui.model.vocabulary import Gender

TODAY = date(2026, 6, 30)
MIXED = Home("上柳湾村", "二网格", tuple((people, 1) for people in NATIONALITIES), "祁")


def some_people(seed: int, count: int = 300):
    namer = Namer(Random(seed), TODAY)
    return [namer.person(MIXED) for _ in range(count)]


@given(st.integers())
@settings(max_examples=5, deadline=None)
def test_the_same_seed_makes_the_same_people(seed):
    assert some_people(seed, 20) == some_people(seed, 20)


def test_names_break_the_habit_of_two_to_four_characters():
    names = [person.name for person in some_people(1, 2000)]
    assert any("·" in name for name in names)
    assert max(map(len, names)) >= 6
    assert any(any(char in name for char in read("names")["rare"]) for name in names)
    assert any(name.startswith(tuple(read("names")["compound_surnames"])) for name in names)


def test_tibetan_names_have_no_surname():
    maker = NameMaker(Random(2))
    assert {maker.person(Gender.FEMALE, TIBETAN).surname for _ in range(50)} == {""}


def test_a_hui_family_keeps_its_surname_unless_the_name_is_dotted():
    maker = NameMaker(Random(2))
    names = [maker.person(Gender.MALE, HUI, "马") for _ in range(100)]
    assert all(name.full.endswith("·马") or name.surname == "马" for name in names)


def test_no_two_people_share_a_phone_and_namesakes_are_rare():
    people = some_people(3, 1500)
    assert len({person.phone for person in people}) == len(people)
    assert len({person.name for person in people}) > 0.9 * len(people)


def test_ages_stay_in_the_range_asked_for():
    namer = Namer(Random(4), TODAY)
    for _ in range(200):
        born = namer.person(MIXED, ages=(30, 31)).born
        age = TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))
        assert age in (30, 31)


def test_a_brother_has_the_surname_and_the_people():
    namer = Namer(Random(5), TODAY)
    for _ in range(50):
        one = namer.person(MIXED)
        brother = namer.kin(one, MIXED)
        assert brother.nationality == one.nationality
        assert not one.surname or "·" in brother.name or brother.surname == one.surname


def test_spouses_are_a_man_and_a_woman_of_about_one_age():
    namer = Namer(Random(6), TODAY)
    one = namer.person(MIXED, ages=(30, 40))
    other = namer.spouse(one, MIXED)
    assert {one.gender, other.gender} == {Gender.MALE, Gender.FEMALE}
    assert abs(one.born.year - other.born.year) <= 6


def test_identity_numbers_check_and_belong_to_no_province():
    numbers = [person for person in some_people(7) if person.id_number]
    assert numbers
    for person in numbers:
        assert person.id_number[:6] in AREAS
        assert person.id_number[6:14] == f"{person.born:%Y%m%d}"
        assert person.id_number[-1] == check_digit(person.id_number[:17])
        assert int(person.id_number[16]) % 2 == (person.gender is Gender.MALE)


def test_the_check_digit_is_the_standards():
    assert check_digit("11010519491231002") == "X"


def test_phones_are_plainly_invented():
    book = PhoneBook(Random(8))
    mobile, landline = book.mobile(), book.landline()
    assert len(mobile) == 11
    assert mobile[3:7] == "0000"
    assert landline.startswith("0971-0000")


@pytest.mark.parametrize("kind", [key for key in read("names")["organisations"] if key != "words"])
def test_every_kind_of_organisation_has_someone_to_act_for_it(kind):
    firm = Namer(Random(9), TODAY).organisation(kind, MIXED)
    assert "{" not in firm.name
    assert firm.representative.name
    assert firm.post


def test_a_communitys_committee_is_a_residents_committee():
    namer = Namer(Random(10), TODAY)
    assert namer.organisation("committee", Home("新街社区")).name == "新街社区居民委员会"
    assert namer.organisation("committee", MIXED).name == "上柳湾村民委员会"
