"""The week sheets of the villages as a paper: a tab or a page for each."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from mediation_tui import __version__
from mediation_tui.i18n import _
from mediation_tui.model.period import Period
from mediation_tui.papers.letter.leaves import Leaves
from mediation_tui.papers.paper import Paper, stem_of
from mediation_tui.papers.plain import json_values
from mediation_tui.papers.sheet import About
from mediation_tui.papers.week.gathering import village_weeks
from mediation_tui.papers.week.sheet import week_sheet
from mediation_tui.store.book import Book


def week_paper(
    book: Book,
    week: Period,
    as_of: datetime,
    today: date,
    village: str | None = None,
    *,
    named: bool = False,
) -> Paper:
    """The week sheets in every form they can leave in.

    Args:
        book: Where everything is.
        week: The week.
        as_of: The instant they are made, UTC.
        today: The office's date.
        village: Only this one; `""` for the town itself; all of them unless given.
        named: Whether the parties are named as lists name them.
    """
    town = book.town
    sheets = tuple(
        week_sheet(had, week, town, book.people, as_of, named=named)
        for had in village_weeks(book, week, today, village)
    )
    title = _("{place}周工作表 {first}–{last}").format(
        place=sheets[0].name if len(sheets) == 1 else town.name, first=week.first, last=week.last
    )

    def values() -> Any:
        return [json_values(sheet) for sheet in sheets]

    return Paper(
        stem=stem_of(title),
        about=About(title, town.office, as_of, f"mediation-tui {__version__}"),
        sheet=sheets[0],
        behind=sheets[1:],
        values=values,
        letter=lambda: Leaves(title, town.office, today, sheets),
    )
