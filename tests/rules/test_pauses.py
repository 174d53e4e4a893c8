"""A term stands still only on a ground its rule knows, and its days of rest do not count."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mediation_tui.errors import InvalidEntry, MediationError, Refused
from mediation_tui.i18n import _
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import Category, Entruster, PauseGround, Purpose, Source, State
from mediation_tui.rules import lifecycle, pausing
from mediation_tui.rules.clocks import Clock, clocks_of, mediation_term, nearest_pressing
from mediation_tui.rules.ruleset import RuleSet, shipped_rules
from mediation_tui.rules.workdays import WorkingDays
from tests.builders import TODAY, Walk, an_entry
from tests.valid import valid

K = EventKind
DAY = timedelta(days=1)
CALENDAR = WorkingDays.shipped()
APPRAISAL = happened.ClockPaused(ground=PauseGround.APPRAISAL)


def medical() -> Walk:
    return Walk.begun(an_entry(category=Category.MEDICAL)).act(K.ACCEPTED)


def from_court() -> Walk:
    entry = an_entry(source=Source.ENTRUSTED, entruster=Entruster.COURT, applied_on=None)
    return Walk.begun(entry).act(K.ACCEPTED)


def term(walk: Walk, rules: RuleSet | None = None) -> Clock:
    found = mediation_term(walk.case, rules or shipped_rules(), CALENDAR)
    assert found
    return found


def asking_consent() -> RuleSet:
    """The shipped rules with a general term that stands still for another case's result if both sides agree."""
    changed = {"pauses_by_consent": (PauseGround.OTHER_RESULT,)}
    clocks = (
        rule.model_copy(update=changed if rule.id == "general" else {}) for rule in shipped_rules().clocks
    )
    return shipped_rules().model_copy(update={"clocks": tuple(clocks)})


def refusal(walk: Walk, data: happened.ClockPaused, rules: RuleSet | None = None) -> str:
    with pytest.raises(InvalidEntry) as refused:
        pausing.check(walk.case, data, rules or shipped_rules())
    return str(refused.value)


def test_an_appraisal_is_not_counted_in_a_medical_term() -> None:
    walk = medical().act(APPRAISAL, date(2026, 3, 10)).act(K.CLOCK_RESUMED, date(2026, 3, 20))
    found = term(walk)
    assert (found.due, found.paused, found.stopped_on) == (date(2026, 4, 24), 10, None)


def test_an_appraisal_is_not_counted_in_a_term_of_the_courts() -> None:
    walk = from_court().act(APPRAISAL, date(2026, 3, 10)).act(K.CLOCK_RESUMED, date(2026, 3, 20))
    assert term(walk).due == date(2026, 4, 13)


def test_while_it_stands_still_nothing_is_late_and_as_many_days_are_left_every_day() -> None:
    walk = medical().act(APPRAISAL, date(2026, 3, 10))
    found = term(walk)
    assert found.stopped_on == date(2026, 3, 10)
    assert {found.days_left(day) for day in (date(2026, 3, 11), date(2026, 12, 1))} == {35}
    clocks = clocks_of(walk.case, shipped_rules(), CALENDAR)
    assert found in clocks
    assert nearest_pressing(clocks) is None
    facts = walk.facts()
    assert (facts.term_due, facts.due_on) == (None, None)


def test_lists_know_since_when_it_stands_still() -> None:
    walk = medical().act(APPRAISAL, date(2026, 3, 10))
    facts = walk.facts()
    assert (facts.paused_on, facts.term_due, facts.due_on) == (date(2026, 3, 10), None, None)
    assert walk.act(K.CLOCK_RESUMED, date(2026, 3, 20)).facts().paused_on is None


def test_a_pause_that_mediation_ended_in_ended_with_it() -> None:
    walk = medical().act(APPRAISAL, date(2026, 4, 10)).act(K.MEDIATION_FAILED, date(2026, 5, 20))
    found = term(walk)
    assert walk.case.round.paused is None
    assert found.stopped_on is None
    assert found.due > date(2026, 5, 20)
    assert walk.facts().term_due == found.due


def test_a_term_that_is_past_is_not_brought_back_by_a_pause() -> None:
    walk = medical().act(APPRAISAL, date(2026, 4, 15))
    assert (term(walk).due, term(walk).stopped_on) == (date(2026, 4, 14), None)
    assert walk.facts().due_on == date(2026, 4, 14)
    assert term(walk.act(K.CLOCK_RESUMED, date(2026, 6, 1))).due == date(2026, 4, 14)


def test_a_last_day_both_sides_agreed_to_moves_with_a_pause_after_it() -> None:
    walk = medical().act(K.EXTENSION_AGREED, date(2026, 4, 10))
    assert walk.case.round.extended_to == date(2026, 4, 30)
    walk.act(APPRAISAL, date(2026, 4, 20)).act(K.CLOCK_RESUMED, date(2026, 4, 25))
    assert (term(walk).due, term(walk).extended) == (date(2026, 5, 5), True)


