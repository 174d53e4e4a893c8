"""What may stand in one cell of a printed table, and how it reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import Enum

from mediation_tui.i18n import _

UNKNOWN = "—"
"""What is printed where there is nothing to know or nothing to divide by."""

_TENTH = Decimal("0.1")
_WHOLE = Decimal(100)


class Missing(Enum):
    """Why a place stays without a figure; no report is never printed as zero."""

    NOT_REPORTED = "not_reported"


@dataclass(frozen=True)
class Ratio:
    """A share that always shows what was counted and what it was divided by.

    Attributes:
        numerator: Cases counted.
        denominator: Cases they are a part of; a ratio over nothing prints as unknown, never as 100 %.
    """

    numerator: int
    denominator: int

    @property
    def percent(self) -> Decimal | None:
        """Per cent to one decimal; a ratio below 1 never rounds up to 100 %. None over nothing."""
        if not self.denominator:
            return None
        exact = _WHOLE * self.numerator / self.denominator
        rounded = exact.quantize(_TENTH, ROUND_HALF_UP)
        if exact < _WHOLE <= rounded:
            return exact.quantize(_TENTH, ROUND_FLOOR)
        return rounded

    @property
    def share(self) -> str:
        """The percentage alone, as printed."""
        return UNKNOWN if self.percent is None else f"{self.percent} %"

    @property
    def counts(self) -> str:
        """What was divided by what: `71/92`."""
        return f"{self.numerator}/{self.denominator}"

    def __str__(self) -> str:
        return _("{share}（{counts}）").format(share=self.share, counts=self.counts)


Cell = int | Decimal | date | str | Ratio | Missing | None
"""One value of a table. None is unknown; text is always text, whatever it looks like."""


def text_of(cell: Cell) -> str:
    """How a cell reads in plain text: zero as 0, unknown as —, a missing report as 未报."""
    if cell is None:
        return UNKNOWN
    if isinstance(cell, Missing):
        return _("未报")
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, date):
        return f"{cell:%Y-%m-%d}"
    return str(cell)
