"""The first line of a screen: whose book it is, what day it is, how to get help."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from mediation_tui.i18n import _
from mediation_tui.ui.text import fit


class Head(Widget):
    """One line: a title at the left, the day in the middle, help at the right; drawn once, never ticking.

    Args:
        title: Whose book, or which case.
        middle: The day, or what matters of the case.
    """

    DEFAULT_CSS = """
    Head { height: 1; padding: 0 1; background: $surface; color: $foreground; text-style: bold; }
    """

    def __init__(self, title: str = "", middle: str = "") -> None:
        super().__init__()
        self._title, self._middle = title, middle

    def say(self, title: str, middle: str) -> None:
        """Show another title and middle."""
        if (title, middle) != (self._title, self._middle):
            self._title, self._middle = title, middle
            self.refresh()

    def render(self) -> Content:
        """Title, middle and help, spread over the line."""
        help_words = _("F1 帮助")
        room = max(0, self.size.width - cell_len(help_words) - 1)
        spare = room - cell_len(self._middle) - 1
        if spare < min(cell_len(self._title), 20):
            return Content(fit(self._title, room) + " " + help_words)
        return Content(f"{fit(self._title, spare)} {self._middle} {help_words}")
