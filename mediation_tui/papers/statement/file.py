"""The statement as a paper."""

from __future__ import annotations

from datetime import date
from functools import partial

from mediation_tui.figures.sentence import sentence_of
from mediation_tui.figures.statement import Statement
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.papers.covering import covering_letter
from mediation_tui.papers.paper import Paper, about_figures, stem_of
from mediation_tui.papers.statement.details import details_sheet
from mediation_tui.papers.statement.record import statement_json
from mediation_tui.papers.statement.table import statement_sheet


def statement_paper(statement: Statement, town: Town, *, prepared_on: date, reporter: str) -> Paper:
    """The statement in every form it can leave in.

    Args:
        statement: What was counted.
        town: Names the lines.
        prepared_on: The date of filling it in.
        reporter: The unit that reports.
    """
    sheet = statement_sheet(statement, town, prepared_on=prepared_on, reporter=reporter)
    return Paper(
        stem=stem_of(_("小事不出村统计_{period}").format(period=statement.basis.period.label)),
        about=about_figures(sheet.title, town.office, statement.basis),
        sheet=sheet,
        behind=(details_sheet(statement, town),),
        values=partial(statement_json, statement, town),
        letter=partial(covering_letter, sheet, reporter, prepared_on, sentence_of(statement)),
    )
