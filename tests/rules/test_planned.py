"""What lies ahead of a case: every clock that runs, the session arranged, the decisions nobody has answered for."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import Category, PauseGround, Purpose
from mediation_tui.rules.clocks import clocks_of
from mediation_tui.rules.planned import PlannedKind, planned_of
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.rules.workdays import WorkingDays
from tests.builders import TODAY, Walk, an_entry
from tests.strategies import modest, walks

K = EventKind
DAY = timedelta(days=1)
CALENDAR = WorkingDays.shipped()


def planned(walk: Walk) -> tuple[tuple[PlannedKind, str], ...]:
    return tuple((each.kind, each.key) for each in planned_of(walk.case, shipped_rules(), CALENDAR))


def a_session(next_on: timedelta | None) -> happened.SessionHeld:
    return happened.SessionHeld(content="谈过一次。", next_on=TODAY + next_on if next_on else None)


@modest
@given(walks())
def test_every_clock_that_runs_lies_ahead_exactly_once(walk: Walk) -> None:
    clocks = clocks_of(walk.case, shipped_rules(), CALENDAR)
    ahead = [each for each in planned_of(walk.case, shipped_rules(), CALENDAR) if each.clock]
    asking = walk.case.on_desk
    running = [c for c in clocks if c.stopped_on is None and (asking or c.purpose is Purpose.VISIT)]
    assert sorted(map(repr, (each.clock for each in ahead))) == sorted(map(repr, running))
    assert all(each.clock and each.on == each.clock.due for each in ahead)


@modest
@given(walks())
def test_of_a_case_that_is_closed_something_lies_ahead_only_where_its_facts_say_so(walk: Walk) -> None:
    facts = walk.facts()
    waits = facts.visit_due is not None or facts.decision_due is not None
    ahead = planned_of(walk.case, shipped_rules(), CALENDAR)
    assert bool(ahead) == waits or walk.case.on_desk


@modest
@given(walks())
def test_nothing_of_a_case_has_the_name_of_something_else(walk: Walk) -> None:
    keys = [each.key for each in planned_of(walk.case, shipped_rules(), CALENDAR)]
    assert len(set(keys)) == len(keys)


def test_the_session_arranged_at_the_last_one_lies_ahead_until_another_was_held() -> None:
    walk = Walk.begun().act(K.ACCEPTED).act(a_session(5 * DAY))
    assert (PlannedKind.SESSION, "session-1") in planned(walk)
    walk.act(a_session(None))
    assert PlannedKind.SESSION not in {kind for kind, _key in planned(walk)}


def test_a_session_is_not_held_for_a_dispute_that_is_settled() -> None:
    walk = Walk.begun().act(K.ACCEPTED).act(a_session(5 * DAY)).act(K.AGREEMENT_REACHED)
    assert PlannedKind.SESSION not in {kind for kind, _key in planned(walk)}


def test_a_decision_lies_ahead_until_somebody_says_what_came_of_it() -> None:
    decision = happened.DecisionMade(text="请司法所派人到场。", owner="张司法", due=TODAY + 7 * DAY)
    walk = Walk.begun().act(decision)
    assert (PlannedKind.DECISION, "decision-1") in planned(walk)
    walk.act(happened.DecisionDone(decision=1, done=True))
    assert PlannedKind.DECISION not in {kind for kind, _key in planned(walk)}


def test_an_extension_moves_the_day_and_not_the_name() -> None:
    walk = Walk.begun().act(K.ACCEPTED)
    before = {each.key: each.on for each in planned_of(walk.case, shipped_rules(), CALENDAR)}
    until = TODAY + 60 * DAY
    walk.act(happened.ExtensionAgreed(until=until, applicants_consent=True, respondents_consent=True))
    after = {each.key: each.on for each in planned_of(walk.case, shipped_rules(), CALENDAR)}
    assert set(before) == set(after)
    assert before["round-1-mediation"] < after["round-1-mediation"] == until


def test_a_term_that_stands_still_has_no_day() -> None:
    walk = Walk.begun(an_entry(category=Category.MEDICAL)).act(K.ACCEPTED)
    assert (PlannedKind.LIMIT, "round-1-mediation") in planned(walk)
    walk.act(happened.ClockPaused(ground=PauseGround.APPRAISAL))
    assert (PlannedKind.LIMIT, "round-1-mediation") not in planned(walk)


def test_nothing_lies_ahead_of_a_case_that_is_void() -> None:
    decision = happened.DecisionMade(text="派人到场。", owner="张司法", due=TODAY + 7 * DAY)
    assert planned(Walk.begun().act(decision).act(K.VOIDED)) == ()
