"""A round is reported, put right and taken back; what it found are cases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mediation_tui.errors import InvalidEntry, NotFound, Refused, Stale
from mediation_tui.model.events import Correctable
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Discovery
from mediation_tui.rules.registers import SCREENINGS
from mediation_tui.store.filters import EVERYTHING, CaseFilter
from tests.builders import TODAY, Office, an_entry
from tests.registers import LAST_WEEK, WEEK, a_round, a_zero


def test_the_disputes_a_round_found_are_registered_with_it(office: Office) -> None:
    known = office.walk()
    entry = an_entry(discovery=Discovery.SCREENING)
    told = office.desk().report_screening(a_round(), found=[entry, entry], known=[known.id])
    found = list(office.book.facts(CaseFilter(screening=told.id)))
    assert len(found) == 3
    assert {case.screening for case in found} == {told.id}
    assert office.book.screenings(LAST_WEEK) == (told,)
    assert list(office.book.check()) == []


def test_if_one_of_them_cannot_be_registered_nothing_is_written(office: Office) -> None:
    with pytest.raises(InvalidEntry):
        office.desk().report_screening(a_round(), found=[an_entry(), an_entry(grid="g9")])
    with pytest.raises(NotFound):
        office.desk().report_screening(a_round(), known=["nowhere"])
    assert office.book.screenings(LAST_WEEK) == ()
    assert office.book.count(EVERYTHING) == 0


def test_zero_is_reported_in_one_call_with_who_and_when(office: Office) -> None:
    told = office.desk().report_zero("v2", LAST_WEEK, "李玉兰")
    assert told.round.zero
    assert (told.round.reporter, told.round.held_on) == ("李玉兰", TODAY)
    assert told.round.reported_at <= told.recorded_at
    assert told.recorded_by == "m1"


def test_a_zero_report_names_no_case(office: Office) -> None:
    for named in ({"found": [an_entry()]}, {"known": [office.walk().id]}):
        with pytest.raises(Refused, match="零报告是没有发现纠纷"):
            office.desk().report_screening(a_zero(), **named)  # type: ignore[arg-type]
    zero = office.desk().report_screening(a_zero())
    with pytest.raises(InvalidEntry, match="零报告"):
        office.desk().register(an_entry(screening=zero.id))


def test_who_found_nothing_says_so(office: Office) -> None:
    with pytest.raises(Refused, match="请报零报告"):
        office.desk().report_screening(a_round(handled=0))


def test_the_same_week_is_reported_once(office: Office) -> None:
    office.desk().report_screening(a_zero())
    with pytest.raises(Refused, match="已经报过"):
        office.desk().report_screening(a_round())
    office.desk().report_screening(a_round(village="v2"))


@pytest.mark.parametrize("changes", [{"village": "v9"}, {"grid": "g9"}])
def test_a_place_that_is_not_on_the_roster_is_refused(office: Office, changes: dict[str, str]) -> None:
    with pytest.raises(InvalidEntry, match="没有这个"):
        office.desk().report_screening(a_round(**changes))


def test_a_report_put_right_keeps_what_it_said_before(office: Office) -> None:
    told = office.desk("m1").report_screening(a_zero())
    right = office.desk("o1").correct_screening(told.id, a_round(handled=2), "漏了两起", seen=told.version)
    assert (right.version, right.round.handled, right.recorded_by) == (2, 2, "m1")
    first, second = office.book.steps(SCREENINGS, told.id)
    assert first.data.round.zero  # type: ignore[union-attr]
    assert (second.actor, second.data.reason) == ("o1", "漏了两起")  # type: ignore[union-attr]
    with pytest.raises(Stale):
        office.desk().correct_screening(told.id, a_zero(), "又错", seen=told.version)
    with pytest.raises(Refused, match="没有改动"):
        office.desk().correct_screening(told.id, a_round(handled=2), "再记一次")
    with pytest.raises(InvalidEntry):
        office.desk().correct_screening(told.id, a_round(handled=3), " ")


def test_a_report_may_be_moved_to_the_week_it_was_for(office: Office) -> None:
    before = LAST_WEEK.earlier()
    told = office.desk().report_screening(a_zero())
    office.desk().correct_screening(told.id, a_zero(before), "写错了周")
    assert office.book.screenings(LAST_WEEK) == ()
    assert [each.id for each in office.book.screenings(before)] == [told.id]
    office.desk().report_screening(a_zero())


def test_a_report_taken_back_is_none_and_can_be_given_again(office: Office) -> None:
    told = office.desk().report_screening(a_zero())
    assert office.desk().withdraw_screening(told.id, "报错了村").withdrawn
    for again in (
        lambda: office.desk().withdraw_screening(told.id, "再撤"),
        lambda: office.desk().correct_screening(told.id, a_round(), "改"),
    ):
        with pytest.raises(Refused, match="已经撤销"):
            again()
    office.desk().report_screening(a_round())
    with pytest.raises(NotFound, match="没有这次排查"):
        office.desk().withdraw_screening("nowhere", "错")


def test_a_round_cases_name_is_neither_taken_back_nor_made_zero(office: Office) -> None:
    told = office.desk().report_screening(a_round(), found=[an_entry()])
    (case,) = office.book.facts(EVERYTHING)
    with pytest.raises(Refused, match=case.number):
        office.desk().withdraw_screening(told.id, "错")
    with pytest.raises(Refused, match="不能改成零报告"):
        office.desk().correct_screening(told.id, a_zero(), "错")
    office.desk().correct(case.id, {Correctable.SCREENING: None}, "不是那次发现的")
    assert office.desk().withdraw_screening(told.id, "错").withdrawn


def test_a_case_names_a_round_of_its_own_village(office: Office) -> None:
    told = office.desk().report_screening(a_round(village="v2"))
    with pytest.raises(InvalidEntry, match="别的村"):
        office.desk().register(an_entry(screening=told.id))
    with pytest.raises(InvalidEntry, match="没有这次排查"):
        office.desk().register(an_entry(screening="nowhere"))


def test_as_known_at_an_instant_a_round_is_what_its_steps_had_said(office: Office) -> None:
    before = office.clock.now()
    told = office.desk().report_screening(a_zero())
    between = office.clock.now()
    office.desk().correct_screening(told.id, a_round(LAST_WEEK.earlier()), "写错了周")
    after = office.clock.now()
    assert office.book.screenings(LAST_WEEK, before) == ()
    assert office.book.screenings(LAST_WEEK, between) == (told,)
    assert office.book.screenings(LAST_WEEK, after) == ()
    assert [office.book.first_screened(at) for at in (before, between, after)] == [
        None,
        LAST_WEEK.first,
        LAST_WEEK.earlier().first,
    ]


def test_the_first_round_on_record_is_one_that_still_counts(office: Office) -> None:
    old = Period.week_of(TODAY - timedelta(days=70))
    told = office.desk().report_screening(a_zero(old))
    office.desk().report_screening(a_zero(LAST_WEEK))
    assert office.book.first_screened() == old.first
    office.desk().correct_screening(told.id, a_zero(WEEK, held_on=TODAY), "写错了年")
    assert office.book.first_screened() == LAST_WEEK.first
