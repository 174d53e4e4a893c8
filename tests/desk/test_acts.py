"""What a person may do, and what is refused without a trace."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from mediation_tui.errors import InvalidEntry, MediationError, NotFound, Refused, Stale
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import Category, State
from mediation_tui.rules.lifecycle import possible
from mediation_tui.store.filters import EVERYTHING
from tests.builders import TODAY, Office, an_agreement, an_entry, valid

K = EventKind
DAY = timedelta(days=1)
TALKED = (K.ACCEPTED, K.SESSION_HELD)


def trace(office: Office, case_id: str) -> tuple[Any, ...]:
    """Everything a refused act must leave as it was."""
    book = office.book
    return book.position(), book.events(case_id), book.case(case_id), tuple(book.facts(EVERYTHING))


def test_a_dispute_from_registration_to_the_shelf(office: Office) -> None:
    case = office.walk(K.ACCEPTED, K.MEDIATORS_ASSIGNED, K.SESSION_HELD)
    case = office.go_on(case, an_agreement(TODAY, TODAY + 5 * DAY))
    assert case.state is State.PERFORMING
    desk = office.on(TODAY + 5 * DAY)
    case = desk.record(case.id, happened.ObligationPerformed(obligation=1))
    case = office.go_on(case, K.VISIT_MADE, K.CLOSED, K.ARCHIVED)
    assert case.state is State.ARCHIVED
    assert case.version == 9
    assert office.book.case(case.id) == case
    assert list(office.book.check()) == []


@pytest.mark.parametrize("kind", sorted(set(EventKind) - {K.MERGED_INTO}))
@pytest.mark.parametrize(
    "lived", [(), TALKED, (*TALKED, K.AGREEMENT_REACHED, K.CLOSED), (K.VOIDED,)], ids=len
)
def test_an_act_is_written_where_the_state_allows_it_and_else_leaves_no_trace(
    office: Office, lived: tuple[EventKind, ...], kind: EventKind
) -> None:
    case = office.walk(*lived, entry=an_entry(category=Category.MEDICAL))
    if kind in possible(case):
        after = office.go_on(case, kind)
        assert after.version == case.version + 1
        assert office.book.events(case.id)[-1].kind is kind
        return
    before = trace(office, case.id)
    data = happened.NoteAdded(text="无关").model_copy(update={"kind": kind})
    with pytest.raises(Refused):
        office.desk().record(case.id, data)
    assert trace(office, case.id) == before


@pytest.mark.parametrize(
    ("data", "days"),
    [
        (happened.NoteAdded(text="明天"), 1),
        (happened.SessionHeld(content="谈", present=("p9",)), 0),
        (happened.SessionHeld(content="谈"), -1),
        (an_agreement(TODAY, TODAY - DAY), 0),
        (happened.MediatorsAssigned(mediators=("nobody",)), 0),
    ],
)
def test_what_does_not_fit_leaves_no_trace(office: Office, data: Any, days: int) -> None:
    case = office.walk(*TALKED)
    before = trace(office, case.id)
    with pytest.raises(InvalidEntry):
        office.desk().record(case.id, data, TODAY + days * DAY)
    assert trace(office, case.id) == before


def test_a_visit_before_any_agreement_is_refused(office: Office) -> None:
    case = office.walk(*TALKED)
    with pytest.raises(Refused, match="不能做“回访”"):
        office.go_on(case, K.VISIT_MADE)


def test_a_mediator_has_to_be_on_the_roster(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    with pytest.raises(InvalidEntry, match="名册里没有：m7、m8"):
        office.go_on(case, happened.MediatorsAssigned(mediators=("m1", "m7", "m8")))


def test_nobody_is_found_under_an_id_that_is_none(office: Office) -> None:
    with pytest.raises(NotFound, match="没有这件案件：nothing"):
        office.desk().record("nothing", happened.NoteAdded(text="谁？"))


def test_who_looked_before_somebody_else_wrote_is_told_what_changed(office: Office) -> None:
    case = office.walk(*TALKED)
    office.desk("m2").record(case.id, happened.NoteAdded(text="先记一笔"))
    office.desk("m2").record(case.id, valid(K.GRADED, case, TODAY))
    before = trace(office, case.id)
    with pytest.raises(Stale) as stale:
        office.desk("m1").record(case.id, an_agreement(TODAY), seen=case.version)
    assert [event.kind for event in stale.value.facts["events"]] == [K.NOTE_ADDED, K.GRADED]
    assert "刚被别人改动：备注、评定难易。请看过再做。" in str(stale.value)
    assert trace(office, case.id) == before
    office.desk("m1").record(case.id, an_agreement(TODAY), seen=case.version + 2)


def test_taking_back_and_correcting_look_first_as_well(office: Office) -> None:
    case = office.walk(*TALKED)
    desk = office.desk()
    desk.record(case.id, happened.NoteAdded(text="先记一笔"))
    with pytest.raises(Stale):
        desk.undo(case.id, seen=case.version)
    with pytest.raises(Stale):
        desk.correct(case.id, {happened.Correctable.SUMMARY: "改正"}, "错", seen=case.version)


def all_at_once(office: Office, case: Case, agreed_on: date) -> Case:
    """A session, another dispute and an agreement, as one act."""
    desk = office.desk()
    with desk.together():
        desk.record(case.id, valid(K.SESSION_HELD, case, TODAY))
        desk.register(an_entry())
        return desk.record(case.id, an_agreement(agreed_on), agreed_on)


def test_acts_done_together_are_all_written_or_none(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    before = trace(office, case.id)
    with pytest.raises(InvalidEntry):
        all_at_once(office, case, TODAY + DAY)
    assert trace(office, case.id)[1:] == before[1:]
    assert office.book.count(EVERYTHING) == 1
    after = all_at_once(office, case, TODAY)
    assert office.book.case(case.id) == after
    assert office.book.count(EVERYTHING) == 2
    assert list(office.book.check()) == []


def test_a_refusal_inside_does_not_spoil_what_was_done_together(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    desk = office.desk()
    with desk.together():
        desk.record(case.id, valid(K.SESSION_HELD, case, TODAY))
        with pytest.raises(MediationError):
            desk.record(case.id, happened.Closed())
        desk.record(case.id, an_agreement(TODAY))
    assert office.book.case(case.id).state is State.AGREED
    assert list(office.book.check()) == []


def test_a_warning_is_said_before_and_stops_nothing(office: Office) -> None:
    case = office.walk(*TALKED)
    desk = office.on(TODAY + 40 * DAY)
    (warning,) = desk.warnings(case, an_agreement(TODAY + 40 * DAY))
    assert "没有双方同意的延期" in str(warning)
    assert desk.record(case.id, an_agreement(TODAY + 40 * DAY)).state is State.AGREED


def test_a_late_entry_keeps_both_dates(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    desk = office.on(TODAY + 12 * DAY)
    case = desk.record(case.id, valid(K.SESSION_HELD, case, TODAY + DAY), TODAY + DAY)
    (event,) = office.book.events(case.id)[2:]
    assert event.happened_on == TODAY + DAY
    assert event.recorded_at.date() == TODAY + 12 * DAY
    assert (case.longest_lag, case.last_on) == (11, TODAY + DAY)


def test_who_did_it_and_in_which_book_is_kept_with_every_act(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    office.desk("张司法").record(case.id, happened.NoteAdded(text="看过"))
    events = office.book.events(case.id)
    assert [event.actor for event in events] == ["m1", "m1", "张司法"]
    assert {event.origin for event in events} == {"o1"}
    assert [event.sequence for event in events] == [1, 2, 3]
    assert len({event.id for event in events}) == 3
