"""What the law leaves open once something promised was not done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import Category, ConfirmationResult
from mediation_tui.rules.remedies import Way, in_default, remedies
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.rules.workdays import WorkingDays
from tests.builders import TODAY, Walk, an_agreement, an_entry

K = EventKind
DAY = timedelta(days=1)


def defaulted(category: Category = Category.NEIGHBOURS) -> Walk:
    """An agreement of today whose one promise, due tomorrow, was not kept."""
    walk = Walk.begun(an_entry(category=category)).act(K.ACCEPTED).act(K.SESSION_HELD)
    return walk.act(an_agreement(TODAY, TODAY + DAY)).act(K.OBLIGATION_DEFAULTED, TODAY + 2 * DAY)


def ways(walk: Walk, today: date) -> list[Way]:
    found = remedies(walk.case, shipped_rules(), WorkingDays.shipped(), today)
    return [remedy.way for remedy in found]


def test_while_the_window_is_open_both_may_still_go_to_the_court_together() -> None:
    walk = defaulted()
    assert in_default(walk.case)
    assert ways(walk, TODAY + 2 * DAY) == [Way.URGE, Way.CONFIRM, Way.SUE]
    assert ways(walk, TODAY + 60 * DAY) == [Way.URGE, Way.SUE]


@pytest.mark.parametrize(
    ("result", "left"),
    [
        (ConfirmationResult.VALID, [Way.URGE, Way.ENFORCE]),
        (ConfirmationResult.REJECTED, [Way.URGE, Way.SUE]),
    ],
)
def test_what_the_court_confirmed_is_enforced_and_what_it_did_not_is_sued_for(
    result: ConfirmationResult, left: list[Way]
) -> None:
    walk = defaulted().act(happened.ConfirmationApplied(court="县法院", jointly=True))
    walk.act(happened.ConfirmationDecided(result=result))
    assert ways(walk, TODAY + 3 * DAY) == left


def test_wages_may_be_asked_for_by_a_payment_order() -> None:
    assert Way.PAYMENT_ORDER in ways(defaulted(Category.MIGRANT_WAGES), TODAY + 2 * DAY)


def test_what_is_performed_after_all_is_no_default() -> None:
    walk = defaulted().act(K.OBLIGATION_PERFORMED)
    assert not in_default(walk.case)
    assert ways(Walk.begun(), TODAY) == []
