"""A case in one line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.clock import BEIJING
from mediation_tui.model import events as happened
from mediation_tui.model.course import Prevention
from mediation_tui.model.events import EventKind
from mediation_tui.model.facts import CaseFacts, PastRound
from mediation_tui.model.instant import spelt
from mediation_tui.model.vocabulary import (
    AgreementForm,
    Averted,
    Channel,
    Direction,
    Exit,
    FailureReason,
    Level,
    Outcome,
    Partner,
    Performance,
    Purpose,
    State,
)
from tests.builders import TODAY, Walk, an_agreement, an_entry
from tests.strategies import modest, walks

K = EventKind
DAY = timedelta(days=1)
LATER = TODAY + 10 * DAY


def agreed(*due: date) -> Walk:
    return Walk.begun().act(K.ACCEPTED).act(K.SESSION_HELD).act(an_agreement(TODAY, *due))


@modest
@given(walks(undoing=True))
def test_facts_come_back_from_the_shelf_as_they_were(walk: Walk) -> None:
    facts = walk.facts()
    assert CaseFacts.model_validate_json(facts.model_dump_json()) == facts


@modest
@given(walks())
def test_facts_say_nothing_the_case_does_not(walk: Walk) -> None:
    case, facts = walk.case, walk.facts()
    assert (facts.id, facts.state, facts.outcome, facts.exit) == (
        case.id,
        case.state,
        case.outcome,
        case.exit,
    )
    assert facts.registered_on == case.received_on
    assert len(facts.earlier_rounds) == len(case.rounds) - 1 == facts.rounds - 1
    assert (facts.reopened_on is None) == (facts.rounds == 1)
    assert (facts.due_on is None) == (facts.due_purpose is None)
    if facts.state in {State.CLOSED, State.ARCHIVED, State.VOIDED}:
        assert facts.due_on is None


def test_what_was_averted_is_among_the_facts_and_so_is_when_the_case_was_last_written_in() -> None:
    walk = Walk.begun().act(K.ACCEPTED).act(K.PREVENTION_NOTED, LATER).act(K.NOTE_ADDED, LATER + DAY).undo()
    facts = walk.facts()
    assert facts.preventions == (Prevention(on=LATER, averted=Averted.CRIME, people=2),)
    assert facts.touched_at == walk.events[-1].recorded_at
    assert facts.model_dump(mode="json")["touched_at"] == "2026-03-13T01:00:04.000000Z"


_INSTANTS = st.datetimes(
    datetime(1950, 1, 1), datetime(2200, 1, 1), timezones=st.sampled_from([UTC, BEIJING])
)


@given(_INSTANTS, _INSTANTS)
def test_instants_sort_as_their_texts_do(first: datetime, second: datetime) -> None:
    assert (spelt(first) < spelt(second)) == (first < second)


def test_performance_is_dated_by_the_last_obligation() -> None:
    walk = agreed(LATER, LATER + 30 * DAY)
    assert walk.facts().performance_due == LATER
    walk.act(happened.ObligationPerformed(obligation=1), LATER)
    facts = walk.facts()
    assert (facts.performed_on, facts.performance_due) == (None, LATER + 30 * DAY)
    walk.act(happened.ObligationPerformed(obligation=2), LATER + 5 * DAY)
    facts = walk.facts()
    assert (facts.performed_on, facts.performance_due) == (LATER + 5 * DAY, None)


def test_an_agreement_with_nothing_to_do_was_never_performed() -> None:
    assert agreed().facts().performed_on is None


def test_a_default_is_remembered_after_closing_and_forgotten_once_made_good() -> None:
    walk = agreed(LATER).act(K.OBLIGATION_DEFAULTED, LATER + DAY)
    assert walk.facts().defaulted
    assert Walk.begun().facts().defaulted is False
    closed = agreed(LATER).act(K.OBLIGATION_DEFAULTED, LATER + DAY).act(K.CLOSED)
    assert (closed.facts().state, closed.facts().defaulted) == (State.CLOSED, True)
    assert walk.act(K.OBLIGATION_PERFORMED, LATER + 2 * DAY).facts().defaulted is False


def test_what_presses_next_and_which_instalment_it_is() -> None:
    walk = agreed(LATER, LATER + 30 * DAY).act(K.OBLIGATION_PERFORMED)
    facts = walk.facts()
    assert (facts.due_on, facts.due_purpose, facts.due_number) == (
        LATER + 30 * DAY,
        Purpose.PERFORMANCE,
        2,
    )


def test_the_last_lift_is_dated_and_a_hand_down_is_none() -> None:
    walk = Walk.begun().act(happened.Lifted(to=Level.TOWN, reason="难"), TODAY)
    walk.act(K.HANDED_DOWN, LATER)
    assert walk.facts().lifted_on == TODAY


def test_an_answer_is_awaited_since_the_earliest_handover_that_went_out_unanswered() -> None:
    def handed(direction: Direction) -> happened.HandedOver:
        return happened.HandedOver(direction=direction, partner=Partner.POLICE, unit="派出所")

    walk = Walk.begun().act(handed(Direction.IN), TODAY)
    assert walk.facts().awaiting_since is None
    walk.act(handed(Direction.OUT), LATER).act(handed(Direction.OUT), LATER + DAY)
    assert walk.facts().awaiting_since == LATER
    walk.act(happened.FeedbackReceived(handover=2, feedback="已处理"), LATER + DAY)
    assert walk.facts().awaiting_since == LATER + DAY


def test_an_earlier_round_stays_as_it_ended() -> None:
    walk = agreed().act(K.CLOSED).act(K.REOPENED, LATER)
    walk.act(K.SESSION_HELD, LATER).act(K.MEDIATION_FAILED, LATER + DAY)
    facts = walk.facts()
    assert facts.earlier_rounds == (
        PastRound(
            opened_on=TODAY,
            accepted_on=TODAY,
            concluded_on=TODAY,
            outcome=Outcome.AGREED,
            exit=None,
            level_resolved=Level.GRID,
            form=AgreementForm.WRITTEN,
            term_due=date(2026, 4, 2),
        ),
    )
    assert (facts.outcome, facts.concluded_on, facts.reopened_on) == (Outcome.FAILED, LATER + DAY, LATER)


def test_where_an_earlier_round_went_is_what_its_visit_found_also_after_reopening() -> None:
    failed = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True)
    found = happened.VisitMade(
        channel=Channel.PHONE, whom="马占龙", performance=Performance.NOT_DONE, later_exit=Exit.COURT
    )
    walk = Walk.begun().act(K.ACCEPTED).act(failed).act(found).act(K.CLOSED)
    assert walk.facts().exit is Exit.COURT
    walk.act(K.REOPENED, LATER)
    assert [past.exit for past in walk.facts().earlier_rounds] == [Exit.COURT]
    assert walk.facts().exit is None


def test_a_minor_stands_in_the_line_by_surname_alone() -> None:
    entry = an_entry()
    child = entry.parties[0].model_copy(update={"minor": True})
    walk = Walk.begun(entry.model_copy(update={"parties": (child, entry.parties[1])}))
    assert walk.facts().versus == "马某 ↔ 单小山"


def test_money_and_people_stay_what_was_entered() -> None:
    facts = Walk.begun(an_entry(amount=Decimal("2000.50"), people=12)).facts()
    assert (facts.amount, facts.people, facts.parties) == (Decimal("2000.50"), 12, 2)
