"""Figures (统计): one room of pages; every number is a stop for the cursor, and Enter opens its cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar

from rich.cells import cell_len
from textual import on
from textual.widget import Widget
from textual.widgets import Static

from mediation_tui.errors import BookError, DamagedBook, MediationError
from mediation_tui.figures.figure import CaseIds
from mediation_tui.i18n import _
from mediation_tui.store.filters import CaseFilter
from mediation_tui.ui.screens.figures.acts import Acts
from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.figures.basisline import basis_line
from mediation_tui.ui.screens.figures.page import Setting
from mediation_tui.ui.screens.figures.pageline import PageLine
from mediation_tui.ui.screens.figures.pages import PAGES
from mediation_tui.ui.screens.figures.stops import Stop
from mediation_tui.ui.screens.figures.view import View, refusal
from mediation_tui.ui.text import fit, plain, wrap
from mediation_tui.ui.widgets.numbertable import NumberTable
from mediation_tui.ui.widgets.progressline import ProgressLine
from mediation_tui.ui.widgets.prose import Prose
from mediation_tui.ui.widgets.small import LEAST

_MARGINS = 2
_BENEATH, _STOP = 3, 3
"""Lines for what stands below the numbers, and for the number under the cursor."""
_TALL = 30
"""Lines of the terminal from which more may stand below the numbers."""


class FiguresScreen(Acts):
    """The figures of a period; it begins with the statement of the present quarter, up to today."""

    DEFAULT_CSS = """
    FiguresScreen {
        .figures--sentence { text-style: bold; max-height: 4; }
        .figures--basis { height: 1; padding: 0 1; color: $text-muted; &.-past { color: $warning; text-style: bold; } }
        .figures--beneath { color: $text-muted; }
        &.-old NumberTable, &.-old .figures--sentence { opacity: 50%; }
        .figures--stop { min-height: 1; max-height: 3; color: $accent; }
    }
    """
    room_name: ClassVar[str] = "figures"

    def __init__(self) -> None:
        super().__init__()
        self._outcome: Any = None
        self._view = View("")
        self._pages = PageLine()
        self._sentence = Prose(classes="figures--sentence")
        self._basis = Static(classes="figures--basis")
        self._table = NumberTable()
        self._beneath = Prose(classes="figures--beneath")
        self._stop = Prose(classes="figures--stop")

    def content(self) -> Iterable[Widget]:
        """The pages, the sentence and its basis, the table, what stands below it, the number under the cursor."""
        return (
            self._pages,
            self._sentence,
            self._basis,
            self._table,
            self._beneath,
            self._progress,
            self._stop,
        )

    # Counting and showing

    def ask(self, asked: Asked) -> None:
        """Count something else, and show it once it is there."""
        self.asked = asked
        self._pages.show(asked.page)
        self.begin(asked)
        self.refresh_foot()

    def reload(self) -> None:
        """Count again what is shown; its numbers stay in view until the new ones come."""
        if self._answered == self.asked:
            self.begin_again(self.asked)
        else:
            self.ask(self.asked)
        self._table.focus()

    def found(self, outcome: Any) -> None:
        """Show what counting came to, the cursor where it was on this page."""
        fresh, self._outcome, self._answered = self._answered != self.asked, outcome, self.asked
        if isinstance(outcome, BookError) and not isinstance(outcome, DamagedBook):
            self.read_again_once_it_can_be()
        self._show_as_new()
        self._lay_out(fresh=fresh)

    @on(ProgressLine.Told)
    def _show_as_old(self) -> None:
        """What is in view is not what was asked for."""
        self.set_class(self._answered != self.asked, "-old")

    def _show_as_new(self) -> None:
        """What is in view is what was asked for."""
        self.remove_class("-old")
        self._pages.show(self.asked.page)
        self.refresh_foot()

    @property
    def shown(self) -> Any:
        """What was counted last, for saving it."""
        return self._outcome

    @property
    def report_meant(self) -> str | None:
        """The report that is open or under the cursor."""
        stop = self._view.stop(self._table.row, self._table.column)
        return self.asked.report or (stop.report if stop else None)

    @property
    def setting(self) -> Setting:
        """For whom it is laid out."""
        book = self.program.book
        return Setting(book.town, book.people, self._width, self.program.clock.today())

    @property
    def _width(self) -> int:
        """Cells of a line; a smaller terminal is scrolled."""
        return max(LEAST.width, self.size.width)

    def _lay_out(self, *, fresh: bool) -> None:
        asked, outcome = self._answered, self._outcome
        if asked is None:
            return
        refused = isinstance(outcome, MediationError)
        self._view = view = (
            refusal(outcome, self.program.book.find)
            if refused
            else PAGES[asked.page].view(outcome, asked, self.setting)
        )
        self._sentence.say(view.sentence)
        self._say_basis(asked)
        self._table.show(view.numbers, view.instead)
        if fresh:
            self._table.move_to(*self._place_on(asked))
        self._say_stop(view.stop(self._table.row, self._table.column))

    @property
    def _at(self) -> dict[tuple[PageName, str | None], tuple[int, int]]:
        """Where the cursor was on each page."""
        return self.program.kept.setdefault("figures.at", {})  # type: ignore[no-any-return]

    def _place_on(self, asked: Asked) -> tuple[int, int]:
        """Where the cursor was on a page, or the line that was asked for."""
        row, column = self._at.get((asked.page, asked.report), (0, 0))
        return (row if self._view.marked is None else self._view.marked), column

    def _say_basis(self, asked: Asked) -> None:
        line = basis_line(self._view.basis, asked, self.setting)
        self._basis.update(plain(fit(line, self._width - _MARGINS).rstrip()))
        self._basis.set_class(asked.as_of is not None, "-past")

    def _say_stop(self, stop: Stop | None) -> None:
        """The number under the cursor, and below the table what is to be known with it."""
        remark = (stop.remark,) if stop and stop.remark else ()
        self._stop.say(self._fitted((str(stop),) if stop else (), _STOP))
        self._beneath.say(self._fitted((*remark, *self._view.beneath), self._room_beneath))

    def _fitted(self, words: tuple[str, ...], lines: int) -> str:
        """As much as so many lines have room for, and the key that shows the rest."""
        width = self._width - _MARGINS
        found = [line for each in words for line in wrap(each, width)]
        if len(found) > lines:
            more = _("（按空格看全）")
            found = [*found[: lines - 1], fit(found[lines - 1], width - cell_len(more)).rstrip() + more]
        return "\n".join(found)

    @property
    def _room_beneath(self) -> int:
        return _BENEATH if self.size.height < _TALL else self.size.height // 4

    def on_resize(self) -> None:
        """Lay out again for the room there is now."""
        self._lay_out(fresh=False)

    # What the table tells

    @on(NumberTable.Moved)
    def _moved(self, event: NumberTable.Moved) -> None:
        if self._answered and self._view.numbers:
            self._at[self._answered.page, self._answered.report] = (event.row, event.column)
            self._say_stop(self._view.stop(event.row, event.column))

    @on(NumberTable.Opened)
    def _opened(self, event: NumberTable.Opened) -> None:
        stop = self._view.stop(event.row, event.column)
        if stop is None:
            self._open(self._view.refused)
        elif stop.report and self._answered:
            self.ask(replace(self._answered, report=stop.report))
        elif len(stop.openable) > 1:
            self._choose(stop)
        else:
            self._open(*(each.cases for each in stop.openable))

    def _choose(self, stop: Stop) -> None:
        """Ask which cases behind the number are meant."""
        from mediation_tui.ui.dialogs.behind import BehindDialog

        def chosen(cases: CaseIds | None) -> None:
            if cases:
                self._open(cases)

        self.program.push_screen(BehindDialog(stop.openable), chosen)

    def _open(self, cases: CaseIds = frozenset()) -> None:
        if cases:
            self.program.show_cases(CaseFilter(ids=frozenset(cases)))
        elif self._view.numbers:
            self.say(_("这里没有案件可打开"))

    def do_explain(self) -> None:
        """Say everything about the number under the cursor and the page."""
        from mediation_tui.ui.dialogs.explain import ExplainDialog

        stop = self._view.stop(self._table.row, self._table.column)
        behind = (str(each) for each in stop.openable if each.name) if stop else ()
        number = (stop.words, *behind, stop.remark) if stop else ()
        basis = basis_line(self._view.basis, self._answered or self.asked, self.setting)
        page = (self._view.sentence, basis, *self._view.beneath)
        self.program.push_screen(ExplainDialog(filter(None, number), filter(None, page)))

    @on(PageLine.Chosen)
    def _page_chosen(self, event: PageLine.Chosen) -> None:
        self.go_to_page(event.page)

    def key_escape(self) -> None:
        """End what is being counted, or leave the report that is open."""
        if self.counting:
            self.abandon()
        elif self.asked.report:
            self.ask(replace(self.asked, report=None))

    def abandon(self) -> None:
        """Count no more; what was shown before is shown still."""
        self.end()
        if self._answered:
            self.asked = self._answered
            self._show_as_new()
        else:
            self._table.show(None, _("没有统计。按 F7 选一个期间，或按 F5、F6 换一期。"))
        self.say(_("已取消统计"))
