"""Finding the case that somebody raises in a meeting."""

from __future__ import annotations

from mediation_tui.i18n import _
from mediation_tui.model.facts import CaseFacts
from mediation_tui.review.masking import Names
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter, Order
from mediation_tui.ui.dialogs.picker import Picker
from mediation_tui.ui.widgets.row import Row
from mediation_tui.ui.words import place_words, state_words

_MOST = 14
"""Cases shown at once; whoever looks for another one types on."""


class RaisingDialog(Picker[str]):
    """All cases, narrowed by number, name, pinyin or place; ends with one's id.

    Args:
        book: The office's records.
        masked: Whether people are shown by their surnames alone.
    """

    def __init__(self, book: Book, *, masked: bool) -> None:
        super().__init__(_("会上提出哪一件"), ())
        self._book = book
        self._masked = masked

    def _narrow(self, typed: str) -> None:
        found = self._book.page(CaseFilter(text=typed), Order.NEWEST, 0, _MOST)
        rows = [self._found(facts) for facts in found]
        self._rows.show(len(rows), lambda offset, limit: rows[offset : offset + limit])
        self._rows.action_first()

    def _found(self, facts: CaseFacts) -> Row:
        versus = Names(self._book.case(facts.id), masked=True).versus if self._masked else facts.versus
        number = str(facts.serial or "")
        return Row(facts.id, (number, versus, place_words(facts, self._book.town), state_words(facts.state)))
