"""What the office writes around the talks: reasons, grounds, decisions, and what comes of things."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from mediation_tui.demo.shelf import read
from mediation_tui.model.events import Correctable
from mediation_tui.model.vocabulary import Averted, Difficulty, Paper, Partner, RefusalGround

Lines = tuple[str, ...]
"""Sentences to choose from, with blanks for the sides and the place."""


@dataclass(frozen=True)
class DecisionRemark:
    """A decision of the weekly review, and what to say when it was or was not carried out."""

    text: str
    done: str
    undone: str


@dataclass(frozen=True)
class HandoverRemark:
    """What is said when work passes to or from a partner.

    Attributes:
        out: The request sent.
        back: The partner's answer to it.
        inward: What came with a case the partner sent.
    """

    partner: Partner
    unit: str
    out: str
    back: str
    inward: str


@dataclass(frozen=True)
class Remarks:
    """The sentences of `remarks.toml`, under the headings they have there."""

    notes: Lines
    joined: Lines
    appraised: Lines
    appraisal_back: Lines
    appointed: Lines
    party_corrected: Lines
    evidence: Lines
    urged: Lines
    first_reminder: Lines
    told_closed: Lines
    performed_closed: Lines
    ended_closed: Lines
    reopened: Lines
    after_failure: Lines
    sued: Lines
    voided: Lines
    merged: Lines
    grid_lift: Lines
    town_lift: Lines
    feedback_given: Lines
    invited: Lines
    shelves: Lines
    retention: Lines
    gaps: dict[Paper, Lines]
    corrections: dict[Correctable, Lines]
    decisions: tuple[DecisionRemark, ...]
    averted: dict[Averted, Lines]
    graded: dict[Difficulty, Lines]
    refused: dict[RefusalGround, Lines]
    handovers: tuple[HandoverRemark, ...]

    def handover(self, partner: Partner) -> HandoverRemark:
        """What is said to and by that partner."""
        return next(remark for remark in self.handovers if remark.partner is partner)


@cache
def remarks() -> Remarks:
    """The office's remarks, read at first use."""
    return TypeAdapter(Remarks).validate_python(read("remarks"))
