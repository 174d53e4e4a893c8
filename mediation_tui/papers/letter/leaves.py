"""Tables as leaves to hang up: each begins a page of its own that lies on its side, without a letter around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_tui.papers.sheet import Sheet


@dataclass(frozen=True)
class Leaves:
    """Tables that leave as one Word file.

    Attributes:
        title: What the file says it is.
        unit: The office it comes from.
        dated: The day it is made.
        sheets: The tables, at least one.
    """

    title: str
    unit: str
    dated: date
    sheets: tuple[Sheet, ...]
