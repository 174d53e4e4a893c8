"""The comparison as a paper."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from mediation_tui.figures.comparing import Compared
from mediation_tui.figures.sentence import sentence_of
from mediation_tui.model.places import Town
from mediation_tui.papers.comparison.course import course_sheet
from mediation_tui.papers.comparison.details import details_sheet
from mediation_tui.papers.comparison.record import comparison_record
from mediation_tui.papers.comparison.sheet import comparison_sheet
from mediation_tui.papers.covering import covering_letter
from mediation_tui.papers.paper import Paper, about_figures, stem_of


def comparison_paper(compared: Compared, town: Town, *, prepared_on: date) -> Paper:
    """The comparison in every form it can leave in.

    Args:
        compared: What was counted.
        town: Names the lines.
        prepared_on: The date of filling it in.
    """
    sheet, basis = comparison_sheet(compared, town), compared.now.basis

    def values() -> Any:
        return comparison_record(compared, town).model_dump(mode="json")

    return Paper(
        stem=stem_of(sheet.title),
        about=about_figures(sheet.title, town.office, basis),
        sheet=sheet,
        behind=(course_sheet(compared, town), details_sheet(compared, town)),
        values=values,
        letter=partial(covering_letter, sheet, town.office, prepared_on, sentence_of(compared.now)),
    )
