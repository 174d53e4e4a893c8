"""How long it took, from the dates things happened on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind as K
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Category
from tests.builders import Walk, an_agreement, an_entry
from tests.figures.measures.town import MARCH, day, figure, said, taken

APRIL = Period.month(2026, 4)


def agreed_after(days: int, serial: int = 1) -> Walk:
    on = day(3, 2) + timedelta(days=days)
    return taken(day(3, 2), serial).act(an_agreement(on), on)


def test_half_took_no_longer_than_the_median_and_nine_in_ten_no_longer_than_the_other() -> None:
    walks = [agreed_after(days, serial) for serial, days in enumerate((20, 3, 10), start=1)]
    walks.append(Walk.begun(an_entry(), day(3, 3), 4).act(K.WITHDRAWN))
    assert said(walks, "days_to_conclusion") == "10"
    assert said(walks, "most_days_to_conclusion") == "20"
    assert figure(walks, "days_to_conclusion").cases == {walk.case.id for walk in walks[:3]}


def test_what_was_written_down_late_took_no_longer_for_it() -> None:
    late = Walk.begun(an_entry(applied_on=day(3, 2)), day(3, 2), today=day(3, 30))
    late.act(K.ACCEPTED, day(3, 2)).act(K.SESSION_HELD, day(3, 3)).act(an_agreement(day(3, 5)), day(3, 5))
    assert said([late], "days_to_conclusion") == "3"


def test_nothing_concluded_took_no_time_that_anybody_knows() -> None:
    assert said([taken(day(3, 2))], "days_to_conclusion") == "—"


def test_each_round_is_counted_from_its_own_acceptance() -> None:
    walk = agreed_after(6).act(K.CLOSED).act(K.REOPENED, day(4, 1)).act(K.SESSION_HELD)
    walk.act(an_agreement(day(4, 5)), day(4, 5))
    assert said([walk], "days_to_conclusion") == "6"
    assert said([walk], "days_to_conclusion", APRIL) == "4"
    assert said([walk], "days_to_conclusion", Period.year(2026)) == "4"


def test_performance_counts_in_the_period_its_last_instalment_was_met() -> None:
    walk = taken(day(3, 2)).act(an_agreement(day(3, 4), day(3, 20), day(4, 20)), day(3, 4))
    walk.act(happened.ObligationPerformed(obligation=2), day(3, 10))
    assert said([walk], "days_to_performance") == "—"
    walk.act(happened.ObligationPerformed(obligation=1), day(4, 11))
    assert said([walk], "days_to_performance") == "—"
    assert (
        said([walk], "days_to_performance", APRIL) == said([walk], "most_days_to_performance", APRIL) == "40"
    )


def test_performance_of_a_round_stays_counted_when_the_quarrel_comes_back() -> None:
    walk = taken(day(3, 2)).act(an_agreement(day(3, 4), day(3, 20)), day(3, 4))
    walk.act(happened.ObligationPerformed(obligation=1), day(3, 9)).act(K.CLOSED).act(K.REOPENED, day(4, 2))
    assert said([walk], "days_to_performance") == "7"
    assert said([walk], "days_to_performance", APRIL) == "—"
    assert said([walk], "days_to_performance", Period.month(2026, 5)) == "—"


def test_a_round_of_which_something_is_left_to_do_is_not_performed() -> None:
    walk = taken(day(3, 2)).act(an_agreement(day(3, 4), day(3, 20), day(4, 20)), day(3, 4))
    walk.act(happened.ObligationPerformed(obligation=1), day(3, 9)).act(K.OBLIGATION_DEFAULTED, day(4, 21))
    assert said([walk.act(K.CLOSED).act(K.REOPENED)], "days_to_performance") == "—"


@pytest.mark.parametrize(
    ("concluded", "printed"), [(day(4, 2), "100.0 %（1/1）"), (day(4, 3), "0.0 %（0/1）")]
)
def test_the_last_day_of_the_term_is_still_in_time(concluded: date, printed: str) -> None:
    walk = taken(day(3, 2)).act(an_agreement(concluded), concluded)
    assert said([walk], "on_time", APRIL) == printed


def test_an_extension_both_sides_agreed_to_moves_the_term() -> None:
    until = day(4, 20)
    agreed = happened.ExtensionAgreed(until=until, applicants_consent=True, respondents_consent=True)
    walk = taken(day(3, 2)).act(agreed, day(3, 30)).act(an_agreement(until), until)
    assert said([walk], "on_time", APRIL) == "100.0 %（1/1）"


def test_every_kind_is_held_to_its_own_term() -> None:
    wages = taken(day(3, 2), category=Category.MIGRANT_WAGES).act(an_agreement(day(3, 20)), day(3, 20))
    assert said([wages, agreed_after(18, 2)], "on_time") == "50.0 %（1/2）"


def test_failing_in_time_is_in_time_and_withdrawing_is_neither() -> None:
    failed = taken(day(3, 2), 1).act(K.MEDIATION_FAILED, day(3, 20))
    withdrawn = taken(day(3, 2), 2).act(K.WITHDRAWN, day(3, 20))
    assert said([failed, withdrawn], "on_time") == "100.0 %（1/1）"
    assert figure([failed, withdrawn], "on_time", MARCH).whole == {failed.case.id}


def test_of_two_rounds_performed_in_a_period_the_last_counts_each_from_its_own_acceptance() -> None:
    walk = (
        Walk.begun(an_entry(applied_on=day(3, 2)), day(3, 2)).act(K.ACCEPTED, day(3, 4)).act(K.SESSION_HELD)
    )
    walk.act(an_agreement(day(3, 4), day(3, 20)), day(3, 4))
    walk.act(happened.ObligationPerformed(obligation=1), day(3, 9)).act(K.CLOSED).act(K.REOPENED, day(3, 10))
    assert said([walk], "days_to_performance") == "5"
    walk.act(K.SESSION_HELD).act(an_agreement(day(3, 12), day(3, 20)), day(3, 12))
    walk.act(happened.ObligationPerformed(obligation=1), day(3, 18))
    assert said([walk], "days_to_performance") == "8"
