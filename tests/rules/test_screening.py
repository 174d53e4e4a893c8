"""Who owes which screening reports, and what counts as one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.errors import InvalidEntry, Refused
from mediation_tui.model.period import Period
from mediation_tui.model.screening import Round, RoundKind, Screening
from mediation_tui.rules.ruleset import RuleSet, shipped_rules
from mediation_tui.rules.screening import (
    Answer,
    Reporter,
    Rhythm,
    ScreeningRules,
    SpecialDays,
    board,
    check_round,
    due_between,
    spots,
)
from tests.builders import TODAY, TOWN
from tests.registers import LAST_WEEK, REPORTED_AT, WEEK, a_round, a_zero

DAY = timedelta(days=1)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def screening(round_: Round, id_: str = "s1", *, withdrawn: bool = False) -> Screening:
    return Screening(
        id=id_,
        version=1,
        recorded_by="m1",
        recorded_at=REPORTED_AT,
        touched_at=REPORTED_AT,
        round=round_,
        withdrawn=withdrawn,
    )


def standing(rules: ScreeningRules, *rounds: Round, period: Period = LAST_WEEK) -> dict[str, list[Answer]]:
    """How each place stands with the reports of a period, by its village and grid."""
    rounds_ = [screening(each, f"s{n}") for n, each in enumerate(rounds)]
    rows = board(rules, TOWN, rounds_, period.first, period.last, TODAY).rows
    return {f"{village}{grid or ''}": [mark.answer for mark in row] for (village, grid), row in rows.items()}


def test_the_program_comes_with_weekly_reports_of_villages() -> None:
    assert shipped_rules().screening == ScreeningRules()
    assert RuleSet().screening.rhythm is Rhythm.WEEK


@given(days, days, st.sampled_from(Rhythm))
def test_the_periods_of_a_rhythm_follow_each_other_without_a_gap(
    one: date, other: date, rhythm: Rhythm
) -> None:
    dues = due_between(ScreeningRules(rhythm=rhythm), min(one, other), max(one, other))
    assert all(later.first == due.last + DAY for due, later in pairwise(dues))
    assert all(min(one, other) <= due.last <= max(one, other) for due in dues)


@given(days, days, days, st.sampled_from(Rhythm))
def test_what_is_owed_in_two_stretches_is_owed_in_both_together(
    one: date, two: date, three: date, rhythm: Rhythm
) -> None:
    first, middle, last = sorted([one, two, three])
    special = SpecialDays(name="节前", first=middle - DAY, last=middle + DAY, daily=True)
    rules = ScreeningRules(rhythm=rhythm, special=(special,))
    parts = due_between(rules, first, middle) + due_between(rules, middle + DAY, last)
    assert parts == due_between(rules, first, last)


def test_half_months_end_on_the_fifteenth_and_the_last() -> None:
    rules = ScreeningRules(rhythm=Rhythm.HALF_MONTH)
    dues = due_between(rules, date(2028, 2, 1), date(2028, 2, 29))
    assert [(due.first.day, due.last.day) for due in dues] == [(1, 15), (16, 29)]


def test_an_important_period_is_owed_beside_the_usual_ones() -> None:
    festival = SpecialDays(name="春节前后", first=date(2026, 2, 24), last=date(2026, 2, 26))
    rules = ScreeningRules(special=(festival,))
    assert [due.special for due in due_between(rules, LAST_WEEK.first, LAST_WEEK.last)] == ["春节前后", ""]
    daily = ScreeningRules(special=(festival.model_copy(update={"daily": True}),))
    assert len(due_between(daily, LAST_WEEK.first, LAST_WEEK.last)) == 4
    special = a_round(Period(festival.first, festival.last), kind=RoundKind.SPECIAL)
    assert standing(rules, special)["v1"] == [Answer.REPORTED, Answer.MISSING]


def test_before_reports_were_asked_for_none_is_missing() -> None:
    assert due_between(ScreeningRules(since=WEEK.first), LAST_WEEK.first, LAST_WEEK.last) == ()


def test_nobody_reported_is_missing_and_never_zero() -> None:
    assert standing(ScreeningRules()) == {village: [Answer.MISSING] for village in ("v1", "v2", "v3")}


def test_a_zero_report_is_a_report() -> None:
    told = standing(ScreeningRules(), a_zero(), a_round(village="v2"))
    assert told == {"v1": [Answer.ZERO], "v2": [Answer.REPORTED], "v3": [Answer.MISSING]}


def test_what_is_not_over_is_not_due() -> None:
    assert standing(ScreeningRules(), period=WEEK)["v1"] == [Answer.NOT_DUE]
    assert standing(ScreeningRules(grace_days=1))["v1"] == [Answer.NOT_DUE]


def test_a_withdrawn_report_is_none() -> None:
    rounds = [screening(a_zero(), withdrawn=True)]
    told = board(ScreeningRules(), TOWN, rounds, LAST_WEEK.first, LAST_WEEK.last, TODAY)
    assert len(told.missing) == 3


def test_a_round_of_the_whole_month_answers_for_its_weeks() -> None:
    month = a_round(Period.month(2026, 2), held_on=date(2026, 2, 27))
    told = standing(ScreeningRules(), month, period=Period(date(2026, 2, 9), date(2026, 2, 22)))
    assert told["v1"] == [Answer.REPORTED, Answer.REPORTED]


def test_a_village_has_reported_once_all_its_grids_have() -> None:
    one, two = (a_zero(grid=grid) for grid in ("g1", "g2"))
    assert standing(ScreeningRules(), one)["v1"] == [Answer.MISSING]
    assert standing(ScreeningRules(), one, two)["v1"] == [Answer.ZERO]


def test_where_grids_report_the_villages_own_round_speaks_for_them() -> None:
    grids = ScreeningRules(reporters=Reporter.GRIDS)
    assert spots(grids, TOWN) == (("v1", "g1"), ("v1", "g2"), ("v2", "g3"), ("v3", None))
    told = standing(grids, a_round(), a_zero(village="v2", grid="g3"))
    assert told == {
        "v1g1": [Answer.REPORTED],
        "v1g2": [Answer.REPORTED],
        "v2g3": [Answer.ZERO],
        "v3": [Answer.MISSING],
    }


def test_a_week_that_has_not_begun_cannot_be_reported() -> None:
    ahead = WEEK.later()
    with pytest.raises(Refused, match="还没有开始"):
        check_round(a_round(ahead, held_on=ahead.first), (), TODAY)


def test_a_round_may_not_overlap_another_of_its_place_and_kind() -> None:
    others = [screening(a_zero())]
    inside = Period(LAST_WEEK.last, LAST_WEEK.last)
    with pytest.raises(Refused, match="不能重叠"):
        check_round(a_round(inside), others, TODAY)
    check_round(a_round(inside, village="v2"), others, TODAY)
    check_round(a_round(inside, grid="g1"), others, TODAY)
    check_round(a_round(inside, kind=RoundKind.SPECIAL), others, TODAY)
    check_round(a_round(inside), [screening(a_zero(), withdrawn=True)], TODAY)


@pytest.mark.parametrize(
    ("held_on", "sentence"),
    [(LAST_WEEK.first - DAY, "不能早于期间的第一天"), (TODAY + DAY, "不能晚于今天")],
)
def test_a_round_is_held_in_its_time(held_on: date, sentence: str) -> None:
    with pytest.raises(InvalidEntry, match=sentence):
        check_round(a_round(held_on=held_on), (), TODAY)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"first": LAST_WEEK.last + DAY}, "不能早于开始"),
        ({"first": LAST_WEEK.last - timedelta(days=366)}, "不能超过一年"),
        ({"zero": True}, "零报告是没有发现纠纷"),
    ],
)
def test_a_round_hangs_together(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        a_round(**changes)  # type: ignore[arg-type]
