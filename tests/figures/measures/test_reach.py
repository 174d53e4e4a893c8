"""How far back a case still matters to a period."""

from __future__ import annotations

from datetime import date, timedelta

from mediation_tui.figures.measures.reach import matters_since, visits_due_since
from mediation_tui.model.vocabulary import Purpose
from mediation_tui.rules.ruleset import shipped_rules
from tests.figures.measures.town import MARCH

RULES = shipped_rules()
VISIT = next(rule for rule in RULES.clocks if rule.id == "visit")
OTHERS = tuple(rule for rule in RULES.clocks if rule.purpose is not Purpose.VISIT)
ONCE, NEVER, LATE = (
    RULES.model_copy(update={"clocks": (*OTHERS, *visits)})
    for visits in ((VISIT,), (), (VISIT, VISIT.model_copy(update={"limit": 400})))
)


def back(days: int) -> date:
    return MARCH.first - timedelta(days=days)


def test_a_visit_may_fall_due_as_long_after_an_agreement_as_the_longest_rule_says() -> None:
    assert visits_due_since(MARCH.first, ONCE) == back(30 + 15)
    assert visits_due_since(MARCH.first, LATE) == back(400 + 15)
    assert visits_due_since(MARCH.first, NEVER) == back(15)


def test_a_quarrel_may_recur_for_a_year_and_a_visit_fall_due_later_still() -> None:
    assert matters_since(MARCH.first, ONCE) == matters_since(MARCH.first, NEVER) == back(366 + 15)
    assert matters_since(MARCH.first, LATE) == back(400 + 15)


def test_there_is_nothing_before_the_first_day_of_all() -> None:
    assert visits_due_since(date.min, ONCE) == date.min
