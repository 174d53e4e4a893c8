"""A figure: what is counted, out of what, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mediation_tui.i18n import _

CaseIds = frozenset[str]
NONE: CaseIds = frozenset()

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
