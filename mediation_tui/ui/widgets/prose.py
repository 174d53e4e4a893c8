"""A paragraph that breaks its lines as Chinese wants."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from mediation_tui.ui.text import one_line, wrap


class Prose(Widget):
    """Text over as many lines as it needs; no line begins with a closing mark.

    Args:
        text: What it says at first.
    """

    DEFAULT_CSS = """
    Prose { height: auto; width: 1fr; padding: 0 1; }
    """

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.text = text

    def say(self, text: str) -> None:
        """Say something else."""
        if text != self.text:
            self.text = text
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text takes."""
        return len(wrap(self.text, width))

    def render(self) -> Content:
        """The lines."""
        return Content("\n".join(map(one_line, wrap(self.text, self.content_size.width))))
