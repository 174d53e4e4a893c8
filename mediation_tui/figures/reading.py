"""The door to the figures: a statement of an open book."""

from __future__ import annotations

from mediation_tui.clock import Clock
from mediation_tui.figures.lines import By, lines_of
from mediation_tui.figures.statement import Statement, statement_of
from mediation_tui.model.period import Period
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING


def read_statement(book: Book, period: Period, clock: Clock, *, by: By = By.VILLAGE) -> Statement:
    """Count a period in a book, as the book stands now.

    Args:
        book: The office's records.
        period: From which day to which.
        clock: Tells the instant the figures are as of, and today for a period that is not over.
        by: What the lines stand for.

    Raises:
        InvalidEntry: The period has not begun yet.
        UnbalancedStatement: Something does not add up; the error names the sum and the cases.
    """
    return statement_of(
        book.facts(EVERYTHING),
        period,
        lines_of(book.town, by),
        as_of=clock.now(),
        today=clock.today(),
        late_after=book.rules.late_after_days,
        by=by,
    )
