"""The annual report for other programs."""

from __future__ import annotations

from datetime import date, datetime

from mediation_tui.figures.annual import AnnualReport
from mediation_tui.figures.telling import numbered
from mediation_tui.model.base import Frozen
from mediation_tui.papers.official.record import FigureValues, figure_values


class AnnualRecord(Frozen):
    """An annual report in full.

    Attributes:
        first: First day of the period.
        last: Last day of the period.
        as_of: The instant of the book's knowledge, UTC.
        paragraphs: The text, the number of its footnote in brackets behind each figure.
        figures: The figures in the order of their footnotes, from 1.
    """

    title: str
    town: str
    office: str
    first: date
    last: date
    as_of: datetime
    paragraphs: tuple[str, ...]
    figures: tuple[FigureValues, ...]


def annual_record(report: AnnualReport, title: str) -> AnnualRecord:
    """A report as a record.

    Args:
        report: What it says.
        title: Its title.
    """
    numbers, basis = numbered(report.tellings), report.statement.basis
    return AnnualRecord(
        title=title,
        town=report.town.name,
        office=report.town.office,
        first=basis.period.first,
        last=basis.period.last,
        as_of=basis.as_of,
        paragraphs=tuple(telling.marked(numbers) for telling in report.tellings),
        figures=tuple(figure_values(str(number), figure) for figure, number in numbers.items()),
    )
