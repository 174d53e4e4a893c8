"""What became of agreements, with what is not due yet left out."""

from __future__ import annotations

import pytest

from mediation_tui.figures.figure import TIMES
from mediation_tui.figures.measures import MEASURES, read_caseload, read_measures
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind as K
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Channel, ConfirmationResult, Performance
from mediation_tui.rules.ruleset import shipped_rules
from tests.builders import Walk, an_agreement
from tests.figures.measures.town import Walked, day, figure, said, taken

APRIL = Period.month(2026, 4)


def agreed(*dues: object, serial: int = 1, **changes: object) -> Walk:
    return taken(day(3, 2), serial).act(an_agreement(day(3, 2), *dues, **changes))  # type: ignore[arg-type]


def visit(satisfied: bool | None = None, by: str = "") -> happened.VisitMade:
    return happened.VisitMade(
        channel=Channel.PHONE,
        whom="马占龙",
        performance=Performance.DONE,
        satisfied=satisfied,
        satisfaction_recorded_by=by,
    )


def test_an_agreement_is_kept_when_all_that_is_due_has_been_met_and_each_instalment_counts_beside() -> None:
    walk = agreed(day(3, 10), day(3, 20))
    assert said([walk], "performance", known_on=day(3, 10)) == "—"
    assert said([walk], "performance", known_on=day(3, 11)) == "0.0 %（0/1）"
    walk.act(happened.ObligationPerformed(obligation=1), day(3, 12))
    assert said([walk], "performance", known_on=day(3, 20)) == "100.0 %（1/1）"
    assert said([walk], "performance", known_on=day(3, 21)) == "0.0 %（0/1）"
    instalments = figure([walk], "instalments", known_on=day(3, 21))
    assert instalments.text == "50.0 %（1/2）"
    assert (instalments.cases, instalments.whole) == ({walk.case.id}, {walk.case.id})


def test_a_measure_asked_for_alone_opens_what_it_needs() -> None:
    visited = agreed(day(3, 10)).act(visit(satisfied=True, by="m1"), APRIL.first)
    performed = taken(day(4, 2), 2).act(an_agreement(day(4, 5), day(4, 20)), day(4, 5))
    performed.act(happened.ObligationPerformed(obligation=1), day(4, 20))
    again = taken(day(3, 3), 3).act(K.WITHDRAWN).act(K.CLOSED).act(K.REOPENED, APRIL.last)
    again.act(K.WITHDRAWN, day(5, 2)).act(K.CLOSED).act(K.REOPENED, day(5, 6))
    records = Walked((visited, performed, again))
    together = read_measures(records, APRIL)
    for id_, measure in MEASURES.items():
        assert measure.figure(read_caseload(records, APRIL, [measure])) == together.figure(id_), id_


def test_an_agreement_with_nothing_to_do_is_not_counted_as_performed() -> None:
    assert said([agreed()], "performance") == "—"


def test_performance_is_asked_of_the_round_that_agreed() -> None:
    walk = agreed(day(3, 10)).act(happened.ObligationPerformed(obligation=1), day(3, 9))
    walk.act(K.CLOSED).act(K.REOPENED, day(4, 1)).act(K.SESSION_HELD)
    walk.act(an_agreement(day(4, 5), day(4, 9)), day(4, 5))
    assert said([walk], "performance") == "100.0 %（1/1）"
    assert said([walk], "performance", APRIL) == "0.0 %（0/1）"


@pytest.mark.parametrize(("on", "printed"), [(day(4, 1), "100.0 %（1/1）"), (day(4, 2), "0.0 %（0/1）")])
def test_a_visit_is_in_time_on_its_last_day(on: object, printed: str) -> None:
    walk = agreed().act(visit(), on)  # type: ignore[arg-type]
    assert said([walk], "visits", APRIL) == printed
    assert said([walk], "visits") == "—"


def test_a_visit_counts_once_its_day_is_over_and_not_after_the_quarrel_was_taken_up_again() -> None:
    walk = agreed()
    assert said([walk], "visits", APRIL, day(4, 1)) == "—"
    assert said([walk], "visits", APRIL, day(4, 2)) == "0.0 %（0/1）"
    walk.act(K.CLOSED).act(K.REOPENED, day(3, 30))
    assert said([walk], "visits", APRIL) == "—"


def test_where_several_visits_are_due_each_is_asked_for() -> None:
    rules = shipped_rules()
    (monthly,) = (rule for rule in rules.clocks if rule.id == "visit")
    early = monthly.model_copy(update={"id": "visit_early", "limit": 7})
    several = rules.model_copy(update={"clocks": (*rules.clocks, early)})
    walk = agreed().act(visit(), day(3, 5))
    both = figure([walk], "visits", Period.year(2026), rules=several)
    assert (both.text, both.unit) == ("50.0 %（1/2）", TIMES)
    walk.act(visit(), day(3, 20))
    assert figure([walk], "visits", Period.year(2026), rules=several).text == "100.0 %（2/2）"


def test_satisfaction_written_down_by_the_cases_own_mediator_stands_apart() -> None:
    walk = agreed().act(visit(satisfied=True, by="王生财"), day(3, 5))
    walk.act(visit(satisfied=True, by="m1"), day(3, 6)).act(visit(satisfied=False, by="张司法"), day(3, 7))
    walk.act(visit(), day(3, 8))
    assert said([walk], "satisfied_by_own") == "100.0 %（2/2）"
    assert said([walk], "satisfied_by_others") == "0.0 %（0/1）"
    assert said([walk], "satisfied_by_own", APRIL) == "—"
    walk.act(visit(satisfied=False, by="m1"), day(4, 7))
    assert said([walk], "satisfied_by_own") == "100.0 %（2/2）"
    assert said([walk], "satisfied_by_own", APRIL) == "0.0 %（0/1）"


def test_confirmation_is_counted_out_of_what_a_court_could_confirm() -> None:
    decided = [agreed(serial=serial).act(K.CONFIRMATION_APPLIED, day(3, 9)) for serial in (1, 2, 3)]
    decided[0].act(K.CONFIRMATION_DECIDED, day(4, 1))
    decided[1].act(happened.ConfirmationDecided(result=ConfirmationResult.REJECTED), day(4, 1))
    walks = [*decided, agreed(serial=4), agreed(serial=5, only_status_or_ownership=True)]
    assert said(walks, "confirmed") == "25.0 %（1/4）"
    assert (said(walks, "confirmation_applied"), said(walks, "confirmation_rejected")) == ("3", "1")


def test_a_visit_of_one_round_does_not_stand_for_the_next() -> None:
    walk = agreed().act(visit(), day(3, 9)).act(K.CLOSED).act(K.REOPENED, day(4, 10)).act(K.SESSION_HELD)
    assert said([walk], "visits", APRIL) == "100.0 %（1/1）"
    walk.act(an_agreement(day(4, 13)), day(4, 13))
    assert said([walk], "visits", Period.year(2026)) == "50.0 %（1/2）"


@pytest.mark.parametrize(("again", "printed"), [(day(4, 1), "—"), (day(4, 2), "0.0 %（0/1）")])
def test_a_visit_due_the_day_the_quarrel_came_back_is_no_longer_owed(again: object, printed: str) -> None:
    walk = agreed().act(K.CLOSED).act(K.REOPENED, again)  # type: ignore[arg-type]
    assert said([walk], "visits", APRIL) == printed
