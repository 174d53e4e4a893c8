"""Reading the figures a report asks for, as the book knows them or as it knew them."""

from __future__ import annotations

from collections.abc import Mapping

from mediation_tui.cli.reports.asking import Asked
from mediation_tui.clock import Clock
from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present, Records
from mediation_tui.store.book import Book


def records_asked(book: Book, asked: Asked, clock: Clock) -> Records:
    """The cases as they were known when it was asked for."""
    return Present(book, clock)


def figures_asked(book: Book, asked: Asked, clock: Clock) -> PeriodFigures:
    """What the book says of the period, as it was known when it was asked for."""
    return PeriodFigures(records_asked(book, asked, clock), asked.period)


def numbers_of(records: Records, cases: CaseIds) -> Mapping[str, str]:
    """The numbers of some cases by their ids, oldest first."""
    return {facts.id: facts.number for facts in records.facts() if facts.id in cases}
