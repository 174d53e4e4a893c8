"""Taking back: one's own last act, and both stay on record."""

from __future__ import annotations

import pytest

from mediation_tui.errors import Refused
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import State
from mediation_tui.store.filters import EVERYTHING, Order
from tests.builders import Office, apart_from_version

K = EventKind
_FIRST = (Order.NEWEST, 0, 1)


def test_undoing_gives_back_the_case_as_it_was_and_keeps_both_events(office: Office) -> None:
    before = office.walk(K.ACCEPTED, K.SESSION_HELD)
    facts = office.book.page(EVERYTHING, *_FIRST)[0]
    office.go_on(before, K.AGREEMENT_REACHED)
    after = office.desk().undo(before.id)
    assert apart_from_version(after) == apart_from_version(before)
    written = {"version": after.version, "touched_at": after.touched_at}
    assert office.book.page(EVERYTHING, *_FIRST)[0] == facts.model_copy(update=written)
    assert [event.kind for event in office.book.events(before.id)[-2:]] == [K.AGREEMENT_REACHED, K.UNDONE]
    assert list(office.book.check()) == []


def test_one_may_go_on_undoing_ones_own_acts_but_not_the_registration(office: Office) -> None:
    case = office.walk(K.ACCEPTED, K.SESSION_HELD)
    desk = office.desk()
    assert desk.undo(case.id).state is State.ACCEPTED
    assert desk.undo(case.id).state is State.REGISTERED
    with pytest.raises(Refused, match="请用“作废”"):
        desk.undo(case.id)


def test_nobody_takes_back_what_somebody_else_did(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    position = office.book.position()
    with pytest.raises(Refused, match="只能由本人撤销"):
        office.desk("m2").undo(case.id)
    assert office.book.position() == position


def test_nobody_takes_back_what_somebody_else_has_built_upon(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    office.desk("m2").record(case.id, happened.NoteAdded(text="接着办"))
    with pytest.raises(Refused, match="是m2做的"):
        office.desk("m1").undo(case.id)
    office.desk("m2").undo(case.id)
    assert office.desk("m1").undo(case.id).state is State.REGISTERED


def test_an_archived_file_stays_put_away(office: Office) -> None:
    case = office.walk(K.ACCEPTED, K.SESSION_HELD, K.AGREEMENT_REACHED, K.CLOSED, K.ARCHIVED)
    with pytest.raises(Refused, match="重新调解"):
        office.desk().undo(case.id)
    with pytest.raises(Refused, match="不能做“备注”；可以做：重新调解"):
        office.desk().record(case.id, happened.NoteAdded(text="补一句"))


def test_reopening_by_mistake_is_taken_back_to_the_shelf(office: Office) -> None:
    case = office.walk(K.ACCEPTED, K.SESSION_HELD, K.AGREEMENT_REACHED, K.CLOSED, K.ARCHIVED, K.REOPENED)
    assert case.state is State.ACCEPTED
    assert office.desk().undo(case.id).state is State.ARCHIVED


def test_a_case_voided_by_mistake_comes_back_with_its_number(office: Office) -> None:
    case = office.walk(K.VOIDED)
    back = office.desk().undo(case.id)
    assert (back.state, back.number) == (State.REGISTERED, case.number)


def test_undoing_is_no_act_one_writes_by_hand(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    by_hand = happened.Undone(event=office.book.events(case.id)[0].id)
    with pytest.raises(Refused):
        office.desk().record(case.id, by_hand)
