"""A case at a glance, beside or below the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_tui.model.case import Case
from mediation_tui.store.book import Book
from mediation_tui.ui.caseview import next_line, title_line
from mediation_tui.ui.clocklines import clock_lines
from mediation_tui.ui.eventwords import event_line
from mediation_tui.ui.widgets.toned import Line, Said
from mediation_tui.ui.words import short_day

_EVENTS = 12


def peek_lines(case: Case, book: Book, today: date) -> Iterator[Line]:
    """Number, title, what is next, limits, and the latest of what happened."""
    yield (Said(case.number, "strong"),)
    yield title_line(case, book)
    yield (Said(case.versus),)
    yield next_line(case)
    yield from clock_lines(case, book, today)
    for event in reversed(book.events(case.id)[-_EVENTS:]):
        line = event_line(event, case, book)
        yield (
            Said(f"{short_day(event.happened_on, today)} ", "muted"),
            Said(f"{event.kind.label} "),
            Said(line, "muted"),
        )
