"""The line of pages above the figures, the present one lit."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from mediation_tui.ui.screens.figures.asked import PageName
from mediation_tui.ui.skin import marks


class PageLine(Widget):
    """The pages side by side; a click goes there."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pages--present"}
    DEFAULT_CSS = """
    PageLine {
        height: 1; padding: 0 1; color: $text-muted;
        & > .pages--present { color: $accent; text-style: bold; }
    }
    """

    class Chosen(Message):
        """A page was clicked on."""

        def __init__(self, page: PageName) -> None:
            super().__init__()
            self.page = page

    def __init__(self) -> None:
        super().__init__()
        self._present = PageName.STATEMENT

    def show(self, present: PageName) -> None:
        """Light another page."""
        if present is not self._present:
            self._present = present
            self.refresh()

    def render(self) -> Content:
        """The pages on one line."""
        present = self.get_visual_style("pages--present")
        parts = [
            Content(self._label(name)).stylize(present if name is self._present else "") for name in PageName
        ]
        return Content(" ").join(parts)

    def _label(self, name: PageName) -> str:
        return f"{marks().here}{name.label}" if name is self._present else f" {name.label}"

    def on_click(self, event: Click) -> None:
        """Go to the page that was clicked on."""
        offset, place = event.get_content_offset(self), 0
        for name in PageName:
            width = cell_len(self._label(name))
            if offset and place <= offset.x < place + width:
                self.post_message(self.Chosen(name))
            place += width + 1
