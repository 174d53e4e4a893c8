"""Acts that cannot be: each is refused with its reason, and the case stays as it was."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pydantic import ValidationError

from mediation_tui.errors import InvalidEntry, MediationError, Refused
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventData, EventKind
from mediation_tui.model.problems import problems_of
from mediation_tui.model.vocabulary import FailureReason
from mediation_tui.store.filters import EVERYTHING
from tests.builders import TODAY, Office, an_agreement, an_entry, valid

K = EventKind
_TAKEN = (K.ACCEPTED, K.MEDIATORS_ASSIGNED, K.SESSION_HELD)
_TOMORROW = TODAY + timedelta(days=1)
_LONG_AGO = TODAY - timedelta(days=300)


def told(office: Office, case: Case, act: EventData, **when: object) -> str:
    """The sentence an act is refused with; nothing is written."""
    before = office.book.events(case.id)
    with pytest.raises(MediationError) as refusal:
        office.desk().record(case.id, act, **when)  # type: ignore[arg-type]
    assert office.book.events(case.id) == before
    assert isinstance(refusal.value, Refused | InvalidEntry)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("walked", "act"),
    [
        ((), K.SESSION_HELD),
        ((), K.AGREEMENT_REACHED),
        ((), K.CLOSED),
        ((K.ACCEPTED,), K.ACCEPTED),
        (_TAKEN, K.ARCHIVED),
        (_TAKEN, K.REOPENED),
        ((*_TAKEN, K.MEDIATION_FAILED), K.SESSION_HELD),
    ],
)
def test_an_act_out_of_order_names_the_state_and_what_is_possible(
    office: Office, walked: tuple[EventKind, ...], act: EventKind
) -> None:
    case = office.walk(*walked)
    sentence = told(office, case, valid(act, case, TODAY))
    assert case.state.label in sentence
    assert act.label in sentence
    assert "可以做" in sentence


def test_nothing_happens_tomorrow(office: Office) -> None:
    case = office.walk()
    assert "不能在今天" in told(office, case, valid(K.ACCEPTED, case, TODAY), happened_on=_TOMORROW)


def test_nothing_happens_before_what_it_follows(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    assert "不能早于" in told(office, case, valid(K.SESSION_HELD, case, TODAY), happened_on=_LONG_AGO)


def test_a_dispute_is_not_registered_tomorrow(office: Office) -> None:
    with pytest.raises(InvalidEntry, match="不能在今天"):
        office.desk().register(an_entry(), _TOMORROW)
    assert office.book.count(EVERYTHING) == 0


def test_an_obligation_is_not_due_before_its_agreement(office: Office) -> None:
    case = office.walk(*_TAKEN)
    assert "早于达成协议" in told(office, case, an_agreement(TODAY, _LONG_AGO))


def test_an_agreement_says_what_was_agreed() -> None:
    with pytest.raises(ValidationError) as error:
        an_agreement(TODAY, content=" ")
    assert "必填" in str(problems_of(error.value))


def test_a_failure_is_not_recorded_before_the_other_routes_were_told(office: Office) -> None:
    case = office.walk(*_TAKEN)
    failed = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=False)
    assert "人民调解法第26条" in told(office, case, failed)
