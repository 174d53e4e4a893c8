"""How a case came into a period and how it left it, as a clerk reads it off the rounds."""

from __future__ import annotations

from datetime import date

from tests.figures.recount.files import Dispute, Round
from tests.figures.recount.sheets import within
from tests.figures.recount.statement import entry, voided


def last_round(dispute: Dispute, last: date) -> Round:
    """The round a case was in when the period ended."""
    return [each for each in dispute.rounds if each.opened <= last][-1]


def ended(dispute: Dispute, first: date, last: date) -> Round | None:
    """The round that ended in the period without a newer one begun; a void case has none."""
    if dispute.void or dispute.rounds[0].opened > last:
        return None
    now = last_round(dispute, last)
    return now if within(now.concluded, first, last) else None


def came(dispute: Dispute, first: date, last: date) -> str:
    """`carried`, `received`, `reopened`, or nothing where a case was not in hand in the period."""
    if dispute.void:
        found = voided(dispute, dispute.void, first, last) & {"carried", "received"}
    else:
        found = entry([each for each in dispute.rounds if each.opened <= last], first)
    return found.pop() if found else ""


def left(dispute: Dispute, first: date, last: date) -> str:
    """How a case that was in hand went out of the period: its outcome, `void` or `open`."""
    if dispute.void:
        return "void" if dispute.void <= last else "open"
    now = ended(dispute, first, last)
    return str(now.outcome) if now else "open"


def first_accepted(dispute: Dispute) -> date | None:
    """When a case was accepted for the first time; one that was refused is accepted when it is taken up after all."""
    return next((each.accepted for each in dispute.rounds if each.accepted), None)
