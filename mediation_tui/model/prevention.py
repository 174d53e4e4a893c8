"""Something worse that was averted: on the case, and among its facts."""

from __future__ import annotations

from datetime import date

from mediation_tui.model.base import Frozen
from mediation_tui.model.vocabulary import Averted


class Prevention(Frozen):
    """Something worse that was averted (预防效果)."""

    on: date
    averted: Averted
    people: int
