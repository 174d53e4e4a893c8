"""Which way risks went, counted from each change; and what was averted, in pairs."""

from __future__ import annotations

from mediation_tui.figures.telling import note_of
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind as K
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Averted, Risk
from tests.builders import Walk, an_entry
from tests.figures.measures.town import day, figure, said, taken

APRIL = Period.month(2026, 4)


def becomes(risk: Risk) -> happened.RiskChanged:
    return happened.RiskChanged(risk=risk, reason="情况有变", measure="稳控")


def averted(people: int, what: Averted = Averted.SUICIDE) -> happened.PreventionNoted:
    return happened.PreventionNoted(averted=what, people=people, ground="扬言轻生，已劝住")


def levels(walks: list[Walk], way: str, period: Period) -> list[str]:
    return [said(walks, f"{way}_{risk}", period) for risk in Risk]


def test_a_dispute_comes_in_at_one_level_and_is_closed_at_another() -> None:
    calm, tense = taken(day(3, 2), 1), taken(day(3, 2), 2, risk=Risk.HIGH)
    calm.act(becomes(Risk.ELEVATED)).act(K.WITHDRAWN).act(K.CLOSED, day(4, 2))
    tense.act(becomes(Risk.ORDINARY), day(3, 20)).act(K.WITHDRAWN).act(K.CLOSED, day(4, 2))
    assert levels([calm, tense], "opened_at", Period.month(2026, 3)) == ["1", "0", "1", "0"]
    assert levels([calm, tense], "closed_at", APRIL) == ["1", "1", "0", "0"]
    assert levels([calm, tense], "opened_at", APRIL) == ["0"] * 4
    assert levels([calm, tense], "closed_at", Period.month(2026, 3)) == ["0"] * 4
    calm.act(K.NOTE_ADDED, day(5, 6))
    assert levels([calm], "closed_at", Period.month(2026, 5)) == ["0"] * 4


def test_every_step_up_and_down_counts_in_the_period_it_was_made() -> None:
    walk = taken(day(3, 2)).act(becomes(Risk.SEVERE), day(3, 3)).act(becomes(Risk.HIGH), day(3, 9))
    walk.act(becomes(Risk.SEVERE), day(3, 10)).act(becomes(Risk.ORDINARY), day(4, 2))
    assert (said([walk], "risk_raised"), said([walk], "risk_lowered")) == ("2", "1")
    assert (said([walk], "risk_raised", APRIL), said([walk], "risk_lowered", APRIL)) == ("0", "1")
    assert figure([walk], "risk_raised").cases == {walk.case.id}


def test_another_reason_for_the_same_risk_is_no_step() -> None:
    walk = taken(day(3, 2)).act(becomes(Risk.HIGH), day(3, 3)).act(becomes(Risk.HIGH), day(3, 9))
    assert (said([walk], "risk_raised"), said([walk], "risk_lowered")) == ("1", "0")


def test_a_risk_is_named_in_what_is_counted_of_it() -> None:
    opened, closed = (figure([], f"{way}_at_{Risk.HIGH}") for way in ("opened", "closed"))
    assert note_of(opened) == "收案时较高：期间内登记的纠纷中，登记时风险为较高的。"
    assert note_of(closed) == "结案时较高：期间内结案的纠纷中，最后一次结案当日风险为较高的。"
    assert (str(opened.basis.dates), str(closed.basis.dates)) == ("登记日期", "结案日期")


def test_a_void_dispute_never_had_a_risk() -> None:
    walk = Walk.begun(an_entry(risk=Risk.HIGH), day(3, 2)).act(becomes(Risk.SEVERE)).act(K.VOIDED)
    assert said([walk], "risk_raised") == "0"
    assert levels([walk], "opened_at", Period.month(2026, 3)) == ["0"] * 4


def test_what_was_averted_is_counted_in_disputes_and_persons_by_its_own_date() -> None:
    twice = taken(day(1, 5), 1).act(K.WITHDRAWN).act(averted(2), day(3, 3)).act(averted(1), day(3, 4))
    once = taken(day(3, 2), 2).act(averted(30, Averted.GROUP_PETITION)).act(averted(5), day(4, 1))
    walks = [twice, once]
    assert (said(walks, "suicide_cases"), said(walks, "suicide_people")) == ("1", "3")
    assert (said(walks, "group_petition_cases"), said(walks, "group_petition_people")) == ("1", "30")
    assert (said(walks, "crime_cases"), said(walks, "crime_people")) == ("0", "0")
    assert (said(walks, "suicide_cases", APRIL), said(walks, "suicide_people", APRIL)) == ("1", "5")


def test_a_dispute_is_closed_at_the_level_of_that_day_and_of_its_last_closing() -> None:
    walk = taken(day(3, 2)).act(K.WITHDRAWN).act(becomes(Risk.HIGH), day(3, 9)).act(K.CLOSED, day(3, 9))
    assert levels([walk], "closed_at", Period.month(2026, 3)) == ["0", "0", "1", "0"]
    walk.act(K.REOPENED, day(3, 10)).act(becomes(Risk.ELEVATED), day(3, 11)).act(K.WITHDRAWN, day(3, 12))
    walk.act(K.CLOSED, day(3, 12))
    assert levels([walk], "closed_at", Period.month(2026, 3)) == ["0", "1", "0", "0"]
