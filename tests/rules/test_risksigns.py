"""What in a case makes one ask whether it may escalate."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.party import Party
from mediation_tui.model.vocabulary import Category, Channel, Risk, Side
from mediation_tui.rules.riskhistory import risk_history
from mediation_tui.rules.risksigns import RiskQuestion, Sign, risk_questions
from mediation_tui.rules.screening import SpecialDays
from tests.builders import TODAY, Walk, an_entry
from tests.strategies import walks

K = EventKind
FESTIVAL = SpecialDays(name="国庆前后", first=TODAY, last=TODAY + timedelta(days=9))


def asked(walk: Walk, **around: object) -> list[Sign]:
    return [question.sign for question in questions(walk, **around)]


def questions(walk: Walk, today: date = TODAY, **around: object) -> tuple[RiskQuestion, ...]:
    return risk_questions(walk.case, walk.events, today, **around)  # type: ignore[arg-type]


def looked(risk: Risk = Risk.ORDINARY) -> happened.RiskChanged:
    return happened.RiskChanged(risk=risk, reason="问过了", measure="继续观察")


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("他扬言要报复。", Sign.THREAT),
        ("拿菜刀追到门口。", Sign.WEAPON),
        ("说不想活了。", Sign.SUICIDE),
        ("纠集亲戚围堵大门。", Sign.CROWD),
        ("长期家暴。", Sign.DOMESTIC),
        ("开春就要动工。", Sign.BUILDING),
    ],
)
def test_words_that_were_said_make_one_ask(words: str, sign: Sign) -> None:
    walk = Walk.begun().act(K.ACCEPTED).act(happened.SessionHeld(content=words))
    assert asked(walk) == [sign]
    (question,) = questions(walk)
    assert question.place == 2
    assert f"“{question.word}”" in question.sentence


@pytest.mark.parametrize(
    ("entry", "sign"),
    [
        ({"category": Category.LAND}, Sign.LAND),
        ({"category": Category.MIGRANT_WAGES}, Sign.WAGES),
        ({"people": 10}, Sign.MANY),
        (
            {
                "parties": (
                    Party(id="p1", side=Side.APPLICANT, name="马小龙", minor=True),
                    Party(id="p2", side=Side.RESPONDENT, name="李某"),
                )
            },
            Sign.MINOR,
        ),
    ],
)
def test_what_a_case_is_about_makes_one_ask(entry: dict[str, object], sign: Sign) -> None:
    assert asked(Walk.begun(an_entry(**entry))) == [sign]
    assert asked(Walk.begun(an_entry(**entry, risk=Risk.ELEVATED))) == []


def test_an_ordinary_quarrel_asks_nothing() -> None:
    assert asked(Walk.begun().act(K.ACCEPTED).act(K.SESSION_HELD)) == []


def test_the_third_session_without_an_agreement_asks_and_the_second_does_not() -> None:
    walk = Walk.begun().act(K.ACCEPTED).act(K.SESSION_HELD).act(K.SESSION_HELD)
    assert asked(walk) == []
    assert asked(walk.act(K.SESSION_HELD)) == [Sign.TRIED]


def test_a_look_at_the_risk_answers_what_was_there_before_and_not_what_comes_after() -> None:
    threat = happened.ContactLogged(channel=Channel.PHONE, whom="马占龙", content="他又威胁我。")
    walk = Walk.begun().act(K.ACCEPTED).act(threat).act(looked())
    assert asked(walk) == []
    assert asked(walk.act(threat)) == [Sign.THREAT]


def test_an_undone_look_answers_nothing() -> None:
    walk = Walk.begun(an_entry(category=Category.LAND)).act(looked())
    assert asked(walk) == []
    assert asked(walk.undo()) == [Sign.LAND]


def test_names_in_other_disputes_and_important_days_make_one_ask_until_one_has_looked() -> None:
    walk = Walk.begun(on=TODAY - timedelta(days=5))
    assert asked(walk, special=(FESTIVAL,), repeated=("马占龙",)) == [Sign.REPEAT, Sign.SEASON]
    assert asked(walk, today=FESTIVAL.last + timedelta(days=1), special=(FESTIVAL,)) == []
    walk.act(looked(), TODAY)
    assert asked(walk, special=(FESTIVAL,), repeated=("马占龙",)) == []


def test_all_names_that_occur_elsewhere_are_asked_about_at_once() -> None:
    (question,) = questions(Walk.begun(), repeated=("马占龙", "单小山"))
    assert "马占龙、单小山" in question.sentence


@given(walks())
def test_questions_never_change_a_case_and_stop_at_the_highest_level_and_once_it_is_closed(
    walk: Walk,
) -> None:
    before = walk.case.model_copy()
    found = questions(walk)
    assert walk.case == before
    assert len({question.sign for question in found}) == len(found)
    assert all(question.place < len(walk.events) for question in found)
    if walk.case.risk is Risk.SEVERE or not walk.case.on_desk:
        assert found == ()


@given(walks())
def test_the_history_ends_at_the_level_the_case_has_and_hangs_together(walk: Walk) -> None:
    turns = risk_history(walk.events)
    assert (turns[-1].to if turns else Risk.ORDINARY) is walk.case.risk
    for earlier, later in pairwise(turns):
        assert later.before is earlier.to
