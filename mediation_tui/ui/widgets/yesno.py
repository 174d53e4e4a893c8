"""A question that has to be answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from mediation_tui.i18n import _
from mediation_tui.ui.keys import with_twins
from mediation_tui.ui.skin import marks
from mediation_tui.ui.widgets.parked import Parked

_GAP = "   "


class YesNo(Parked, Widget, can_focus=True):
    """Yes, no, or not answered yet: which is a state of its own, never taken for no.

    | Key(s) | Description |
    | :- | :- |
    | y, 是, left | Yes. |
    | n, 否, right | No. |
    | backspace, delete | Not answered. |
    | enter | Post `Submitted`. |

    Args:
        value: The answer at first; None for none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(with_twins("y,Y,1") + ",left", "answer(True)", show=False),
        Binding(with_twins("n,N,2") + ",right", "answer(False)", show=False),
        Binding("backspace,delete", "answer(None)", show=False),
        Binding("enter", "submit", show=False),
    ]

    DEFAULT_CSS = """
    YesNo {
        height: 1;
        width: 1fr;
        padding: 0 1;
        background: $surface;
        &:focus { background: $surface-active; }
    }
    """

    value: reactive[bool | None] = reactive(None, init=False)
    """The answer; None while there is none."""

    @dataclass
    class Changed(Message):
        """It was answered, or the answer was taken back."""

        question: YesNo
        value: bool | None

        @property
        def control(self) -> YesNo:
            """The field."""
            return self.question

    class Submitted(Message):
        """Enter was pressed."""

    def __init__(
        self, value: bool | None = None, *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(YesNo.value, value)

    def render(self) -> Content:
        """Both answers, the given one marked."""
        return Content(_GAP.join(self._answers()))

    def _answers(self) -> tuple[str, str]:
        mark = marks()
        return (
            f"{mark.chosen if self.value is True else mark.open} {_('是')}",
            f"{mark.chosen if self.value is False else mark.open} {_('否')}",
        )

    def watch_value(self, value: bool | None) -> None:
        """Tell who listens."""
        self.post_message(self.Changed(self, value))

    def action_answer(self, value: bool | None) -> None:
        """Answer, or take the answer back."""
        self.value = value

    def action_submit(self) -> None:
        """Say that the answer stands."""
        self.post_message(self.Submitted())

    def on_key(self, event: Key) -> None:
        """Take the answer as a word from an input method."""
        if event.character in ("是", "否"):
            event.stop()
            self.value = event.character == "是"

    def on_click(self, event: Click) -> None:
        """Answer with what was clicked on."""
        offset = event.get_content_offset(self)
        if offset is not None:
            self.value = offset.x < cell_len(self._answers()[0]) + len(_GAP) - 1
