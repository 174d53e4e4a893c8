"""Ledger (台账): all cases, drawn row by row from pages of the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from mediation_tui.i18n import _, ngettext
from mediation_tui.model.facts import CaseFacts
from mediation_tui.store.filters import EVERYTHING, OPEN, CaseFilter, Order
from mediation_tui.ui.casepeek import peek_lines
from mediation_tui.ui.caserow import case_columns, case_row
from mediation_tui.ui.screens.room import Room
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.entry import Entry
from mediation_tui.ui.widgets.row import Row
from mediation_tui.ui.widgets.rows import RowList
from mediation_tui.ui.widgets.toned import Toned

_REST = 0.25
"""Seconds without a key after which the case under the cursor is opened; moving on does not wait for it."""

_PEEK_FROM = 120
"""Cells from which the case under the cursor is shown beside the list."""
_PEEK = 40
"""Cells it takes there, the same as in ledger.tcss."""


class LedgerScreen(Room):
    """The list of cases with its filter above and its sums below.

    Args:
        chosen: Which cases to begin with; those in hand unless told otherwise.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["room.tcss", "ledger.tcss"]
    room_name: ClassVar[str] = "ledger"
    lists_cases: ClassVar[bool] = True

    def __init__(self, chosen: CaseFilter = OPEN) -> None:
        super().__init__()
        self._chosen = chosen
        self._order = Order.NEWEST
        self._said = Static(classes="ledger--said")
        self._text = Entry(chosen.text, placeholder=_("/ 案号、姓名、拼音"))
        self._rows = RowList(case_columns(80), empty=_("没有这样的案件。按 x 看全部，按 F2 登记。"))
        self._peek = Toned(steady=True, classes="ledger--peek")
        self._sums = Static(classes="ledger--sums")
        self._pages: dict[str, CaseFacts] = {}
        self._resting: Timer | None = None

    def content(self) -> Iterable[Widget]:
        """What is chosen, the list, the case under the cursor, the sums."""
        return (
            Horizontal(self._said, self._text, classes="ledger--line"),
            Vertical(self._rows, self._peek, classes="ledger--body"),
            self._sums,
        )

    def reload(self) -> None:
        """Read the list again; the cursor stays on its case."""
        book = self.program.book
        total, everything = book.count(self._chosen), book.count(EVERYTHING)
        described = self._chosen.describe(book.town, book.people, book.rules.risks) or _("全部")
        self._said.update(
            plain(
                _("{described}  {n} / 全部 {all}   按 {order}").format(
                    described=described, n=f"{total:,}", all=f"{everything:,}", order=self._order.label
                )
            )
        )
        self._pages.clear()
        self._rows.show(total, self._fetch)
        self._show_sums()
        self._show_peek()

    def _fetch(self, offset: int, limit: int) -> Sequence[Row]:
        program = self.program
        made = case_row(program.book.town, program.book.rules, program.clock.today())
        page = program.book.page(self._chosen, self._order, offset, limit)
        self._pages |= {facts.id: facts for facts in page}
        return [made(facts) for facts in page]

    def _show_sums(self) -> None:
        totals = self.program.book.totals(self._chosen)
        self._sums.update(
            plain(
                "  ".join(
                    (
                        ngettext("{n} 件", "{n} 件", totals.cases).format(n=f"{totals.cases:,}"),
                        ngettext("{n} 人", "{n} 人", totals.people).format(n=f"{totals.people:,}"),
                        _("{amount} 万元").format(amount=f"{totals.amount / 10000:,.2f}"),
                    )
                )
            )
        )

    def _show_peek(self) -> None:
        shown = self.has_class("-wide") or self.has_class("-peek")
        case = self.case
        if shown and case:
            book, today = self.program.book, self.program.clock.today()
            self._peek.say(peek_lines(book.case(case.id), book, today))
        else:
            self._peek.say(())

    @property
    def case(self) -> CaseFacts | None:
        """The case under the cursor."""
        row = self._rows.current
        return self._pages.get(str(row.key)) if row else None

    def on_resize(self) -> None:
        """Show the case beside the list where there is room."""
        wide = self.size.width >= _PEEK_FROM
        self.set_class(wide, "-wide")
        self._rows.columns = case_columns(self.size.width - (_PEEK if wide else 0))
        self._show_peek()

    def choose(self, chosen: CaseFilter) -> None:
        """Show other cases."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.reload()

    # What the commands do

    def do_find(self) -> None:
        """Start typing what to look for."""
        self._text.focus()

    def do_filter(self) -> None:
        """Choose by place, state, kind, level and limit."""
        from mediation_tui.ui.dialogs.filter import FilterDialog

        def chosen(found: CaseFilter | None) -> None:
            if found is not None:
                self.choose(replace(found, text=self._text.value))

        self.program.push_screen(
            FilterDialog(self._chosen, self.program.book, self.program.clock.today()), chosen
        )

    def do_sort(self) -> None:
        """Sort in the next way."""
        orders = tuple(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.reload()

    def do_clear(self) -> None:
        """Show all cases."""
        self._text.value = ""
        self.choose(EVERYTHING)

    # What the widgets tell

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.choose(replace(self._chosen, text=event.value))

    @on(Input.Submitted)
    def _done_typing(self) -> None:
        self._rows.focus()

    def key_escape(self) -> None:
        """Leave the search line, or the ledger that was opened over something."""
        if self.focused is self._text:
            self._rows.focus()
        else:
            self.program.go_back()

    def key_down(self) -> None:
        """From the search line into the list."""
        if self.focused is self._text:
            self._rows.focus()

    @on(RowList.Moved)
    def _moved(self) -> None:
        """Open the case beside the list once the cursor rests on it."""
        self.refresh_foot()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_REST, self._show_peek)

    @on(RowList.Peeked)
    def _peeked(self) -> None:
        self.toggle_class("-peek")
        self._show_peek()

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        self.program.open_case(str(event.key))
