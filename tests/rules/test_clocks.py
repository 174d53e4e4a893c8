"""Which time limits run, from where to where."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import (
    UNRESOLVED,
    Category,
    Entruster,
    Level,
    Purpose,
    Source,
    State,
)
from mediation_tui.rules.clocks import Clock, clocks_of, mediation_term, nearest_pressing
from mediation_tui.rules.ruleset import RuleSet, shipped_rules
from mediation_tui.rules.workdays import WorkingDays
from tests.builders import TODAY, Walk, an_agreement, an_entry
from tests.strategies import modest, walks

K = EventKind
DAY = timedelta(days=1)
LATER = TODAY + 10 * DAY
CALENDAR = WorkingDays.shipped()


def with_rules(*ids: str) -> RuleSet:
    """The shipped rules with some of those turned on that are off."""
    clocks = (
        rule.model_copy(update={"enabled": rule.enabled or rule.id in ids}) for rule in shipped_rules().clocks
    )
    return shipped_rules().model_copy(update={"clocks": tuple(clocks)})


RESPONDING = with_rules("response_grid", "response_village", "response_town")
"""The shipped rules with the response terms of the levels turned on."""


def running(walk: Walk, purpose: Purpose, rules: RuleSet | None = None) -> list[Clock]:
    clocks = clocks_of(walk.case, rules or shipped_rules(), CALENDAR)
    return [clock for clock in clocks if clock.purpose is purpose]


def term(walk: Walk) -> Clock | None:
    return mediation_term(walk.case, shipped_rules(), CALENDAR)


def accepted(**changes: object) -> Walk:
    return Walk.begun(an_entry(**changes)).act(K.ACCEPTED)


def agreed(*due: date, **changes: object) -> Walk:
    return accepted().act(K.SESSION_HELD).act(an_agreement(TODAY, *due, **changes))


@pytest.mark.parametrize(
    ("entry", "rule", "last"),
    [
        ({}, "general", date(2026, 4, 2)),
        ({"category": Category.LABOUR, "applied_on": date(2026, 3, 1)}, "labour", date(2026, 3, 16)),
        ({"category": Category.MIGRANT_WAGES, "applied_on": date(2026, 2, 28)}, "labour", date(2026, 3, 16)),
        ({"category": Category.MEDICAL}, "medical", date(2026, 4, 14)),
        (
            {"source": Source.ENTRUSTED, "entruster": Entruster.COURT, "applied_on": None},
            "court",
            date(2026, 4, 1),
        ),
        (
            {
                "source": Source.ENTRUSTED,
                "entruster": Entruster.COURT,
                "applied_on": None,
                "category": Category.MEDICAL,
            },
            "court",
            date(2026, 4, 1),
        ),
        (
            {"source": Source.ENTRUSTED, "entruster": Entruster.POLICE, "applied_on": None},
            "general",
            date(2026, 4, 2),
        ),
    ],
    ids=["general", "labour", "wages", "medical", "court", "medical from the court", "police"],
)
def test_each_kind_of_dispute_has_its_own_term(entry: dict[str, object], rule: str, last: date) -> None:
    found = term(accepted(**entry))
    assert found
    assert found.rule
    assert (found.rule.id, found.due) == (rule, last)


def test_the_general_term_waits_for_acceptance_and_the_labour_term_does_not() -> None:
    assert term(Walk.begun()) is None
    assert term(Walk.begun(an_entry(category=Category.LABOUR)))


def test_a_last_day_in_a_holiday_gives_way_to_the_day_after_it() -> None:
    walk = Walk.begun(an_entry(applied_on=date(2026, 1, 16)), on=date(2026, 1, 16)).act(K.ACCEPTED)
    found = term(walk)
    assert found
    assert found.due == date(2026, 2, 24)


def test_an_extension_both_sides_agreed_to_replaces_the_last_day() -> None:
    walk = accepted().act(K.SESSION_HELD).act(K.EXTENSION_AGREED, date(2026, 4, 2))
    found = term(walk)
    assert found
    assert (found.due, found.extended) == (walk.case.round.extended_to, True)


def test_an_extension_to_a_day_within_the_term_shortens_nothing() -> None:
    walk = accepted().act(K.SESSION_HELD).act(K.EXTENSION_AGREED)
    found = term(walk)
    assert found
    assert (found.due, found.extended) == (date(2026, 4, 2), False)


def test_the_term_stops_at_the_agreement_and_not_at_the_closing() -> None:
    walk = accepted().act(K.SESSION_HELD)
    assert running(walk, Purpose.MEDIATION)
    walk.act(an_agreement(TODAY, LATER))
    assert walk.case.on_desk
    assert not running(walk, Purpose.MEDIATION)
    found = term(walk)
    assert found
    assert found.due == date(2026, 4, 2)


def test_reopening_starts_a_new_round_whose_term_begins_again() -> None:
    walk = agreed().act(K.CLOSED).act(K.REOPENED, date(2026, 5, 11))
    found = term(walk)
    assert found
    assert (found.starts, found.due) == (date(2026, 5, 11), date(2026, 6, 11))


def test_a_reopened_labour_dispute_does_not_count_from_its_first_application() -> None:
    walk = accepted(category=Category.LABOUR).act(K.MEDIATION_FAILED).act(K.CLOSED)
    found = term(walk.act(K.REOPENED, date(2026, 5, 11)))
    assert found
    assert found.starts == date(2026, 5, 11)


def test_each_instalment_has_its_day_until_it_is_met() -> None:
    walk = agreed(LATER, LATER + 30 * DAY)
    assert [(clock.number, clock.due) for clock in running(walk, Purpose.PERFORMANCE)] == [
        (1, LATER),
        (2, LATER + 30 * DAY),
    ]
    assert running(walk, Purpose.PERFORMANCE)[0].label == "第1期履行"
    walk.act(K.OBLIGATION_PERFORMED)
    assert [clock.number for clock in running(walk, Purpose.PERFORMANCE)] == [2]


def test_the_window_for_the_court_is_thirty_days_from_effect_and_shuts_when_it_is_asked() -> None:
    walk = agreed()
    assert [clock.due for clock in running(walk, Purpose.CONFIRMATION)] == [date(2026, 4, 1)]
    assert not running(walk.act(K.CONFIRMATION_APPLIED), Purpose.CONFIRMATION)


def test_no_window_where_only_status_or_ownership_was_agreed() -> None:
    assert not running(agreed(only_status_or_ownership=True), Purpose.CONFIRMATION)


def test_a_visit_is_due_until_one_is_made_even_after_closing() -> None:
    walk = agreed().act(K.CLOSED)
    assert running(walk, Purpose.VISIT)
    assert not running(walk.act(K.VISIT_MADE), Purpose.VISIT)


def test_the_next_round_asks_for_a_visit_of_its_own() -> None:
    walk = agreed().act(K.VISIT_MADE).act(K.CLOSED).act(K.REOPENED)
    walk.act(K.SESSION_HELD).act(K.AGREEMENT_REACHED)
    assert running(walk, Purpose.VISIT)


def test_feedback_is_waited_for_until_it_comes() -> None:
    walk = accepted().act(K.HANDED_OVER)
    assert [clock.due for clock in running(walk, Purpose.FEEDBACK)] == [TODAY + 20 * DAY]
    assert not running(walk.act(K.FEEDBACK_RECEIVED), Purpose.FEEDBACK)


def test_silence_counts_from_the_last_thing_that_happened() -> None:
    walk = accepted()
    assert [clock.due for clock in running(walk, Purpose.SILENCE)] == [TODAY + 10 * DAY]
    walk.act(K.NOTE_ADDED, LATER)
    assert [clock.due for clock in running(walk, Purpose.SILENCE)] == [LATER + 10 * DAY]


def test_response_terms_are_off_until_the_office_turns_them_on() -> None:
    assert not running(accepted(), Purpose.RESPONSE)
    assert [clock.due for clock in running(accepted(), Purpose.RESPONSE, RESPONDING)] == [date(2026, 3, 4)]


def test_lifting_in_time_stops_the_villages_response_term_and_starts_the_towns() -> None:
    walk = accepted().act(happened.Lifted(to=Level.TOWN, reason="难"), TODAY + DAY)
    (clock,) = running(walk, Purpose.RESPONSE, RESPONDING)
    assert clock.rule
    assert (clock.rule.id, clock.starts) == ("response_town", TODAY + DAY)


def test_the_response_term_of_a_new_round_counts_from_its_reopening() -> None:
    walk = accepted().act(happened.Lifted(to=Level.TOWN, reason="难"), TODAY + DAY)
    walk.act(K.WITHDRAWN).act(K.CLOSED).act(K.REOPENED, date(2026, 5, 11))
    (clock,) = running(walk, Purpose.RESPONSE, RESPONDING)
    assert clock.starts == date(2026, 5, 11)


def test_days_left_are_calendar_days_and_negative_once_past() -> None:
    found = term(accepted())
    assert found
    assert [found.days_left(day) for day in (TODAY, date(2026, 4, 2), date(2026, 4, 5))] == [31, 0, -3]


def test_an_agreed_dispute_may_rest_until_something_of_it_is_due() -> None:
    assert not running(agreed(LATER + 30 * DAY), Purpose.SILENCE)


def test_what_presses_makes_a_case_overdue_and_the_rest_only_reminds() -> None:
    clocks = clocks_of(accepted().case, shipped_rules(), CALENDAR)
    nearest = nearest_pressing(clocks)
    assert nearest
    assert nearest.purpose is Purpose.MEDIATION
    assert clocks[0].purpose is Purpose.SILENCE
    assert nearest_pressing(()) is None


@modest
@given(walks())
def test_clocks_run_only_where_there_is_something_to_wait_for(walk: Walk) -> None:
    case, clocks = walk.case, clocks_of(walk.case, RESPONDING, CALENDAR)
    assert [clock.due for clock in clocks] == sorted(clock.due for clock in clocks)
    purposes = {clock.purpose for clock in clocks}
    if case.state in {State.VOIDED, State.ARCHIVED}:
        assert not clocks
    if case.state not in UNRESOLVED:
        assert not purposes & {Purpose.MEDIATION, Purpose.RESPONSE}
    assert (Purpose.SILENCE in purposes) == (case.state in UNRESOLVED)
    for clock in clocks:
        assert clock.starts <= clock.due
        assert clock.label
        if clock.purpose in {Purpose.MEDIATION, Purpose.RESPONSE} and len(case.rounds) > 1:
            assert clock.starts >= case.round.opened_on


def test_a_rule_that_is_turned_off_replaces_nothing() -> None:
    off = tuple(
        rule.model_copy(update={"enabled": rule.id != "labour"} if not rule.local else {})
        for rule in shipped_rules().clocks
    )
    rules = shipped_rules().model_copy(update={"clocks": off})
    case = accepted(category=Category.LABOUR).case
    assert [rule.id for rule in rules.applying_to(case, Purpose.MEDIATION)] == ["general"]


def test_every_shipped_rule_names_where_it_comes_from_and_speaks_both_languages() -> None:
    for rule in shipped_rules().clocks:
        assert rule.article
        assert rule.name_en.isascii()
        assert rule.label == rule.name


def test_lateness_begins_the_day_after_the_setting() -> None:
    assert [shipped_rules().is_late(lag) for lag in (0, 7, 8)] == [False, False, True]
