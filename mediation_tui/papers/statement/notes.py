"""What is said under a printed statement: how it was counted, as of when, and by what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mediation_tui import __version__
from mediation_tui.figures.notes import statement_notes
from mediation_tui.figures.statement import Statement
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.papers.paper import as_of_text


def notes_of(statement: Statement, town: Town, prepared_on: date) -> Iterator[str]:
    """The notes of a statement, in the order they are printed."""
    yield from statement_notes(statement, town)
    yield _("截止 {instant}（北京时间）；制表日期 {day}；mediation-tui {version}。").format(
        instant=as_of_text(statement.basis), day=prepared_on, version=__version__
    )
