"""What a complete case file holds (domain handbook §6.1)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.party import Agent
from mediation_tui.model.vocabulary import AgreementForm, Paper
from mediation_tui.rules.filing import missing_papers, needed_papers
from tests.builders import PARTIES, TODAY, Walk, an_agreement, an_entry
from tests.strategies import modest, walks

K = EventKind
P = Paper
MEDIATED = (P.ACCEPTANCE_FORM, P.RIGHTS_NOTICE, P.IDENTITY, P.MINUTES)


def mediated() -> Walk:
    return Walk.begun().act(K.ACCEPTED).act(K.SESSION_HELD)


def needed(walk: Walk) -> tuple[Paper, ...]:
    return needed_papers(walk.case)


def test_a_written_agreement_needs_its_paper_and_the_proof_of_performance() -> None:
    walk = mediated().act(an_agreement(TODAY, TODAY + timedelta(days=9)))
    assert needed(walk) == (*MEDIATED, P.AGREEMENT, P.RECEIPT, P.VISIT_RECORD)


def test_an_oral_agreement_needs_its_register_form_and_no_receipt() -> None:
    walk = mediated().act(an_agreement(TODAY, TODAY, form=AgreementForm.ORAL))
    assert needed(walk) == (*MEDIATED, P.ORAL_AGREEMENT, P.VISIT_RECORD)


def test_an_agreement_with_nothing_to_perform_needs_no_receipt() -> None:
    assert P.RECEIPT not in needed(mediated().act(K.AGREEMENT_REACHED))


def test_a_failure_needs_the_termination_paper() -> None:
    assert needed(mediated().act(K.MEDIATION_FAILED)) == (*MEDIATED, P.TERMINATION)


def test_a_failure_without_any_session_needs_no_minutes() -> None:
    walk = Walk.begun().act(K.ACCEPTED).act(K.MEDIATION_FAILED)
    assert needed(walk) == (P.ACCEPTANCE_FORM, P.IDENTITY, P.TERMINATION)


def test_a_transfer_needs_its_letter_and_minutes_if_it_was_mediated() -> None:
    assert needed(Walk.begun().act(K.TRANSFERRED)) == (P.ACCEPTANCE_FORM, P.IDENTITY, P.TRANSFER_LETTER)
    assert needed(mediated().act(K.TRANSFERRED)) == (
        P.ACCEPTANCE_FORM,
        P.IDENTITY,
        P.MINUTES,
        P.TRANSFER_LETTER,
    )


def test_an_agent_needs_a_power_of_attorney_and_the_court_its_papers() -> None:
    spoken_for = PARTIES[0].model_copy(update={"agent": Agent(name="马秀英", relation="配偶")})
    walk = Walk.begun(an_entry(parties=(spoken_for, PARTIES[1]))).act(K.ACCEPTED).act(K.SESSION_HELD)
    walk.act(K.AGREEMENT_REACHED).act(K.CONFIRMATION_APPLIED)
    assert {P.POWER_OF_ATTORNEY, P.CONFIRMATION} <= set(needed(walk))


@pytest.mark.parametrize("paper", [P.APPLICATION, P.ACCEPTANCE_FORM])
def test_either_the_application_or_the_acceptance_form_will_do(paper: Paper) -> None:
    walk = mediated()
    assert P.ACCEPTANCE_FORM in missing_papers(walk.case)
    walk.act(happened.DocumentAttached(paper=paper))
    assert P.ACCEPTANCE_FORM not in missing_papers(walk.case)


@modest
@given(walks())
def test_attaching_what_is_missing_completes_the_file(walk: Walk) -> None:
    if not walk.case.on_desk:
        return
    for paper in missing_papers(walk.case):
        walk.act(happened.DocumentAttached(paper=paper))
    assert missing_papers(walk.case) == ()
    order = list(Paper)
    assert list(needed(walk)) == sorted(needed(walk), key=order.index)
