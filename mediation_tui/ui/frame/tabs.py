"""The second line of a screen: the rooms, the present one lit."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from mediation_tui.ui.commands.general import ROOMS
from mediation_tui.ui.skin import marks


class Tabs(Widget):
    """The rooms with their digits; a click goes there.

    Args:
        present: The room shown now.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabs--present", "tabs--digit"}
    DEFAULT_CSS = """
    Tabs {
        height: 1; padding: 0 1; color: $text-muted;
        & > .tabs--present { color: $accent; text-style: bold reverse; }
        & > .tabs--digit { color: $text-muted; text-style: dim; }
    }
    """

    def __init__(self, present: str) -> None:
        super().__init__()
        self._present = present

    def render(self) -> Content:
        """The tabs on one line."""
        between = Content(f" {marks().upright} ")
        return between.join(list(self._parts()))

    def _parts(self) -> list[Content]:
        present = self.get_visual_style("tabs--present")
        digit = self.get_visual_style("tabs--digit")
        parts = []
        for place, command in enumerate(ROOMS, start=1):
            lit = command.id == f"room.{self._present}"
            label = Content(f" {command.label} ").stylize(present) if lit else Content(command.label)
            parts.append(Content(str(place)).stylize(digit) + Content(" ") + label)
        return parts

    def on_click(self, event: Click) -> None:
        """Go to the room that was clicked on."""
        offset = event.get_content_offset(self)
        place = 0
        for command, part in zip(ROOMS, self._parts(), strict=True):
            if offset and place <= offset.x < place + part.cell_length:
                self.app.call_later(self.app.run_action, f"press('{command.keys[0]}')")
            place += part.cell_length + 3
