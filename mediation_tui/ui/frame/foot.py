"""The last line of a screen: the keys that do something here and now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from mediation_tui.ui.commands.command import Command

_GAP = "  "


class Foot(Widget):
    """Keys and what they do; as many as the line holds, the most wanted first."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"foot--key"}
    DEFAULT_CSS = """
    Foot { height: 1; padding: 0 1; color: $text-muted; & > .foot--key { color: $accent; } }
    """

    def __init__(self) -> None:
        super().__init__()
        self._pairs: tuple[tuple[str, str], ...] = ()

    def show(self, commands: Iterable[Command]) -> None:
        """Show the keys of these commands; each key once."""
        pairs: dict[str, str] = {}
        for command in commands:
            pairs.setdefault(command.key_label, command.label)
        if tuple(pairs.items()) != self._pairs:
            self._pairs = tuple(pairs.items())
            self.refresh()

    def render(self) -> Content:
        """As many pairs as fit."""
        key_style = self.get_visual_style("foot--key")
        line = Content("")
        for key, label in self._pairs:
            pair = Content(key).stylize(key_style) + Content(f" {label}")
            longer = line + Content(_GAP if line.plain else "") + pair
            if longer.cell_length > self.size.width:
                break
            line = longer
        return line
