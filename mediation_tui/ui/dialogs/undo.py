"""Taking back one's own last act on a case."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from mediation_tui.desk import Desk
from mediation_tui.errors import Refused, Stale
from mediation_tui.i18n import _
from mediation_tui.model.case import Case
from mediation_tui.rules.guards import undoable
from mediation_tui.ui.eventwords import event_line
from mediation_tui.ui.keys import with_twins
from mediation_tui.ui.saving import Saving
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.words import short_day


class UndoDialog(Saving, Dialog[Case | None]):
    """Shows what would be taken back, and takes it back; ends with the case as it then stands.

    | Key(s) | Description |
    | :- | :- |
    | enter, y | Take it back. |
    | escape, n | Leave everything as it is. |

    Args:
        desk: Whose act, and in which book.
        case_id: On which case.
    """

    DEFAULT_CSS = """
    UndoDialog Notice { height: auto; min-height: 1; max-height: 3; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter," + with_twins("y,Y"), "save", show=False),
        Binding(with_twins("n,N"), "cancel", show=False),
    ]

    def __init__(self, desk: Desk, case_id: str) -> None:
        self._desk = desk
        self._case = desk.book.case(case_id)
        super().__init__(_("撤销上一步"))
        self._question = Static()

    def body(self) -> ComposeResult:
        """What would be taken back."""
        yield self._question

    def on_mount(self) -> None:
        """Say what it is, or why there is nothing to take back."""
        self._ask()

    def foot(self) -> str:
        """What Enter and Esc do."""
        return _("Enter 撤销  Esc 取消")

    def save(self) -> None:
        """Take it back."""
        self.write(partial(self._desk.undo, self._case.id, seen=self._case.version))

    def look_again(self, stale: Stale) -> None:
        """Say what came meanwhile, and show what would be taken back now."""
        self._case = self._desk.book.case(self._case.id)
        self._ask()
        self.say_fault(stale)

    def _ask(self) -> None:
        book = self._desk.book
        try:
            last = undoable(book.events(self._case.id), self._desk.actor)
        except Refused as refusal:
            self._question.update(plain(str(refusal)))
            return
        act = _("{day} {act}").format(
            day=short_day(last.happened_on, self._desk.clock.today()), act=last.kind.label
        )
        question = _("撤销这一步吗？两步都留有记录。")
        self._question.update(plain("\n".join((act, event_line(last, self._case, book), "", question))))
