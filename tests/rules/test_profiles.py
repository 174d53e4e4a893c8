"""Every profile of time the program comes with, from the day it starts to its last day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mediation_tui.errors import InvalidEntry, Refused
from mediation_tui.i18n import use
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import (
    Category,
    Channel,
    CourtProcedure,
    Entruster,
    Performance,
    Purpose,
    Source,
)
from mediation_tui.rules.clocks import Clock, clocks_of, mediation_term, nearest_pressing
from mediation_tui.rules.ruleset import BY_RULE, HINTS, PRESSING, ClockRule, RuleSet, shipped_rules
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.rules.workyears import WorkYear
from tests.builders import TODAY, Walk, an_agreement, an_entry

K = EventKind
DAY = timedelta(days=1)
CALENDAR = WorkingDays.shipped()
OFF = {"agreed", "visit_first", "visit_second", "visit_third", "online_answer", "petition"} | {
    f"response_{level}" for level in ("grid", "village", "town", "town_all")
}


def rule(id_: str) -> ClockRule:
    return next(each for each in shipped_rules().clocks if each.id == id_)


def only(*ids: str) -> RuleSet:
    """These rules and no others, turned on."""
    clocks = tuple(rule(id_).model_copy(update={"enabled": True}) for id_ in ids)
    return shipped_rules().model_copy(update={"clocks": clocks})


def running(walk: Walk, rules: RuleSet, purpose: Purpose) -> list[Clock]:
    return [clock for clock in clocks_of(walk.case, rules, CALENDAR) if clock.purpose is purpose]


def entrusted(by: Entruster, procedure: CourtProcedure | None = None) -> Walk:
    entry = an_entry(source=Source.ENTRUSTED, entruster=by, procedure=procedure, applied_on=None)
    return Walk.begun(entry).act(K.ACCEPTED)


def agreed(on: date = TODAY) -> Walk:
    return Walk.begun().act(K.ACCEPTED).act(K.SESSION_HELD).act(an_agreement(on), on)


def visited(next_on: date | None = None) -> happened.VisitMade:
    return happened.VisitMade(
        channel=Channel.PHONE, whom="马占龙", performance=Performance.DONE, next_on=next_on
    )


@pytest.mark.parametrize(
    ("procedure", "id_", "last"),
    [
        (None, "court", date(2026, 4, 1)),
        (CourtProcedure.BEFORE_FILING, "court", date(2026, 4, 1)),
        (CourtProcedure.ORDINARY, "court_ordinary", date(2026, 3, 17)),
        (CourtProcedure.SUMMARY, "court_summary", date(2026, 3, 9)),
    ],
)
def test_the_courts_term_depends_on_the_stage_it_was_sent_at(
    procedure: CourtProcedure | None, id_: str, last: date
) -> None:
    found = mediation_term(entrusted(Entruster.COURT, procedure).case, shipped_rules(), CALENDAR)
    assert found
    assert found.rule
    assert (found.rule.id, found.due) == (id_, last)


def test_only_a_court_sends_at_a_stage() -> None:
    with pytest.raises(ValueError, match="只有法院移送"):
        an_entry(procedure=CourtProcedure.SUMMARY)


def test_an_agreed_term_is_the_parties_day_or_thirty_days() -> None:
    rules = only("general", "agreed")
    plain = {"reserved_elsewhere": False, "taken_elsewhere": False, "consent": "both_agree"}
    without = Walk.begun().act(K.ACCEPTED)
    found = mediation_term(without.case, rules, CALENDAR)
    assert found
    assert found.due == date(2026, 4, 1)
    until = date(2026, 3, 21)
    accepted = happened.Accepted.model_validate({**plain, "agreed_until": until})
    walk = Walk.begun().act(accepted)
    found = mediation_term(walk.case, rules, CALENDAR)
    assert found
    assert found.due == until
    general = mediation_term(walk.case, shipped_rules(), CALENDAR)
    assert general
    assert general.due == date(2026, 4, 2), "where the office has no such rule the general term holds"
    with pytest.raises(InvalidEntry, match="不能早于受理"):
        Walk.begun().act(accepted.model_copy(update={"agreed_until": TODAY - DAY}))


def test_what_is_local_or_unverified_is_off_or_says_that_it_is_the_offices_own() -> None:
    assert {each.id for each in shipped_rules().clocks if not each.enabled} == OFF
    assert {each.id for each in shipped_rules().clocks if each.local and each.enabled} == {"visit"}
    assert "由本所设定" in rule("visit").article
    for id_ in OFF - {"online_answer", "petition", "visit"}:
        assert rule(id_).local
        assert "本地" in rule(id_).article


def test_every_rule_says_its_authority_and_its_ending_in_both_languages() -> None:
    for each in shipped_rules().clocks:
        assert each.purpose in BY_RULE
        assert each.article_en
        assert bool(each.ending) is bool(each.ending_en)
        assert each.consequence == each.ending
        if each.purpose is Purpose.MEDIATION:
            assert each.ending
    use("en")
    try:
        assert rule("labour").consequence.startswith("a party may go to labour arbitration")
    finally:
        use("zh")


def test_several_visits_are_due_one_after_the_other_and_each_made_answers_the_next() -> None:
    rules = only("visit", "visit_first", "visit_second", "visit_third")
    walk = agreed()
    days = [TODAY + n * DAY for n in (1, 3)] + [date(2026, 3, 9)]
    assert [clock.due for clock in running(walk, rules, Purpose.VISIT)] == days
    walk.act(visited(), TODAY + DAY)
    assert [clock.due for clock in running(walk, rules, Purpose.VISIT)] == days[1:]
    walk.act(visited(), TODAY + 4 * DAY).act(visited(), TODAY + 8 * DAY)
    assert not running(walk, rules, Purpose.VISIT)


def test_a_visit_asked_for_reminds_until_it_is_made_even_after_closing() -> None:
    rules, day = only("general"), TODAY + 40 * DAY
    walk = agreed().act(happened.VisitPlanned(visit_on=day, reason="看水沟"))
    (clock,) = running(walk, rules, Purpose.VISIT)
    assert (clock.due, clock.rule, clock.label) == (day, None, "约定回访")
    assert walk.facts().visit_due == date(2026, 4, 1), "the rule's visit comes first"
    walk.act(K.CLOSED)
    assert running(walk, rules, Purpose.VISIT)
    assert not running(walk.act(visited(), day), rules, Purpose.VISIT)


def test_the_next_visit_is_asked_for_with_the_one_that_is_made() -> None:
    walk = agreed().act(visited(TODAY + 60 * DAY), TODAY + DAY)
    (clock,) = running(walk, shipped_rules(), Purpose.VISIT)
    assert clock.due == TODAY + 60 * DAY
    assert walk.facts().visit_due == clock.due
    with pytest.raises(InvalidEntry, match="不能早于本次"):
        agreed().act(visited(TODAY - DAY))


def test_one_visit_is_asked_for_at_a_time_and_the_later_word_holds() -> None:
    walk = agreed().act(happened.VisitPlanned(visit_on=TODAY + 5 * DAY))
    walk.act(happened.VisitPlanned(visit_on=TODAY + 9 * DAY))
    assert [clock.due for clock in running(walk, only("general"), Purpose.VISIT)] == [TODAY + 9 * DAY]
    with pytest.raises(InvalidEntry, match="不能早于办理"):
        walk.act(happened.VisitPlanned(visit_on=TODAY - DAY))


@pytest.mark.parametrize("act", [visited(), happened.VisitPlanned(visit_on=TODAY + DAY)])
def test_no_visit_before_the_agreement_and_what_is_possible_is_said(act: happened.EventData) -> None:
    walk = Walk.begun().act(K.ACCEPTED).act(K.SESSION_HELD)
    with pytest.raises(Refused) as refused:
        walk.act(act)
    assert "现在是“调解中”" in str(refused.value)
    assert "可以做：" in str(refused.value)
    with pytest.raises(InvalidEntry, match="不能早于“达成协议”的日期"):
        agreed(TODAY + 3 * DAY).act(act, TODAY + DAY)


def test_the_courts_answer_is_waited_for_until_it_comes() -> None:
    walk = agreed()
    assert not running(walk, shipped_rules(), Purpose.COURT)
    (clock,) = running(walk.act(K.CONFIRMATION_APPLIED), shipped_rules(), Purpose.COURT)
    assert clock.due == date(2026, 3, 20)
    assert not clock.pressing
    assert not running(walk.act(K.CONFIRMATION_DECIDED), shipped_rules(), Purpose.COURT)


@pytest.mark.parametrize(
    ("category", "applied", "lasts"),
    [
        (Category.NEIGHBOURS, date(2026, 2, 28), {"limitation": date(2029, 2, 28)}),
        (Category.LABOUR, date(2026, 2, 28), {"limitation_labour": date(2027, 3, 1)}),
        (
            Category.LAND,
            date(2026, 1, 5),
            {"limitation": date(2029, 1, 5), "limitation_land": date(2028, 1, 5)},
        ),
    ],
)
def test_limitation_begins_anew_with_the_application_and_only_hints(
    category: Category, applied: date, lasts: dict[str, date]
) -> None:
    walk = Walk.begun(an_entry(category=category, applied_on=applied)).act(K.ACCEPTED)
    hints = running(walk, shipped_rules(), Purpose.LIMITATION)
    assert {clock.rule.id: clock.due for clock in hints if clock.rule} == lasts
    assert not any(clock.pressing for clock in hints)
    assert all(clock.hint for clock in hints)


def test_nothing_is_ever_overdue_by_a_hint() -> None:
    assert not HINTS & PRESSING
    walk = Walk.begun(an_entry(category=Category.LABOUR)).act(K.ACCEPTED).act(K.MEDIATION_FAILED)
    clocks = clocks_of(walk.case, shipped_rules(), CALENDAR)
    assert {clock.purpose for clock in clocks} == {Purpose.LIMITATION}
    assert nearest_pressing(clocks) is None
    assert walk.facts().due_on is None


def test_a_dispute_nobody_applied_for_has_no_hint_and_an_agreed_one_none_any_more() -> None:
    assert not running(entrusted(Entruster.POLICE), shipped_rules(), Purpose.LIMITATION)
    assert not running(agreed(), shipped_rules(), Purpose.LIMITATION)


def test_the_petition_offices_term_stands_beside_the_general_one_to_compare() -> None:
    walk = entrusted(Entruster.PETITION_OFFICE)
    (clock,) = running(walk, only("general", "petition"), Purpose.COMPARISON)
    assert (clock.due, clock.pressing) == (date(2026, 5, 6), False)
    assert not running(walk, shipped_rules(), Purpose.COMPARISON)


def test_the_answer_to_an_online_entrustment_is_due_until_the_case_is_accepted() -> None:
    entry = an_entry(source=Source.ENTRUSTED, entruster=Entruster.COURT, applied_on=None)
    walk = Walk.begun(entry)
    (clock,) = running(walk, only("online_answer"), Purpose.RESPONSE)
    assert clock.due == date(2026, 3, 5)
    assert not running(walk.act(K.ACCEPTED), only("online_answer"), Purpose.RESPONSE)


def test_a_last_day_in_a_year_that_is_not_known_says_so_until_the_office_adds_it() -> None:
    walk = Walk.begun(an_entry(applied_on=date(2026, 12, 1)), on=date(2026, 12, 1)).act(K.ACCEPTED)
    found = mediation_term(walk.case, shipped_rules(), shipped_rules().calendar)
    assert found
    assert (found.due, found.assumed) == (date(2027, 1, 1), True)
    own = WorkYear(year=2027, rest=(date(2027, 1, 1),), work=(date(2027, 1, 2),))
    rules = shipped_rules().model_copy(update={"workyears": (own,)})
    found = mediation_term(walk.case, rules, rules.calendar)
    assert found
    assert (found.due, found.assumed) == (date(2027, 1, 2), False)


def test_days_the_parties_set_themselves_assume_nothing() -> None:
    walk = agreed().act(happened.VisitPlanned(visit_on=date(2090, 10, 1)))
    assert not any(clock.assumed for clock in running(walk, only("general"), Purpose.VISIT))
