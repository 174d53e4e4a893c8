"""The same quarrel again, and namesakes who are never made one by their name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from mediation_tui.figures.measures.identity import (
    Identity,
    Likeness,
    alike,
    identity_of,
    same_quarrel,
    sides_of,
)
from mediation_tui.model.events import EventKind as K
from mediation_tui.model.party import Party
from mediation_tui.model.period import Period
from mediation_tui.model.personal import CreditCode, IdNumber, Phone
from mediation_tui.model.vocabulary import Category, PartyKind, Side
from tests.builders import ID_NUMBER, PHONE, Walk, an_entry, from_outside
from tests.figures.measures.town import MARCH, day, figure, said

CREDIT_CODE = "91350100M000100Y43"
MA: dict[str, Any] = {"name": "马占龙", "birth_year": 1970}
SHAN: dict[str, Any] = {"name": "单小山", "phone": Phone(PHONE)}


def party(side: Side, **told: Any) -> Party:
    return Party(id="p1" if side is Side.APPLICANT else "p2", side=side, **told)


def quarrel(
    on: date, serial: int, one: dict[str, Any] = MA, other: dict[str, Any] = SHAN, **entry: Any
) -> Walk:
    parties = (party(Side.APPLICANT, **one), party(Side.RESPONDENT, **other))
    return Walk.begun(an_entry(**{"applied_on": on, "parties": parties} | entry), on, serial)


BEFORE = quarrel(day(1, 5), 1)


def test_the_same_people_over_the_same_thing_within_a_year_is_the_quarrel_come_again() -> None:
    again = quarrel(day(3, 2), 2)
    both = figure([BEFORE, again], "recurrence")
    assert both.text == "100.0 %（1/1）"
    assert both.cases == {again.case.id}


def test_it_is_the_same_quarrel_whoever_applies_and_wherever_it_was_received() -> None:
    swapped = quarrel(day(3, 2), 2, SHAN, MA)
    parties = (party(Side.APPLICANT, **MA), party(Side.RESPONDENT, **SHAN))
    outside = Walk.begun(from_outside(applied_on=day(3, 2), parties=parties), day(3, 2), 3)
    assert said([BEFORE, swapped, outside], "recurrence") == "100.0 %（2/2）"


def test_it_is_the_same_quarrel_though_somebody_else_stood_beside_them() -> None:
    beside = [
        Party(id=f"p{n}", side=side, name="王二")
        for n, side in enumerate((Side.APPLICANT, Side.RESPONDENT), 3)
    ]
    parties = (party(Side.APPLICANT, **MA), party(Side.RESPONDENT, **SHAN), *beside)
    several = Walk.begun(an_entry(applied_on=day(1, 5), parties=parties), day(1, 5), 1)
    assert said([several, quarrel(day(3, 2), 2)], "recurrence") == "100.0 %（1/1）"
    assert said([quarrel(day(3, 2), 2), quarrel(day(3, 2), 3)], "recurrence") == "50.0 %（1/2）"


def test_another_thing_or_another_opponent_is_another_quarrel() -> None:
    other_thing = quarrel(day(3, 2), 2, category=Category.CONTRACT)
    other_opponent = quarrel(day(3, 2), 3, MA, SHAN | {"name": "单小水"})
    assert said([BEFORE, other_thing, other_opponent], "recurrence") == "0.0 %（0/2）"
    assert said([BEFORE, other_thing, other_opponent], "namesakes") == "0"


@pytest.mark.parametrize(("days", "printed"), [(0, "100.0 %（1/1）"), (-1, "0.0 %（0/1）")])
def test_twelve_months_are_the_day_of_the_same_number(days: int, printed: str) -> None:
    before = quarrel(date(2025, 3, 2) + timedelta(days=days), 1)
    assert said([before, quarrel(day(3, 2), 2)], "recurrence") == printed


def test_twelve_months_with_a_leap_day_in_them_are_a_day_longer() -> None:
    walks = [quarrel(date(2023, 3, 1), 1), quarrel(date(2024, 3, 1), 2)]
    assert said(walks, "recurrence", Period.month(2024, 3)) == "100.0 %（1/1）"


def test_a_void_case_is_no_earlier_quarrel_and_taking_one_up_again_is_no_new_one() -> None:
    void = quarrel(day(1, 5), 1).act(K.VOIDED)
    assert said([void, quarrel(day(3, 2), 2)], "recurrence") == "0.0 %（0/1）"
    reopened = quarrel(day(1, 5), 1).act(K.WITHDRAWN).act(K.CLOSED).act(K.REOPENED, day(3, 2))
    assert said([reopened], "recurrence") == "—"


def test_people_known_by_name_alone_are_shown_and_not_counted() -> None:
    again = quarrel(day(3, 2), 2, MA, {"name": "单小山"})
    assert said([BEFORE, again], "recurrence") == "0.0 %（0/1）"
    assert figure([BEFORE, again], "namesakes").cases == {again.case.id}


def test_a_child_listed_by_surname_is_known_again_when_listed_in_full() -> None:
    child = SHAN | {"minor": True}
    young = MA | {"minor": True}
    assert (
        said([quarrel(day(1, 5), 1, young, child), quarrel(day(3, 2), 2)], "recurrence") == "100.0 %（1/1）"
    )
    assert said([BEFORE, quarrel(day(3, 2), 2, young, child)], "recurrence") == "100.0 %（1/1）"


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ({}, {}, Likeness.NAMESAKES),
        ({"birth_year": 1970}, {}, Likeness.NAMESAKES),
        ({"birth_year": 1970}, {"birth_year": 1970}, Likeness.SAME),
        ({"birth_year": 1970}, {"birth_year": 1971}, Likeness.DIFFERENT),
        ({"birth_year": 1949}, {"id_number": IdNumber(ID_NUMBER)}, Likeness.SAME),
        ({"id_number": IdNumber(ID_NUMBER)}, {"id_number": IdNumber(ID_NUMBER)}, Likeness.SAME),
        ({"phone": Phone(PHONE)}, {"phone": Phone(PHONE)}, Likeness.SAME),
        ({"phone": Phone(PHONE)}, {"phone": Phone("13912345678")}, Likeness.NAMESAKES),
        (
            {"phone": Phone(PHONE), "id_number": IdNumber(ID_NUMBER)},
            {"phone": Phone(PHONE), "id_number": IdNumber("E12345678")},
            Likeness.DIFFERENT,
        ),
    ],
)
def test_a_name_and_one_more_sign_make_one_person(
    one: dict[str, Any], other: dict[str, Any], likeness: Likeness
) -> None:
    here, there = (identity_of(party(Side.APPLICANT, name="马占龙", **told)) for told in (one, other))
    assert alike(here, there) is alike(there, here) is likeness


def test_of_a_document_the_last_four_signs_are_kept_and_of_a_unit_its_code() -> None:
    person = party(Side.APPLICANT, name="马占龙", id_number=IdNumber(ID_NUMBER), phone=Phone(PHONE))
    assert identity_of(person) == Identity("马占龙", 1949, "002X", PHONE)
    unit = party(
        Side.RESPONDENT, name="水泥厂", kind=PartyKind.ORGANISATION, credit_code=CreditCode(CREDIT_CODE)
    )
    assert identity_of(unit) == Identity("水泥厂", None, CREDIT_CODE, None)


def test_third_parties_stand_on_neither_side() -> None:
    parties = [Party(id=f"p{n}", side=side, name=side.label) for n, side in enumerate(Side, 1)]
    assert [[known.name for known in side] for side in sides_of(parties)] == [["申请方"], ["被申请方"]]


def test_against_nobody_there_is_no_quarrel_to_come_again() -> None:
    alone, both = (
        sides_of([party(Side.APPLICANT, **MA), *others]) for others in ((), (party(Side.RESPONDENT, **SHAN),))
    )
    assert same_quarrel(alone, both) is same_quarrel(alone, alone) is Likeness.DIFFERENT
    assert same_quarrel(both, both) is Likeness.SAME


def test_another_name_is_another_person_whatever_else_is_the_same() -> None:
    one, other = (
        identity_of(party(Side.APPLICANT, name=name, phone=Phone(PHONE))) for name in ("马一", "马二")
    )
    assert alike(one, other) is Likeness.DIFFERENT


def test_the_period_is_that_of_the_later_one() -> None:
    assert said([BEFORE], "recurrence", MARCH) == "—"
