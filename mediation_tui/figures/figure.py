"""A figure: what is counted, out of what, how it is made, and how it is said."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Self

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_, _

CaseIds = AbstractSet[str]
NONE: frozenset[str] = frozenset()

UNKNOWN = "—"
"""What stands where there is nothing to know or nothing to divide by."""


@dataclass(frozen=True)
class Ratio:
    """So many out of so many.

    Attributes:
        numerator: What counts.
        denominator: What it is counted out of; nothing out of nothing is unknown, never 100 %.
    """

    numerator: int
    denominator: int

    @property
    def value(self) -> Fraction | None:
        """The exact ratio; none over nothing."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    @property
    def percent(self) -> str:
        """The ratio to one decimal; never rounded up to 100 % nor down to 0 %."""
        value = self.value
        if value is None:
            return UNKNOWN
        tenths = (2000 * value + 1) // 2
        if value < 1:
            tenths = min(tenths, 999)
        if value > 0:
            tenths = max(tenths, 1)
        return f"{tenths // 10}.{tenths % 10} %"

    @property
    def counts(self) -> str:
        """What was divided by what: `71/92`."""
        return f"{self.numerator}/{self.denominator}"

    def __str__(self) -> str:
        """The ratio with what it was divided by, such as `77.2 %（71/92）`."""
        if self.value is None:
            return UNKNOWN
        return _("{percent}（{counts}）").format(percent=self.percent, counts=self.counts)


@dataclass(frozen=True)
class Share:
    """A part of a whole, both as sets of case ids.

    Attributes:
        part: The cases that count; all of them also in `whole`.
        whole: The cases it is a share of.
    """

    part: CaseIds
    whole: CaseIds

    @property
    def ratio(self) -> Ratio:
        """How many of how many."""
        return Ratio(len(self.part), len(self.whole))

    @property
    def value(self) -> Fraction | None:
        """The exact ratio; none for 0 out of 0, which is no ratio at all."""
        return self.ratio.value

    @property
    def percent(self) -> str:
        """The ratio as `Ratio.percent` says it."""
        return self.ratio.percent

    def __str__(self) -> str:
        return str(self.ratio)


Quantity = int | Decimal
"""A number that is not a share: cases, persons, days, yuan."""

FEW = 10
"""Below this many cases a share says nothing about a place: it is shown, and not compared (domain handbook §10)."""

CASES = Phrase(N_("件"))
PERSONS = Phrase(N_("人"))
YUAN = Phrase(N_("元"))
DAYS = Phrase(N_("天"))
TIMES = Phrase(N_("次"))


@dataclass(frozen=True)
class Figure:
    """One number on a screen, a sheet or in a letter, with everything that is needed to check it.

    Attributes:
        name: What it is called.
        formula: How it is made, in words; of a share with ` ÷ ` between its two parts.
        basis: Period, dates and instant.
        cases: The cases that count; of a share its numerator.
        whole: The cases a share is counted out of; none where it is not a share. The numerator's are among them,
            except where two numbers that offices set beside each other are of different cases and the formula says so.
        value: What is shown; none where it cannot be known, which is never 0.
        unit: What it is counted in.
    """

    name: Phrase
    formula: Phrase
    basis: Basis
    cases: CaseIds
    whole: CaseIds | None
    value: Quantity | Ratio | None
    unit: Phrase

    @classmethod
    def count(cls, name: Phrase, formula: Phrase, basis: Basis, cases: CaseIds) -> Self:
        """How many cases."""
        return cls(name, formula, basis, cases, None, len(cases), CASES)

    @classmethod
    def share(
        cls,
        name: Phrase,
        formula: Phrase,
        basis: Basis,
        cases: CaseIds,
        whole: CaseIds,
        ratio: Ratio | None = None,
    ) -> Self:
        """A share of cases, or of what stands in them, such as instalments, where a ratio of its own is given."""
        value = ratio or Ratio(len(cases), len(whole))
        return cls(name, formula, basis, cases, whole, value, CASES)

    @classmethod
    def quantity(
        cls, name: Phrase, formula: Phrase, basis: Basis, cases: CaseIds, value: Quantity | None, unit: Phrase
    ) -> Self:
        """A sum or a middle of something the cases have."""
        return cls(name, formula, basis, cases, None, value, unit)

    @property
    def text(self) -> str:
        """The number as it is printed, without its unit: `7`, `77.2 %（71/92）`, `—`."""
        return UNKNOWN if self.value is None else str(self.value)

    @property
    def few(self) -> bool:
        """Whether it is a share out of so few cases that places must not be compared by it."""
        return self.whole is not None and len(self.whole) < FEW

    @cached_property
    def behind(self) -> CaseIds:
        """Every case it rests on."""
        return self.cases | (self.whole or NONE)
