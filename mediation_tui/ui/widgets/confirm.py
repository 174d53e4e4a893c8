"""A question before something is done."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from mediation_tui.i18n import _
from mediation_tui.ui.keys import with_twins
from mediation_tui.ui.text import plain
from mediation_tui.ui.widgets.dialog import Dialog


class Confirm(Dialog[bool]):
    """Asks, and is dismissed with the answer.

    | Key(s) | Description |
    | :- | :- |
    | enter, y | Yes. |
    | escape, n | No. |

    Args:
        heading: The title.
        question: What is asked; may have several lines.
        yes: What Enter does, in a word or two.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter," + with_twins("y,Y"), "save", show=False),
        Binding(with_twins("n,N"), "cancel", show=False),
    ]

    def __init__(self, heading: str, question: str, *, yes: str = "", id: str | None = None) -> None:
        super().__init__(heading, id=id)
        self._question = question
        self._yes = yes or _("确定")

    def body(self) -> ComposeResult:
        """The question."""
        yield Static(plain(self._question))

    def foot(self) -> str:
        """What Enter and Esc do."""
        return _("Enter {yes}  Esc 取消").format(yes=self._yes)

    def save(self) -> None:
        """Yes."""
        self.dismiss(True)

    def action_cancel(self) -> None:
        """No."""
        self.dismiss(False)
