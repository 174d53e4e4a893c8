"""What is allowed but unwise is said, and never stops anybody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventData, EventKind
from mediation_tui.model.vocabulary import AgreementForm, Category, Exit, FailureReason
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.rules.warnings import warnings
from mediation_tui.rules.workdays import WorkingDays
from tests.builders import TODAY, Walk, an_agreement, an_entry, valid
from tests.strategies import acts, modest, walks

K = EventKind
TERM = date(2026, 4, 2)
PAST = date(2026, 4, 9)


def said(walk: Walk, act: EventData | EventKind, on: date = TODAY) -> list[str]:
    data = valid(act, walk.case, on) if isinstance(act, EventKind) else act
    found = warnings(walk.case, data, on, shipped_rules(), WorkingDays.shipped())
    return [str(warning) for warning in found]


def mediated(**changes: object) -> Walk:
    return Walk.begun(an_entry(**changes)).act(K.ACCEPTED).act(K.SESSION_HELD)


@pytest.mark.parametrize("act", [K.SESSION_HELD, K.AGREEMENT_REACHED])
def test_going_on_past_the_term_is_pointed_out_with_its_days(act: EventKind) -> None:
    assert said(mediated(), act, TERM) == []
    assert said(mediated(), act, PAST) == [
        "已超过调解期限 7 天（2026-04-02 到期），没有双方同意的延期",
    ]


def test_an_agreed_extension_quiets_the_warning() -> None:
    walk = mediated().act(
        happened.ExtensionAgreed(until=PAST, applicants_consent=True, respondents_consent=True)
    )
    assert said(walk, K.SESSION_HELD, PAST) == []


@pytest.mark.parametrize("category", [Category.LABOUR, Category.MIGRANT_WAGES, Category.MEDICAL])
def test_an_oral_agreement_where_the_law_asks_for_writing(category: Category) -> None:
    walk = mediated(category=category, applied_on=TODAY)
    (warning,) = said(walk, an_agreement(TODAY, form=AgreementForm.ORAL))
    assert warning.startswith(f"{category.label}纠纷应当订立书面协议（")
    assert said(walk, an_agreement(TODAY)) == []


def test_an_oral_agreement_that_is_not_performed_on_the_spot() -> None:
    later = an_agreement(TODAY, TODAY + timedelta(days=5), form=AgreementForm.ORAL)
    assert said(mediated(), later) == ["不能当场履行的，最好订立书面协议"]
    assert said(mediated(), an_agreement(TODAY, form=AgreementForm.ORAL)) == []


def test_asking_the_court_after_thirty_days() -> None:
    walk = mediated().act(K.AGREEMENT_REACHED)
    assert said(walk, K.CONFIRMATION_APPLIED, date(2026, 4, 1)) == []
    assert said(walk, K.CONFIRMATION_APPLIED, date(2026, 4, 2)) == [
        "司法确认申请期限 2026-04-01 已过，法院可能不受理"
    ]


def test_closing_with_papers_missing() -> None:
    (warning,) = said(mediated().act(K.AGREEMENT_REACHED), K.CLOSED)
    assert warning.startswith("卷宗还缺：人民调解受理登记表、")


def test_a_failure_with_nowhere_to_go_and_a_transfer_without_a_day_for_its_answer() -> None:
    failed = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True)
    assert said(mediated(), failed) == ["去向先记“尚无去向”，回访时请补记"]
    assert said(mediated(), failed.model_copy(update={"exit": Exit.COURT})) == []
    assert said(mediated(), K.TRANSFERRED) == ["没有写反馈期限，移送后可能没有下文"]


@modest
@given(walks(), st.data())
def test_a_warning_is_a_whole_sentence_whatever_is_being_done(walk: Walk, data: st.DataObject) -> None:
    on = walk.today + timedelta(days=70)
    if walk.case.void_on:
        return
    for warning in said(walk, data.draw(acts(walk.case, on)), on):
        assert "{" not in warning
