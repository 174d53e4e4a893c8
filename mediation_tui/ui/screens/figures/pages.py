"""The pages of the room; another one is one more here."""

from __future__ import annotations

from mediation_tui.ui.screens.figures import comparison, issued, measures, questions, statement, tables
from mediation_tui.ui.screens.figures.asked import PageName
from mediation_tui.ui.screens.figures.page import Page

PAGES: dict[PageName, Page] = {
    each.PAGE.name: each.PAGE for each in (statement, comparison, tables, measures, questions, issued)
}
"""Each by its name, in their order."""


def page_after(name: PageName) -> PageName:
    """The page one key goes on to."""
    names = tuple(PAGES)
    return names[(names.index(name) + 1) % len(names)]
