"""What a complete case file holds (domain handbook §6.1), as a table by outcome."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import AgreementForm, Outcome, Paper

_ALTERNATIVES = {Paper.ACCEPTANCE_FORM: Paper.APPLICATION}
"""Either of the two is enough: 申请书 or 受理登记表."""


def needed_papers(case: Case) -> tuple[Paper, ...]:
    """The papers that must be in this case's file, in binding order."""
    return tuple(_needed(case))


def _needed(case: Case) -> Iterator[Paper]:
    mediated = bool(case.sessions)
    transferred = case.outcome is Outcome.TRANSFERRED
    yield Paper.ACCEPTANCE_FORM
    if mediated and not transferred:
        yield Paper.RIGHTS_NOTICE
    yield Paper.IDENTITY
    if any(party.agent for party in case.parties):
        yield Paper.POWER_OF_ATTORNEY
    if mediated:
        yield Paper.MINUTES
    yield from _needed_for_outcome(case)


def _needed_for_outcome(case: Case) -> Iterator[Paper]:
    agreement = case.agreement
    if agreement:
        yield Paper.AGREEMENT if agreement.form is AgreementForm.WRITTEN else Paper.ORAL_AGREEMENT
        if agreement.form is AgreementForm.WRITTEN and agreement.obligations:
            yield Paper.RECEIPT
        yield Paper.VISIT_RECORD
        if agreement.confirmation:
            yield Paper.CONFIRMATION
    elif case.outcome is Outcome.FAILED:
        yield Paper.TERMINATION
    elif case.outcome is Outcome.TRANSFERRED:
        yield Paper.TRANSFER_LETTER


def missing_papers(case: Case) -> tuple[Paper, ...]:
    """The needed papers that are not in the file yet."""
    there = {document.paper for document in case.documents}
    return tuple(
        paper for paper in needed_papers(case) if paper not in there and _ALTERNATIVES.get(paper) not in there
    )
