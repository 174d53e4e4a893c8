"""Reading the figures a report asks for, as the book knows them or as it knew them."""

from __future__ import annotations

from mediation_tui.cli.reports.asking import Asked
from mediation_tui.clock import Clock
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.store.book import Book


def figures_asked(book: Book, asked: Asked, clock: Clock) -> PeriodFigures:
    """What the book says of the period, as it was known when it was asked for."""
    return PeriodFigures(Present(book, clock), asked.period)
