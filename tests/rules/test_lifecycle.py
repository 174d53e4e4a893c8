"""What may follow what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given

from mediation_tui.errors import Refused
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import ON_DESK, UNRESOLVED, State
from mediation_tui.rules import lifecycle
from mediation_tui.rules.lifecycle import TABLE
from tests.builders import TODAY, Walk, an_agreement, an_entry, from_outside
from tests.strategies import modest, walks

K = EventKind


def mediated() -> Walk:
    return Walk.begun().act(K.ACCEPTED).act(K.SESSION_HELD)


def performing() -> Walk:
    return mediated().act(an_agreement(TODAY, TODAY + timedelta(days=5), TODAY + timedelta(days=9)))


def in_state(state: State) -> Walk:
    """A case in that state."""
    match state:
        case State.REGISTERED:
            return Walk.begun()
        case State.ACCEPTED:
            return Walk.begun().act(K.ACCEPTED)
        case State.MEDIATING:
            return mediated()
        case State.AGREED:
            return mediated().act(K.AGREEMENT_REACHED)
        case State.PERFORMING:
            return performing()
        case State.PERFORMED:
            return performing().act(K.OBLIGATION_PERFORMED).act(K.OBLIGATION_PERFORMED)
        case State.DEFAULTED:
            return performing().act(K.OBLIGATION_DEFAULTED, TODAY + timedelta(days=6))
        case State.FAILED:
            return mediated().act(K.MEDIATION_FAILED)
        case State.WITHDRAWN:
            return Walk.begun().act(K.WITHDRAWN)
        case State.TRANSFERRED:
            return Walk.begun().act(K.TRANSFERRED)
        case State.NOT_ACCEPTED:
            return Walk.begun().act(K.NOT_ACCEPTED)
        case State.CLOSED:
            return mediated().act(K.AGREEMENT_REACHED).act(K.CLOSED)
        case State.ARCHIVED:
            return mediated().act(K.AGREEMENT_REACHED).act(K.CLOSED).act(K.ARCHIVED)
        case State.VOIDED:
            return Walk.begun().act(K.VOIDED)


def test_the_table_knows_every_act_but_beginning_and_taking_back() -> None:
    assert set(TABLE) == set(EventKind) - {K.REGISTERED, K.UNDONE}
    assert all(transition.kind is kind for kind, transition in TABLE.items())


@pytest.mark.parametrize("state", State)
def test_a_case_can_come_into_every_state(state: State) -> None:
    assert in_state(state).case.state is state


@pytest.mark.parametrize("state", State)
def test_an_act_is_refused_exactly_where_it_is_not_offered(state: State) -> None:
    case = in_state(state).case
    for kind in EventKind:
        if kind in lifecycle.possible(case):
            lifecycle.check(case, kind)
            assert lifecycle.is_possible(case, kind)
            continue
        assert not lifecycle.is_possible(case, kind)
        with pytest.raises(Refused) as refused:
            lifecycle.check(case, kind)
        assert case.number in str(refused.value)
        assert kind.label in str(refused.value)


def test_a_refusal_says_what_would_be_allowed() -> None:
    with pytest.raises(Refused) as refused:
        lifecycle.check(Walk.begun().case, K.AGREEMENT_REACHED)
    assert refused.value.facts["state"] is State.REGISTERED
    assert K.ACCEPTED in refused.value.facts["steps"]
    assert "现在是“已登记”，不能做“达成协议”；可以做：受理、" in str(refused.value)


def test_an_archived_case_is_read_only_but_may_be_reopened() -> None:
    assert lifecycle.possible(in_state(State.ARCHIVED).case) == (K.REOPENED,)


def test_nothing_follows_on_a_voided_case() -> None:
    case = in_state(State.VOIDED).case
    assert lifecycle.possible(case) == ()
    with pytest.raises(Refused, match="作废，不能再备注"):
        lifecycle.check(case, K.NOTE_ADDED)


def test_an_agreement_in_instalments_is_not_closed_before_the_last() -> None:
    walk = performing()
    assert not lifecycle.is_possible(walk.case, K.CLOSED)
    walk.act(K.OBLIGATION_PERFORMED)
    assert not lifecycle.is_possible(walk.case, K.CLOSED)
    walk.act(K.OBLIGATION_PERFORMED)
    assert lifecycle.is_possible(walk.case, K.CLOSED)


def test_lifting_is_possible_at_every_level_but_the_highest_and_is_never_an_ending() -> None:
    walk = Walk.begun()
    assert lifecycle.is_possible(walk.case, K.LIFTED)
    walk.act(K.LIFTED)
    assert walk.case.state is State.REGISTERED
    assert not lifecycle.is_possible(walk.case, K.LIFTED)
    assert lifecycle.is_possible(walk.case, K.HANDED_DOWN)
    assert not lifecycle.is_possible(walk.act(K.HANDED_DOWN).case, K.HANDED_DOWN)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        (K.HANDED_OVER, K.FEEDBACK_RECEIVED),
        (K.DECISION_MADE, K.DECISION_DONE),
        (K.CONFIRMATION_APPLIED, K.CONFIRMATION_DECIDED),
    ],
)
def test_an_answer_waits_for_its_question_and_comes_once(asked: EventKind, answered: EventKind) -> None:
    walk = performing()
    assert not lifecycle.is_possible(walk.case, answered)
    walk.act(asked)
    assert lifecycle.is_possible(walk.case, answered)
    walk.act(answered)
    assert not lifecycle.is_possible(walk.case, answered)


def test_the_court_is_asked_once() -> None:
    assert not lifecycle.is_possible(performing().act(K.CONFIRMATION_APPLIED).case, K.CONFIRMATION_APPLIED)


def test_a_dispute_from_outside_may_be_handed_down_and_a_grids_lifted() -> None:
    assert lifecycle.is_possible(Walk.begun(from_outside()).case, K.HANDED_DOWN)
    assert not lifecycle.is_possible(Walk.begun(an_entry(level_received="grid")).case, K.HANDED_DOWN)


@modest
@given(walks(undoing=True))
def test_every_open_case_has_a_way_on(walk: Walk) -> None:
    ways = {kind for kind in lifecycle.possible(walk.case) if TABLE[kind].to}
    if walk.case.state in ON_DESK:
        assert ways
    if walk.case.state in UNRESOLVED:
        assert {K.WITHDRAWN, K.TRANSFERRED, K.MERGED_INTO} <= ways
