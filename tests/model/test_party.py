"""The people and units in dispute, as lists show them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from mediation_tui.model.party import Party, versus
from mediation_tui.model.vocabulary import Side


def a_party(number: int, side: Side, name: str, minor: bool = False) -> Party:
    return Party(id=f"p{number}", side=side, name=name, minor=minor)


def test_applicants_stand_against_respondents_and_third_parties_aside() -> None:
    parties = (
        a_party(1, Side.APPLICANT, "马占龙"),
        a_party(2, Side.RESPONDENT, "共和镇上庄村民委员会"),
        a_party(3, Side.APPLICANT, "才让·卓玛"),
        a_party(4, Side.THIRD, "李某"),
    )
    assert versus(parties) == "马占龙、才让·卓玛 ↔ 共和镇上庄村民委员会"


def test_one_side_alone_is_named_without_an_arrow() -> None:
    assert versus((a_party(1, Side.RESPONDENT, "马占龙"),)) == "马占龙"
    assert versus((a_party(1, Side.THIRD, "马占龙"),)) == ""


@pytest.mark.parametrize(("name", "listed"), [("马小龙", "马某"), ("𠮷野", "𠮷某"), ("才让", "才某")])
def test_a_minor_is_listed_by_surname_alone(name: str, listed: str) -> None:
    child = a_party(1, Side.APPLICANT, name, minor=True)
    assert child.listed_name == listed
    assert name not in versus((child, a_party(2, Side.RESPONDENT, "李玉")))


def test_long_names_without_a_han_surname_stay_whole() -> None:
    party = a_party(1, Side.APPLICANT, "阿卜杜拉·买买提·吐尔逊江")
    assert party.listed_name == "阿卜杜拉·买买提·吐尔逊江"


@pytest.mark.parametrize("id_", ["1", "p0", "p01", "q1", "p", "p1 ", "p-1"])
def test_a_party_id_is_p_and_a_number(id_: str) -> None:
    with pytest.raises(ValidationError):
        Party(id=id_, side=Side.APPLICANT, name="马占龙")
