"""Other cases with a party of the same name: shown, never taken for the same person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from textual.content import Content
from textual.widgets import Static

from mediation_tui.i18n import _, ngettext
from mediation_tui.model.case import Case
from mediation_tui.rules.facts import facts_of
from mediation_tui.store.book import Book
from mediation_tui.ui.text import plain
from mediation_tui.ui.words import short_number, state_words

_MOST = 20


class NamesakeCard(Static):
    """Cases of the names being entered: number, year of birth, village, category, state.

    Drawn anew only when it has something else to say, for a repaint disturbs an input method.

    Args:
        book: Where to look.
        today: The office's date.
    """

    DEFAULT_CSS = """
    NamesakeCard { padding: 0 1; color: $foreground; }
    """

    def __init__(self, book: Book, today: date) -> None:
        super().__init__()
        self._book = book
        self._today = today
        self._names: tuple[str, ...] = ()

    def look_for(self, names: Iterable[str]) -> None:
        """Show the cases of these names."""
        wanted = tuple(dict.fromkeys(name for name in names if len(name) > 1))
        if wanted != self._names:
            self._names = wanted
            self.update(Content("\n").join([line for name in wanted for line in self._lines(name)]))

    def _lines(self, name: str) -> Iterator[Content]:
        cases = self._book.namesakes(name, _MOST)
        if cases:
            heading = ngettext(
                "同名“{name}” {n} 件，是否同一人请核实", "同名“{name}” {n} 件，是否同一人请核实", len(cases)
            )
            yield plain(heading.format(name=name, n=len(cases)), "$warning")
        for case in cases:
            yield plain("  ".join(filter(None, self._said(case, name))))

    def _said(self, case: Case, name: str) -> tuple[str, ...]:
        facts = facts_of(case, self._book.rules, self._book.calendar)
        born = next((party.birth_year for party in case.parties if party.name == name), None)
        return (
            short_number(facts, self._today.year),
            _("{year}年生").format(year=born) if born else "",
            self._book.town.village_name(case.village) or _("镇级"),
            case.category.label,
            state_words(case.state),
        )
