"""A legal question is written down, put right, and may turn out to be a dispute."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mediation_tui.errors import InvalidEntry, NotFound, Refused
from mediation_tui.model.consultation import Asker
from mediation_tui.model.period import Period
from mediation_tui.store.filters import EVERYTHING
from tests.builders import PHONE, TODAY, Office, an_entry
from tests.registers import a_question

MARCH = Period.month(2026, 3)


def test_a_question_is_kept_with_who_answered(office: Office) -> None:
    told = office.desk("o1").record_consultation(a_question())
    assert office.book.consultations(MARCH) == (told,)
    assert (told.question.adviser, told.case, told.withdrawn) == ("o1", None, False)
    assert list(office.book.check()) == []


def test_who_asked_is_masked_as_parties_are() -> None:
    question = a_question()
    assert PHONE not in repr(question)
    assert Asker(name="马占龙", minor=True).listed_name == "马某"
    assert Asker().listed_name == ""


def test_a_question_becomes_a_case_in_one_act(office: Office) -> None:
    told = office.desk().record_consultation(a_question())
    case = office.desk().become_case(told.id, an_entry())
    assert office.desk().consultation(told.id).case == case.id
    for refused, sentence in (
        (lambda: office.desk().become_case(told.id, an_entry()), "不能再转一次"),
        (lambda: office.desk().withdraw_consultation(told.id, "错"), "不能撤销"),
    ):
        with pytest.raises(Refused, match=sentence):
            refused()
    assert office.book.count(EVERYTHING) == 1


def test_a_case_that_cannot_be_registered_leaves_the_question_as_it_was(office: Office) -> None:
    told = office.desk().record_consultation(a_question())
    with pytest.raises(InvalidEntry):
        office.desk().become_case(told.id, an_entry(village="v9"))
    assert office.desk().consultation(told.id) == told


def test_a_question_put_right_moves_to_its_day(office: Office) -> None:
    told = office.desk().record_consultation(a_question())
    before = office.clock.now()
    february = a_question(TODAY - timedelta(days=9))
    office.desk().correct_consultation(told.id, february, "日期写错")
    assert office.book.consultations(MARCH) == ()
    assert office.book.consultations(MARCH, before) == (told,)
    assert [each.id for each in office.book.consultations(Period.month(2026, 2))] == [told.id]


def test_a_question_taken_back_takes_nothing_more(office: Office) -> None:
    told = office.desk().record_consultation(a_question())
    assert office.desk().withdraw_consultation(told.id, "记重了").withdrawn
    with pytest.raises(Refused, match="已经撤销"):
        office.desk().become_case(told.id, an_entry())
    assert office.book.count(EVERYTHING) == 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"day": TODAY + timedelta(days=1)}, "不能晚于今天"),
        ({"village": "v9"}, "没有这个村"),
        ({"adviser": "nobody"}, "名册里没有"),
    ],
)
def test_what_cannot_be_is_refused(office: Office, changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(InvalidEntry, match=sentence):
        office.desk().record_consultation(a_question(**changes))  # type: ignore[arg-type]
    with pytest.raises(NotFound, match="没有这条咨询"):
        office.desk().correct_consultation("nowhere", a_question(), "错")
