"""An official table as a paper."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from mediation_tui.figures.tables.table import Table
from mediation_tui.model.places import Town
from mediation_tui.papers.covering import covering_letter
from mediation_tui.papers.official.details import table_details
from mediation_tui.papers.official.record import table_record
from mediation_tui.papers.official.sheet import table_sheet
from mediation_tui.papers.paper import Paper, about_figures, stem_of


def table_paper(table: Table, town: Town, *, prepared_on: date, reporter: str) -> Paper:
    """A table in every form it can leave in.

    Args:
        table: What was counted.
        town: Names the places.
        prepared_on: The date of filling it in.
        reporter: The unit that reports.
    """
    sheet = table_sheet(table, prepared_on=prepared_on, reporter=reporter)

    def values() -> Any:
        return table_record(table, town.name, town.office).model_dump(mode="json")

    return Paper(
        stem=stem_of(sheet.title),
        about=about_figures(sheet.title, town.office, table.basis),
        sheet=sheet,
        behind=(table_details(table, town),),
        values=values,
        letter=partial(covering_letter, sheet, town.office, prepared_on),
    )
