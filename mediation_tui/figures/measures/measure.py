"""A measure: its name, its formula in words, the dates it goes by, and how it is counted."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple, assert_never

from mediation_tui.figures.figure import CASES, NONE, CaseIds, Figure, Quantity, Ratio, Share
from mediation_tui.figures.measures.caseload import Caseload
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_

BY_REGISTRATION = Phrase(N_("登记日期"))
BY_CONCLUSION = Phrase(N_("调结日期"))


class Amount(NamedTuple):
    """A number the cases come to; none where there is none."""

    cases: CaseIds
    value: Quantity | None


class Portion(NamedTuple):
    """A share counted otherwise than in cases: instalments, visits; or one that may exceed its whole."""

    cases: CaseIds
    whole: CaseIds
    ratio: Ratio


Counted = CaseIds | Share | Portion | Amount | None
"""What counting comes to: cases, a share of cases, an amount; or none where the book keeps no record."""


def nothing(load: Caseload) -> CaseIds:
    """No case has to be opened."""
    return NONE


@dataclass(frozen=True)
class Measure:
    """One companion measure (domain handbook §10).

    Attributes:
        id: By which a figure is asked for again, such as `clearance`.
        name: What it is called. It and the formula may name `{day}`, on which open disputes are looked at,
            `{known_on}`, on which what became of agreements is, and `{window}`, the days of following up.
        formula: How it is made, so that a clerk could do it over.
        dates: By which event dates disputes fall into the period.
        count: Counts it.
        opens: The cases whose facts do not say enough; they are opened before it is counted.
        unit: What it is counted in.
    """

    id: str
    name: Phrase
    formula: Phrase
    dates: Phrase
    count: Callable[[Caseload], Counted]
    opens: Callable[[Caseload], CaseIds] = nothing
    unit: Phrase = CASES

    def figure(self, load: Caseload) -> Figure:
        """The measure of a place in a period."""
        name, formula = _dated(self.name, load), _dated(self.formula, load)
        basis = replace(load.basis, dates=self.dates)
        counted = self.count(load)
        match counted:
            case None:
                return Figure(name, formula, basis, NONE, None, None, self.unit)
            case Amount(cases, value):
                return Figure.quantity(name, formula, basis, cases, value, self.unit)
            case Portion(cases, whole, ratio):
                return replace(Figure.share(name, formula, basis, cases, whole, ratio), unit=self.unit)
            case Share(part, whole):
                return Figure.share(name, formula, basis, part, whole)
            case AbstractSet():
                return Figure.count(name, formula, basis, counted)
            case _:
                assert_never(counted)


@dataclass(frozen=True)
class Group:
    """Measures that are read together.

    Attributes:
        name: What they are about.
        guard: What keeps them from being misread.
    """

    name: Phrase
    guard: Phrase
    measures: tuple[Measure, ...]


def _dated(phrase: Phrase, load: Caseload) -> Phrase:
    facts = {"day": load.day, "known_on": load.known_on, "window": load.follow_up}
    return replace(phrase, facts={**facts, **phrase.facts}) if "{" in phrase.source else phrase
