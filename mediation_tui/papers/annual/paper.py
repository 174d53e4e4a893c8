"""The annual report as a paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from mediation_tui.figures.annual import AnnualReport
from mediation_tui.figures.telling import basis_told, note_of, numbered
from mediation_tui.i18n import _
from mediation_tui.papers.annual.letter import annual_letter
from mediation_tui.papers.annual.record import annual_record
from mediation_tui.papers.annual.sheet import annual_sheet
from mediation_tui.papers.paper import Paper, about_figures, stem_of
from mediation_tui.papers.statement import details_sheet, statement_sheet


def annual_paper(report: AnnualReport, *, addressee: str, prepared_on: date) -> Paper:
    """An annual report in every form it can leave in.

    Args:
        report: What it says.
        addressee: To whom the letter goes; may be empty.
        prepared_on: The day it is signed.
    """
    statement, town = report.statement, report.town
    title = _("{town}{period}矛盾纠纷排查化解情况报告").format(
        town=town.name, period=statement.basis.period.label
    )
    table = statement_sheet(statement, town, prepared_on=prepared_on, reporter=town.office)

    def values() -> Any:
        return annual_record(report, title).model_dump(mode="json")

    return Paper(
        stem=stem_of(title),
        about=about_figures(title, town.office, statement.basis),
        sheet=annual_sheet(report, title),
        behind=(table, details_sheet(statement, town)),
        values=values,
        letter=partial(annual_letter, report, title, addressee, prepared_on, table.title),
        reading=tuple(_reading(report, title)),
    )


def _reading(report: AnnualReport, title: str) -> Iterator[str]:
    """The paragraphs, then the footnotes."""
    numbers = numbered(report.tellings)
    yield from (title, "")
    yield from (telling.marked(numbers) for telling in report.tellings)
    yield from (basis_told(report.statement.basis), "")
    yield from (f"[{number}] {note_of(figure)}" for figure, number in numbers.items())
