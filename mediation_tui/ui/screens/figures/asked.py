"""What is asked of the figures: which page, of which days, of which place, as known when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mediation_tui.figures.lines import By
from mediation_tui.figures.measures.scope import WHOLE_TOWN, Scope
from mediation_tui.i18n import N_
from mediation_tui.model.base import Word
from mediation_tui.model.period import Period


class PageName(Word):
    """The pages of the room, in the order one key goes through them."""

    STATEMENT = "statement", N_("小事不出村")
    COMPARISON = "comparison", N_("对比")
    TABLES = "tables", N_("官方表")
    MEASURES = "measures", N_("指标")
    QUESTIONS = "questions", N_("核对")
    ISSUED = "issued", N_("已出报告")


@dataclass(frozen=True)
class Asked:
    """What is asked.

    Attributes:
        period: The days that count.
        page: Which page.
        by: What the statement's lines are.
        place: Measures are of this place; elsewhere its line is marked.
        as_of: As it was known at the end of that day; none for now.
        table: A shipped table's name, or the path of an office's own description.
        report: The signed report that is open; none for the list of them.
    """

    period: Period
    page: PageName = PageName.STATEMENT
    by: By = By.VILLAGE
    place: Scope = WHOLE_TOWN
    as_of: date | None = None
    table: str = "ministry"
    report: str | None = None
