"""Who the parties are: numbers, names and ways to find them."""

from __future__ import annotations

from typing import Any

import pytest

from mediation_tui.figures.questions import Asked
from mediation_tui.figures.questions.phones import looks_made_up
from mediation_tui.model.party import Party
from mediation_tui.model.people import Person
from mediation_tui.model.personal import Phone
from mediation_tui.model.vocabulary import Role, Side
from tests.figures.questions.casebook import UPPER, Casebook, a_day, two_parties


def against(book: Casebook, applicant: dict[str, Any], respondent: dict[str, Any] | None = None) -> str:
    """A case whose parties are changed."""
    number = len(book.histories) + 1
    changes = zip(two_parties(number), (applicant, respondent or {}), strict=True)
    parties = tuple(party.model_copy(update=change) for party, change in changes)
    return book.file(a_day(number), parties=parties)


SHARED = {"phone": Phone("13971440917")}


def test_one_phone_under_three_names_is_asked_about() -> None:
    book = Casebook()
    made = {against(book, SHARED) for _ in range(3)}
    book.file(a_day(9))
    assert book.asks(Asked.SHARED_PHONE) == made


def test_one_phone_for_a_couple_and_for_one_person_in_many_cases_is_not() -> None:
    book = Casebook()
    for name in ("马占龙", "马占龙", "韩小花", "马占龙"):
        against(book, {"name": name, **SHARED})
    assert book.asks(Asked.SHARED_PHONE) is None


@pytest.mark.parametrize("number", ["13888888888", "13801234567", "13897654321", "0971-5555555"])
def test_numbers_nobody_is_likely_to_have(number: str) -> None:
    assert looks_made_up(Phone(number))


@pytest.mark.parametrize("number", ["13888888881", "13801234576", "0971-5555556", "15000008755", "8212345"])
def test_numbers_somebody_may_have(number: str) -> None:
    assert not looks_made_up(Phone(number))


def test_three_cases_with_invented_numbers_are_asked_about() -> None:
    book = Casebook()
    numbers = ("13888888888", "13801234567", "13999999999")
    made = {against(book, {}, {"phone": Phone(number)}) for number in numbers}
    book.file(a_day(9))
    assert book.asks(Asked.MADE_UP_PHONE) == made


def test_two_such_cases_are_not() -> None:
    book = Casebook()
    for number in ("13888888888", "13801234567"):
        against(book, {"phone": Phone(number)})
    assert book.asks(Asked.MADE_UP_PHONE) is None


def test_the_same_two_names_in_three_cases_are_asked_about_whoever_applies() -> None:
    book = Casebook()
    one, other = {"name": "马占龙"}, {"name": "单小山"}
    made = {against(book, one, other), against(book, other, one), against(book, one, other)}
    against(book, one)
    assert book.asks(Asked.SAME_PAIR) == made


def test_one_who_quarrels_with_three_neighbours_is_not() -> None:
    book = Casebook()
    for _ in range(3):
        against(book, {"name": "马占龙"})
    assert book.asks(Asked.SAME_PAIR) is None


def test_a_crowd_against_one_firm_in_three_waves_is_no_pair() -> None:
    book = Casebook()
    firm = Party(id="p30", side=Side.RESPONDENT, name="兴隆砂石厂")
    crowd = tuple(Party(id=f"p{n}", side=Side.APPLICANT, name=f"工友{n}") for n in range(1, 22))
    for day in (1, 2, 3):
        book.file(a_day(day), parties=(*crowd, firm))
    assert book.asks(Asked.SAME_PAIR) is None


MEDIATOR = Person(
    id="m1", role=Role.MEDIATOR, name="王生财", village="v1", birth_year=1970, phone=Phone("13709710917")
)


def test_an_applicant_with_a_mediators_phone_or_name_and_village_is_asked_about() -> None:
    book = Casebook(people=(MEDIATOR,))
    made = {
        against(book, {"phone": MEDIATOR.phone}),
        against(book, {"name": "王生财", "village": "v1"}),
        against(book, {"name": "王生财", "birth_year": 1970}),
    }
    against(book, {})
    assert book.asks(Asked.ROSTER_PARTY) == made


def test_a_namesake_of_a_mediator_is_not() -> None:
    book = Casebook(people=(MEDIATOR,))
    against(book, {"name": "王生财"})
    against(book, {"name": "王生财", "village": "v2"})
    against(book, {"name": "王生财", "village": "v1", "birth_year": 1999})
    against(book, {}, {"name": "王生财", "village": "v1"})
    assert book.asks(Asked.ROSTER_PARTY) is None


LOST = {"phone": None, "address": None}


def test_a_village_whose_parties_nobody_could_find_is_asked_about() -> None:
    book = Casebook()
    made = {against(book, LOST, LOST) for _ in range(5)}
    for _ in range(5):
        against(book, LOST)
    assert book.asks(Asked.UNREACHABLE) == made
    assert book.asked(Asked.UNREACHABLE)[0].subject == UPPER


def test_a_village_where_that_is_the_smaller_part_is_not() -> None:
    book = Casebook()
    for _ in range(5):
        against(book, LOST, LOST)
    for _ in range(6):
        against(book, LOST)
    assert book.asks(Asked.UNREACHABLE) is None


def test_parties_brought_in_from_a_ledger_without_phones_are_not_asked_about() -> None:
    book = Casebook()
    for day in range(1, 9):
        parties = tuple(party.model_copy(update=LOST) for party in two_parties(day))
        book.file(a_day(day), parties=parties, imported_from="台账.xlsx 第3行")
    assert book.asks(Asked.UNREACHABLE) is None
