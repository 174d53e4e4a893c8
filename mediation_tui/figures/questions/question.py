"""A question to the head of the office: what stands out, what it may mean, and the cases to open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.lines import Place
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.questions.asked import Asked


@dataclass(frozen=True)
class Question:
    """Something to ask, never a verdict, a score or a person's name.

    Attributes:
        id: What it is about.
        subject: The place it is about; none where it is about the whole office.
        sentence: The question to the head of the office (所长).
        why: What it may mean innocently, from when on it is asked, and what to look at.
        cases: The cases it is about.
    """

    id: Asked
    subject: Place | None
    sentence: Phrase
    why: Phrase
    cases: CaseIds


@dataclass(frozen=True)
class Questions:
    """What there is to ask about a period, as the book knows it at one instant.

    Attributes:
        basis: Which cases were looked at.
        asked: In the order of `Asked`, places in the town's order; no place is asked the same thing twice.
        village: The one village these are about, `""` for the town desk; none for all places.
    """

    basis: Basis
    asked: tuple[Question, ...]
    village: str | None = None

    def about(self, village: str | None) -> Self:
        """Those about a village, or the town desk (`""`), with those about the whole office; all of them for none."""
        subjects = (None, (village, None))
        put = tuple(each for each in self.asked if village is None or each.subject in subjects)
        return replace(self, asked=put, village=village)
