"""How one dispute comes into a period and leaves it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.figures.flow import Ending, Entry, Passage, passage
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Channel, Exit, FailureReason, Level, Performance
from tests.builders import Walk, an_agreement, an_entry
from tests.strategies import modest, periods, walks

K = EventKind
JANUARY, FEBRUARY, MARCH, APRIL = (Period.month(2026, month) for month in (1, 2, 3, 4))


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def registered() -> Walk:
    return Walk.begun(an_entry(applied_on=day(1, 5)), day(1, 5))


def mediated() -> Walk:
    return registered().act(K.ACCEPTED).act(K.SESSION_HELD)


def through(walk: Walk, *stretches: Period) -> list[tuple[Entry, Ending | None] | None]:
    found = [passage(walk.facts(), stretch) for stretch in stretches]
    return [(each.entry, each.ending) if each else None for each in found]


def only(walk: Walk, stretch: Period) -> Passage:
    found = passage(walk.facts(), stretch)
    assert found
    return found


def failed(to: Exit) -> happened.MediationFailed:
    return happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True, exit=to)


@modest
@given(walks(), periods())
def test_a_dispute_comes_in_once_and_goes_out_once(walk: Walk, period: Period) -> None:
    found = passage(walk.facts(), period)
    if found is None:
        return
    assert found.ending is not None
    assert found.spell.opened_on <= period.last
    if found.entry is Entry.RECEIVED:
        assert walk.case.received_on in period
    if found.ending not in {Ending.OPEN, None}:
        assert found.spell.concluded_on in period


@modest
@given(walks(), periods())
def test_what_one_period_leaves_open_is_carried_into_the_next(walk: Walk, period: Period) -> None:
    facts = walk.facts()
    here, there = passage(facts, period), passage(facts, period.later())
    left_open = here is not None and here.ending is Ending.OPEN
    assert left_open == (there is not None and there.entry is Entry.CARRIED)


@modest
@given(walks(), st.integers(1, 12))
def test_a_dispute_that_is_not_in_hand_is_none_of_a_periods_business(walk: Walk, months: int) -> None:
    long_before = Period.month(2025, months) if months < 10 else Period.month(2024, months)
    assert passage(walk.facts(), long_before) is None


def test_a_dispute_is_received_carried_and_concluded_in_its_months() -> None:
    walk = mediated().act(an_agreement(day(3, 9)), day(3, 9))
    assert through(walk, JANUARY, FEBRUARY, MARCH, APRIL) == [
        (Entry.RECEIVED, Ending.OPEN),
        (Entry.CARRIED, Ending.OPEN),
        (Entry.CARRIED, Ending.BY_GRID),
        None,
    ]


@pytest.mark.parametrize(("concluded", "january"), [(day(1, 31), Ending.BY_GRID), (day(2, 1), Ending.OPEN)])
def test_the_last_day_belongs_to_the_month(concluded: date, january: Ending) -> None:
    walk = mediated().act(an_agreement(concluded), concluded)
    assert through(walk, JANUARY) == [(Entry.RECEIVED, january)]


def test_a_reopened_dispute_comes_back_and_what_was_counted_stays_counted() -> None:
    walk = mediated().act(an_agreement(day(1, 20)), day(1, 20)).act(K.CLOSED)
    before = through(walk, JANUARY)
    walk.act(K.REOPENED, day(3, 2)).act(failed(Exit.COURT), day(4, 8))
    assert before == [(Entry.RECEIVED, Ending.BY_GRID)]
    assert through(walk, JANUARY, FEBRUARY, MARCH, APRIL) == [
        *before,
        None,
        (Entry.REOPENED, Ending.OPEN),
        (Entry.CARRIED, Ending.TO_COURT),
    ]


def test_a_dispute_mediated_twice_in_one_period_is_counted_once_by_its_last_end() -> None:
    walk = mediated().act(an_agreement(day(1, 20)), day(1, 20)).act(K.CLOSED)
    walk.act(K.REOPENED, day(1, 22)).act(failed(Exit.POLICE), day(1, 28))
    assert through(walk, JANUARY) == [(Entry.RECEIVED, Ending.TO_OTHERS)]
    assert only(walk, JANUARY).reopened


def test_a_void_dispute_was_open_until_it_was_voided() -> None:
    walk = registered().act(K.VOIDED, day(2, 9))
    assert through(walk, JANUARY, FEBRUARY, MARCH) == [
        (Entry.RECEIVED, Ending.OPEN),
        (Entry.CARRIED, Ending.VOID),
        None,
    ]


@pytest.mark.parametrize(
    ("to", "ending"),
    [
        (Exit.COURT, Ending.TO_COURT),
        (Exit.ARBITRATION, Ending.TO_COURT),
        (Exit.PETITION, Ending.TO_PETITION),
        (Exit.POLICE, Ending.TO_OTHERS),
        (Exit.ADMINISTRATION, Ending.TO_OTHERS),
        (Exit.OTHER_COMMITTEE, Ending.TO_OTHERS),
        (Exit.NOWHERE, Ending.NOWHERE),
    ],
)
def test_a_failed_dispute_is_counted_where_it_went(to: Exit, ending: Ending) -> None:
    assert through(mediated().act(failed(to), day(1, 9)), JANUARY) == [(Entry.RECEIVED, ending)]


def test_where_a_failed_dispute_went_later_is_known_also_after_it_was_reopened() -> None:
    found = happened.VisitMade(
        channel=Channel.PHONE, whom="马占龙", performance=Performance.NOT_DONE, later_exit=Exit.COURT
    )
    walk = mediated().act(failed(Exit.NOWHERE), day(1, 9)).act(found, day(1, 30))
    assert through(walk, JANUARY) == [(Entry.RECEIVED, Ending.TO_COURT)]
    walk.act(K.CLOSED).act(K.REOPENED, day(3, 2))
    assert through(walk, JANUARY) == [(Entry.RECEIVED, Ending.TO_COURT)]


@pytest.mark.parametrize("level", [Level.GRID, Level.VILLAGE])
def test_an_agreement_is_counted_at_the_level_that_produced_it(level: Level) -> None:
    walk = mediated().act(an_agreement(day(1, 9), level_resolved=level), day(1, 9))
    assert through(walk, JANUARY) == [(Entry.RECEIVED, Ending[f"BY_{level.name}"])]


def test_a_dispute_is_held_past_its_term_only_after_its_last_day() -> None:
    walk = mediated()
    assert walk.facts().term_due == day(2, 5)
    assert not only(walk, FEBRUARY).past_term(day(2, 5))
    assert only(walk, FEBRUARY).past_term(day(2, 6))
    in_time = mediated().act(an_agreement(day(2, 5)), day(2, 5))
    assert not only(in_time, FEBRUARY).past_term(day(2, 28))
    too_late = mediated().act(an_agreement(day(2, 6)), day(2, 6))
    assert only(too_late, FEBRUARY).past_term(day(2, 28))


def test_a_round_held_past_its_term_stays_so_when_the_dispute_comes_back() -> None:
    walk = mediated().act(an_agreement(day(2, 6)), day(2, 6)).act(K.CLOSED).act(K.REOPENED, day(3, 2))
    assert only(walk, FEBRUARY).past_term(day(2, 28))
    assert not only(walk, MARCH).past_term(day(3, 31)), (
        "the new round has a term of its own once it is accepted"
    )


def test_a_dispute_not_yet_accepted_is_past_no_term() -> None:
    walk = registered()
    assert not only(walk, MARCH).past_term(day(3, 31))


def test_an_agreement_is_kept_while_nothing_is_overdue_and_nothing_has_come_back() -> None:
    walk = mediated().act(an_agreement(day(1, 9), day(1, 20), day(2, 20)), day(1, 9))
    assert only(walk, JANUARY).kept(day(1, 20))
    assert not only(walk, JANUARY).kept(day(1, 21))
    walk.act(happened.ObligationPerformed(obligation=1), day(1, 25))
    assert only(walk, JANUARY).kept(day(2, 20))
    assert not only(walk, JANUARY).kept(day(2, 21))


@pytest.mark.parametrize("bad", [{"relapsed": True}, {"sued": True}, {"later_exit": Exit.PETITION}])
def test_an_agreement_that_came_back_or_went_on_is_not_kept(bad: dict[str, object]) -> None:
    found = happened.VisitMade(channel=Channel.PHONE, whom="马", performance=Performance.DONE, **bad)
    walk = mediated().act(an_agreement(day(1, 9)), day(1, 9)).act(found, day(1, 30))
    assert only(walk, JANUARY).kept(day(1, 29))
    assert not only(walk, JANUARY).kept(day(1, 30))


def test_signs_of_escalation_alone_break_no_agreement() -> None:
    found = happened.VisitMade(
        channel=Channel.PHONE, whom="马", performance=Performance.DONE, escalating=True
    )
    walk = mediated().act(an_agreement(day(1, 9)), day(1, 9)).act(found, day(1, 30))
    assert only(walk, JANUARY).kept(day(1, 30) + timedelta(days=90))


def test_an_agreement_whose_dispute_was_reopened_was_not_kept() -> None:
    walk = mediated().act(an_agreement(day(1, 9)), day(1, 9)).act(K.CLOSED).act(K.REOPENED, day(3, 2))
    assert not only(walk, JANUARY).kept(day(3, 31))
    assert only(walk, JANUARY).resolved


def test_a_default_breaks_an_agreement_until_it_is_made_good() -> None:
    walk = mediated().act(an_agreement(day(1, 9), day(1, 20)), day(1, 9))
    walk.act(K.OBLIGATION_DEFAULTED, day(1, 21))
    assert not only(walk, JANUARY).kept(day(1, 31))
    walk.act(K.OBLIGATION_PERFORMED, day(1, 30))
    assert only(walk, JANUARY).kept(day(1, 31))