def test_a_pause_before_an_extension_is_already_in_the_day_agreed_to() -> None:
    walk = medical().act(APPRAISAL, date(2026, 3, 10)).act(K.CLOCK_RESUMED, date(2026, 3, 20))
    agreed = happened.ExtensionAgreed(
        until=date(2026, 5, 8), applicants_consent=True, respondents_consent=True
    )
    assert term(walk.act(agreed, date(2026, 4, 1))).due == date(2026, 5, 8)


def test_a_term_without_a_ground_is_not_paused_and_what_is_allowed_is_said() -> None:
    said = refusal(Walk.begun().act(K.ACCEPTED), APPRAISAL)
    assert said == "“调解期限”没有规定可以中止；双方都同意的，可以“延期”"


def test_another_ground_than_the_rules_is_refused_with_those_it_knows() -> None:
    said = refusal(medical(), happened.ClockPaused(ground=PauseGround.PREVENTED))
    assert "不能因当事人因客观原因不能参加中止，可以因：鉴定" in said


def test_where_no_term_runs_there_is_nothing_to_pause() -> None:
    assert "没有在走的调解期限" in refusal(Walk.begun(), APPRAISAL)


@pytest.mark.parametrize("consents", [(None, None), (True, None), (False, True)])
def test_a_ground_that_asks_both_sides_needs_both(consents: tuple[bool | None, bool | None]) -> None:
    walk = Walk.begun().act(K.ACCEPTED)
    applicants, respondents = consents
    data = happened.ClockPaused(
        ground=PauseGround.OTHER_RESULT, applicants_consent=applicants, respondents_consent=respondents
    )
    assert "要双方都同意" in refusal(walk, data, asking_consent())
    both = data.model_copy(update={"applicants_consent": True, "respondents_consent": True})
    pausing.check(walk.case, both, asking_consent())


def test_no_second_pause_no_resuming_without_one_and_each_says_what_to_do() -> None:
    walk = medical()
    with pytest.raises(Refused, match="没有中止，不能做“恢复计时”"):
        lifecycle.check(walk.case, K.CLOCK_RESUMED)
    walk.act(APPRAISAL)
    with pytest.raises(Refused, match="已经中止，不能再做“中止计时”；可以先做“恢复计时”"):
        lifecycle.check(walk.case, K.CLOCK_PAUSED)
    walk.act(K.CLOCK_RESUMED, TODAY + DAY)
    with pytest.raises(InvalidEntry, match="不能早于“恢复计时”的日期"):
        walk.act(APPRAISAL, TODAY)


def test_resuming_does_not_come_before_the_pause_nor_the_end_before_either() -> None:
    walk = medical().act(APPRAISAL, TODAY + 5 * DAY)
    with pytest.raises(InvalidEntry, match="不能早于“中止计时”的日期"):
        walk.act(K.CLOCK_RESUMED, TODAY + 4 * DAY)
    with pytest.raises(InvalidEntry, match="不能早于“中止计时”的日期"):
        walk.act(K.MEDIATION_FAILED, TODAY + 4 * DAY)


def test_a_pause_changes_no_state_and_a_new_round_begins_without_it() -> None:
    walk = medical().act(APPRAISAL)
    assert walk.case.state is State.ACCEPTED
    walk.act(K.MEDIATION_FAILED).act(K.CLOSED).act(K.REOPENED, TODAY + 30 * DAY)
    assert walk.case.round.pauses == ()
    assert walk.case.rounds[0].pauses[0].ground is PauseGround.APPRAISAL


def test_a_pause_taken_back_leaves_the_term_as_it_was() -> None:
    walk = medical()
    before = term(walk)
    assert term(walk.act(APPRAISAL, TODAY + DAY)).stopped_on
    assert term(walk.undo()) == before


def test_silence_goes_on_reminding_while_the_term_stands_still() -> None:
    clocks = clocks_of(medical().act(APPRAISAL).case, shipped_rules(), CALENDAR)
    assert Purpose.SILENCE in {clock.purpose for clock in clocks}


@given(begun=st.integers(0, 60), length=st.integers(0, 120))
def test_a_pause_never_brings_the_last_day_nearer_and_moves_it_by_its_days(begun: int, length: int) -> None:
    before = term(from_court())
    since = TODAY + begun * DAY
    walk = from_court().act(APPRAISAL, since).act(K.CLOCK_RESUMED, since + length * DAY)
    moved = (term(walk).due - before.due).days
    assert moved >= 0
    assume(since <= TODAY + 30 * DAY)
    assert length <= moved + 15, "less only by rest days that were waited for before"
    assert CALENDAR.is_workday(term(walk).due)


def test_a_warning_says_that_a_labour_term_knows_no_extension() -> None:
    from mediation_tui.rules.warnings import warnings

    walk = Walk.begun(an_entry(category=Category.LABOUR)).act(K.ACCEPTED)
    data = valid(K.EXTENSION_AGREED, walk.case, TODAY)
    (said,) = warnings(walk.case, data, TODAY, shipped_rules(), CALENDAR)
    assert isinstance(said, MediationError)
    assert _("没有规定") in str(said)
    general = Walk.begun().act(K.ACCEPTED)
    assert not warnings(general.case, data, TODAY, shipped_rules(), CALENDAR)
