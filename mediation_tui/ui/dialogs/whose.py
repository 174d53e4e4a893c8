"""Whose cases Today shows."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult

from mediation_tui.i18n import _
from mediation_tui.store.book import Book
from mediation_tui.store.filters import CaseFilter
from mediation_tui.ui.dialogs.filter import levels_field, mediator_field, village_field
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.form import Form


class WhoseDialog(Dialog[CaseFilter]):
    """Choose by village, mediator and level, asked as the ledger asks; what is left empty does not matter.

    Args:
        chosen: What Today shows now.
        book: Whose places and people.
        today: The office's date.
    """

    def __init__(self, chosen: CaseFilter, book: Book, today: date) -> None:
        super().__init__(_("今日只看"))
        self._chosen = chosen
        self._book = book
        self._today = today

    def body(self) -> ComposeResult:
        """The questions, answered as Today is filtered now."""
        now, book = self._chosen, self._book
        fields = village_field(now, book), mediator_field(now, book), levels_field(now)
        yield Form(fields, today=self._today)

    def foot(self) -> str:
        """What the keys do."""
        return _("Ctrl+S 筛选  Esc 取消")

    def save(self) -> None:
        """End with the filter."""
        assert self.form, "the body is a form"
        answers = self.form.values()
        self.dismiss(
            CaseFilter(
                village=answers["village"],
                mediator=answers["mediator"],
                levels=frozenset(answers["levels"] or ()),
            )
        )
