"""A figure: what is counted, out of what, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mediation_tui.i18n import _

CaseIds = frozenset[str]
NONE: CaseIds = frozenset()


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
    def value(self) -> Fraction | None:
        """The exact ratio; none for 0 out of 0, which is no ratio at all."""
        return Fraction(len(self.part), len(self.whole)) if self.whole else None

    @property
    def percent(self) -> str:
        """The ratio to one decimal; "—" without a whole; never rounded up to 100 % nor down to 0 %."""
        value = self.value
        if value is None:
            return "—"
        tenths = round(value * 1000)
        if value < 1:
            tenths = min(tenths, 999)
        if value > 0:
            tenths = max(tenths, 1)
        return f"{tenths // 10}.{tenths % 10} %"

    def __str__(self) -> str:
        """The ratio with what it was divided by, such as `77.2 %（71/92）`."""
        if self.value is None:
            return "—"
        return _("{percent}（{part}/{whole}）").format(
            percent=self.percent, part=len(self.part), whole=len(self.whole)
        )
