"""Which of the cases behind a number are to be opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from mediation_tui.figures.figure import CaseIds
from mediation_tui.i18n import _, ngettext
from mediation_tui.ui.screens.figures.stops import Behind
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.row import Column, Row
from mediation_tui.ui.widgets.rows import RowList


class BehindDialog(Dialog[CaseIds | None]):
    """Pick the numerator, or what is in the denominator alone; of a history, of which period.

    Args:
        offered: What can be opened.
    """

    AUTO_FOCUS: ClassVar[str | None] = "RowList"
    DEFAULT_CSS = """
    BehindDialog RowList { max-height: 16; }
    """

    def __init__(self, offered: Sequence[Behind]) -> None:
        super().__init__(_("打开哪些案件"))
        self._offered = tuple(offered)
        self._rows = RowList((Column("", 20, flex=1), Column("", 8, align="right")), header=False)

    def body(self) -> ComposeResult:
        """The choices."""
        yield self._rows

    def foot(self) -> str:
        """What Enter and Esc do."""
        return _("Enter 打开  Esc 取消")

    @property
    def changed(self) -> bool:
        """Nothing is lost by leaving."""
        return False

    def on_mount(self) -> None:
        """Show the choices, the cursor on the first."""
        rows = [
            Row(place, (each.name, ngettext("{n} 件", "{n} 件", len(each.cases)).format(n=len(each.cases))))
            for place, each in enumerate(self._offered)
        ]
        self._rows.styles.height = len(rows)
        self._rows.show(len(rows), lambda offset, limit: rows[offset : offset + limit])
        self._rows.action_first()

    @on(RowList.Opened)
    def save(self) -> None:
        """Open what the cursor is on."""
        self.dismiss(self._offered[self._rows.cursor].cases)
