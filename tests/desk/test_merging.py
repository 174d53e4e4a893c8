"""The same dispute entered twice: the older number stays, the other points to it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mediation_tui.errors import NotFound, Refused
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import Outcome, State
from tests.builders import TODAY, Office, an_entry

K = EventKind
DAY = timedelta(days=1)


def test_the_oldest_number_is_kept_and_the_other_points_to_it(office: Office) -> None:
    older, newer = office.walk(), office.walk(K.ACCEPTED)
    merged = office.desk().record(newer.id, happened.MergedInto(target=older.id, reason="同一纠纷"))
    assert (merged.state, merged.outcome, merged.merged_into) == (State.VOIDED, Outcome.VOID, older.id)
    assert merged.number == newer.number
    assert office.book.case(older.id) == older
    assert office.desk().register(an_entry()).serial == 3


def test_the_older_case_is_not_merged_into_the_newer(office: Office) -> None:
    older, newer = office.walk(), office.walk()
    with pytest.raises(Refused, match=f"请把{newer.number}并入{older.number}"):
        office.desk().record(older.id, happened.MergedInto(target=newer.id))


def test_older_is_what_came_in_first_and_not_what_was_written_down_first(office: Office) -> None:
    first = office.desk().register(an_entry())
    earlier = office.desk().register(an_entry(), TODAY - 5 * DAY)
    merged = office.desk().record(first.id, happened.MergedInto(target=earlier.id))
    assert merged.merged_into == earlier.id


def test_a_case_is_not_merged_into_itself_nothing_or_a_void_one(office: Office) -> None:
    void, case = office.walk(K.VOIDED), office.walk()
    desk = office.desk()
    with pytest.raises(Refused, match="不能并入自己"):
        desk.record(case.id, happened.MergedInto(target=case.id))
    with pytest.raises(Refused, match="已作废，不能并入"):
        desk.record(case.id, happened.MergedInto(target=void.id))
    with pytest.raises(NotFound):
        desk.record(case.id, happened.MergedInto(target="nothing"))
    assert office.book.case(case.id) == case


def test_a_merger_is_taken_back(office: Office) -> None:
    older, newer = office.walk(), office.walk()
    office.desk().record(newer.id, happened.MergedInto(target=older.id))
    back = office.desk().undo(newer.id)
    assert (back.state, back.merged_into) == (State.REGISTERED, None)
