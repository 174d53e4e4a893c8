"""What may stand in one cell of a printed table, and how it reads."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from mediation_tui.figures.figure import UNKNOWN, Ratio
from mediation_tui.i18n import _


class Missing(Enum):
    """Why a place stays without a figure; no report is never printed as zero."""

    NOT_REPORTED = "not_reported"


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
