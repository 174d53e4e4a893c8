"""One line that says how far long work has come, and how to end it."""

from __future__ import annotations

from fractions import Fraction

from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from mediation_tui.i18n import _
from mediation_tui.ui.widgets.bars import bar

PATIENCE = 0.3
"""Seconds of work that nobody needs to be told about."""

_CELLS = 24


class ProgressLine(Widget):
    """A bar with how much is done of how much; there only once the work takes long.

    | Class | Description |
    | :- | :- |
    | `-told` | The person has been told that something is on its way. |
    """

    DEFAULT_CSS = """
    ProgressLine { height: 1; padding: 0 1; color: $accent; display: none; &.-told { display: block; } }
    """

    class Told(Message):
        """The person has been told."""

    def __init__(self) -> None:
        super().__init__()
        self._done = self._total = 0
        self._proving = False
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Say so in a moment, unless the work is over by then."""
        self.end()
        self._timer = self.set_timer(PATIENCE, self._tell)

    def come(self, done: int, total: int, proving: bool = False) -> None:
        """So much is done of so much; what has been read is being proven, or it is still being read."""
        self._done, self._total, self._proving = done, total, proving
        if self.told:
            self.refresh()

    def end(self) -> None:
        """The work is over, or nobody wants it any more."""
        if self._timer:
            self._timer.stop()
        self._timer = None
        self._done = self._total = 0
        self._proving = False
        self.remove_class("-told")

    @property
    def told(self) -> bool:
        """Whether the person has been told."""
        return self.has_class("-told")

    def _tell(self) -> None:
        self.add_class("-told")
        self.post_message(self.Told())

    def render(self) -> Content:
        """What is going on, how far it has come, and the key that ends it."""
        share = Fraction(min(self._done, self._total), self._total) if self._total else Fraction(0)
        drawn = bar(share, _CELLS)
        words = _("正在核对存档") if self._proving else _("正在统计")
        said = _("{words} {bar} {percent} %  Esc 取消")
        return Content(said.format(words=words, bar=drawn, percent=int(share * 100)))
