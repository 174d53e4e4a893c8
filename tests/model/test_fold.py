"""A case is what its events make it, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventKind
from mediation_tui.model.events.envelope import EVENTS
from mediation_tui.model.fold import advanced, begun, effective, fold
from mediation_tui.model.vocabulary import (
    UNRESOLVED,
    Channel,
    Exit,
    FailureReason,
    Level,
    Outcome,
    Performance,
    Risk,
    State,
)
from mediation_tui.rules import lifecycle
from tests.builders import TODAY, Walk, an_agreement, an_entry, apart_from_version
from tests.strategies import acts, modest, walks

K = EventKind
LATER = TODAY + timedelta(days=10)


def mediated(on: date = TODAY) -> Walk:
    return Walk.begun(on=on).act(K.ACCEPTED).act(K.SESSION_HELD)


def agreed(*due: date) -> Walk:
    return mediated().act(an_agreement(TODAY, *due))


@modest
@given(walks(undoing=True))
def test_folding_at_once_and_event_by_event_come_to_the_same(walk: Walk) -> None:
    assert fold(walk.events) == walk.case
    first, *rest = effective(walk.events)
    case = begun(first)
    for event in rest:
        case = advanced(case, event)
    assert apart_from_version(case) == apart_from_version(walk.case)
    assert walk.case.version == len(walk.events)
    assert walk.case.touched_at == max(event.recorded_at for event in walk.events)


@modest
@given(walks(undoing=True))
def test_events_and_cases_come_back_from_the_shelf_as_they_were(walk: Walk) -> None:
    stored = EVENTS.dump_json(tuple(walk.events))
    assert EVENTS.validate_json(stored) == tuple(walk.events)
    assert fold(EVENTS.validate_json(stored)) == walk.case
    assert Case.model_validate_json(walk.case.model_dump_json()) == walk.case


@modest
@given(walks(), st.data())
def test_an_act_leads_only_where_the_table_says(walk: Walk, data: st.DataObject) -> None:
    if not lifecycle.possible(walk.case):
        return
    before = walk.case
    act = data.draw(acts(before, walk.today + timedelta(days=61)))
    walk.act(act, walk.today + timedelta(days=61))
    assert walk.case.state in lifecycle.TABLE[act.kind].to | {before.state}


@modest
@given(walks(undoing=True), st.data())
def test_undoing_gives_back_everything_but_the_version(walk: Walk, data: st.DataObject) -> None:
    if not lifecycle.possible(walk.case):
        return
    before = walk.case
    on = walk.today + timedelta(days=61)
    act = data.draw(acts(before, on))
    if act.kind is K.ARCHIVED:
        return
    walk.act(act, on).undo()
    assert apart_from_version(walk.case) == apart_from_version(before)
    assert walk.case.version == before.version + 2


@modest
@given(walks(undoing=True))
def test_what_a_round_says_of_itself_hangs_together(walk: Walk) -> None:
    for number, now in enumerate(walk.case.rounds):
        steps = [now.opened_on, now.accepted_on, now.mediating_on, now.concluded_on, now.closed_on]
        dated = [step for step in [*steps, now.archived_on] if step]
        assert dated == sorted(dated)
        assert (now.concluded_on is None) == (now.outcome is None)
        assert (now.outcome is Outcome.AGREED) == (now.agreement is not None) == bool(now.level_resolved)
        if number + 1 < len(walk.case.rounds):
            assert now.closed_on
            assert now.closed_on <= walk.case.rounds[number + 1].opened_on
    assert (walk.case.state in UNRESOLVED) == (walk.case.outcome is None)


def test_a_contact_begins_mediation_only_after_acceptance() -> None:
    walk = Walk.begun()
    states = [walk.act(kind, LATER).case.state for kind in (K.CONTACT_LOGGED, K.ACCEPTED, K.CONTACT_LOGGED)]
    assert states == [State.REGISTERED, State.ACCEPTED, State.MEDIATING]


def test_a_contact_before_acceptance_written_down_after_it_begins_nothing() -> None:
    walk = Walk.begun().act(K.ACCEPTED, LATER).act(K.CONTACT_LOGGED, TODAY + timedelta(days=1))
    assert walk.case.state is State.ACCEPTED
    assert walk.case.round.mediating_on is None


def test_mediation_began_with_its_earliest_session_in_whatever_order_they_were_written_down() -> None:
    walk = Walk.begun().act(K.ACCEPTED).act(K.SESSION_HELD, LATER)
    walk.act(K.SESSION_HELD, TODAY + timedelta(days=3))
    assert walk.case.round.mediating_on == TODAY + timedelta(days=3)


def test_an_agreement_with_nothing_left_to_do_is_agreed() -> None:
    assert agreed().case.state is State.AGREED


def test_instalments_are_performed_one_by_one_and_the_last_one_completes_them() -> None:
    walk = agreed(LATER, LATER + timedelta(days=30))
    states = [walk.case.state]
    for obligation in (2, 1):
        assert walk.case.agreement
        assert walk.case.agreement.next_due == LATER
        walk.act(happened.ObligationPerformed(obligation=obligation), LATER)
        states.append(walk.case.state)
    assert states == [State.PERFORMING, State.PERFORMING, State.PERFORMED]


def test_an_obligation_met_after_its_default_is_performed_after_all() -> None:
    walk = agreed(LATER).act(K.OBLIGATION_DEFAULTED, LATER + timedelta(days=1))
    assert walk.case.state is State.DEFAULTED
    assert walk.act(K.OBLIGATION_PERFORMED, LATER + timedelta(days=9)).case.state is State.PERFORMED


def test_what_is_done_on_the_spot_is_performed_at_once() -> None:
    promise = happened.Promise(party="p2", what="道歉", due=TODAY, done_on=TODAY)
    walk = mediated().act(an_agreement(TODAY, promises=(promise,)))
    assert walk.case.state is State.PERFORMED


def test_reopening_begins_a_new_round_and_keeps_the_old_one() -> None:
    walk = agreed().act(K.CLOSED).act(K.ARCHIVED).act(K.REOPENED, LATER)
    assert walk.case.state is State.ACCEPTED
    assert [now.outcome for now in walk.case.rounds] == [Outcome.AGREED, None]
    assert walk.case.agreement is None
    assert walk.case.received_on == TODAY
    assert walk.case.accepted_on == LATER


def test_where_a_failed_dispute_went_is_what_the_last_visit_found() -> None:
    failed = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True)
    walk = mediated().act(failed)
    exits = [walk.case.exit]
    found = happened.VisitMade(
        channel=Channel.PHONE, whom="马占龙", performance=Performance.NOT_DONE, later_exit=Exit.COURT
    )
    walk.act(found, LATER).act(K.VISIT_MADE, LATER + timedelta(days=9))
    assert [*exits, walk.case.exit] == [Exit.NOWHERE, Exit.COURT]


def test_an_escape_is_dated_by_the_earliest_visit_that_found_it() -> None:
    relapse = happened.VisitMade(
        channel=Channel.PHONE, whom="马占龙", performance=Performance.DONE, relapsed=True
    )
    walk = agreed().act(relapse, LATER).act(relapse, LATER - timedelta(days=5))
    assert walk.case.escaped_on == LATER - timedelta(days=5)
    walk.act(K.CLOSED).act(K.REOPENED)
    assert walk.case.escaped_on is None


def test_lifting_and_handing_down_move_the_handling_and_never_where_it_was_received() -> None:
    walk = Walk.begun().act(K.LIFTED).act(K.HANDED_DOWN)
    assert walk.case.level is Level.GRID
    assert walk.case.level_received is Level.VILLAGE
    assert [(move.before, move.to) for move in walk.case.moves] == [
        (Level.VILLAGE, Level.COUNTY),
        (Level.COUNTY, Level.GRID),
    ]


def test_the_risk_keeps_its_history() -> None:
    walk = Walk.begun(an_entry(risk=Risk.ELEVATED)).act(K.RISK_CHANGED).act(K.RISK_CHANGED)
    assert [note.risk for note in walk.case.risks] == [Risk.ELEVATED, Risk.SEVERE, Risk.ORDINARY]


def test_an_entry_written_down_late_says_by_how_many_days() -> None:
    walk = Walk.begun(on=TODAY - timedelta(days=9), today=TODAY)
    assert (walk.case.registration_lag, walk.case.longest_lag) == (9, 9)
    walk.act(K.ACCEPTED, TODAY - timedelta(days=2))
    assert (walk.case.registration_lag, walk.case.longest_lag) == (9, 9)


def test_a_correction_holds_from_now_on_and_keeps_what_it_replaced() -> None:
    walk = Walk.begun()
    data = happened.DetailsCorrected(
        field=happened.Correctable.APPLIED_ON, before="2026-01-31", after="2026-01-30", reason="看错"
    )
    walk.act(data)
    assert walk.case.applied_on == date(2026, 1, 30)
    assert walk.events[-1].data == data


@pytest.mark.parametrize("kind", [K.VOIDED])
def test_a_voided_case_has_no_state_but_void(kind: EventKind) -> None:
    walk = Walk.begun().act(kind)
    assert walk.case.state is State.VOIDED
    assert walk.case.outcome is Outcome.VOID


def test_the_next_party_gets_a_number_of_its_own() -> None:
    walk = Walk.begun().act(K.PARTY_ADDED).act(K.PARTY_ADDED)
    assert [party.id for party in walk.case.parties] == ["p1", "p2", "p3", "p4"]
    assert walk.case.party("p4") == walk.case.parties[3]
    assert walk.case.party("p9") is None
