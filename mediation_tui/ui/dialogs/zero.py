"""Reporting zero for a place: one question, one Enter."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from mediation_tui.desk import Desk
from mediation_tui.i18n import _
from mediation_tui.model.screening import Screening
from mediation_tui.ui.acts.reporting import Owed
from mediation_tui.ui.keys import with_twins
from mediation_tui.ui.registers.words import due_words, spot_words
from mediation_tui.ui.saving import Saving
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.dialog import Dialog


class ZeroDialog(Saving, Dialog[Screening | None]):
    """Says what is about to be written, and writes it.

    | Key(s) | Description |
    | :- | :- |
    | enter, y | Write it. |
    | escape, n | Write nothing. |

    Args:
        desk: Who writes it down, and in which book.
        owed: Whose report, for which period.
        reporter: Who reports.
    """

    DEFAULT_CSS = """
    ZeroDialog Notice { height: auto; min-height: 1; max-height: 3; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter," + with_twins("y,Y"), "save", show=False),
        Binding(with_twins("n,N"), "cancel", show=False),
    ]

    def __init__(self, desk: Desk, owed: Owed, reporter: str) -> None:
        super().__init__(_("零报告"))
        self._desk = desk
        self._owed = owed
        self._reporter = reporter

    def body(self) -> ComposeResult:
        """What is about to be written."""
        where = spot_words(self._desk.book.town, self._owed.spot)
        said = _("{where} {period}：看过了，没有发现纠纷。").format(
            where=where, period=due_words(self._owed.due)
        )
        who = _("报告人：{name}。不是的，按 Esc 后用 Enter 填报。").format(name=self._reporter)
        yield Static(plain(f"{said}\n{who}"))

    def foot(self) -> str:
        """What Enter and Esc do."""
        return _("Enter 报零  Esc 取消")

    def save(self) -> None:
        """Write it."""
        (village, grid), due = self._owed.spot, self._owed.due
        kind = self._owed.kinds[0]
        self.write(partial(self._desk.report_zero, village, due.period, self._reporter, grid=grid, kind=kind))
