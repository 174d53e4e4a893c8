"""The list that opens at a pick field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.events import Click
from textual.widget import Widget

from mediation_tui.ui.widgets.row import Column, Row
from mediation_tui.ui.widgets.rows import RowList

_TALLEST = 8
_FRAME = 2
"""Rows of the border."""


class Popup(RowList):
    """A short list over whatever lies below its field, or above it where there is no room.

    It never takes the focus: its field keeps it and moves the cursor here.
    """

    FOCUS_ON_CLICK: ClassVar[bool] = False

    SCOPED_CSS = False

    DEFAULT_CSS = """
    Popup {
        overlay: screen;
        constrain: inside inside;
        display: none;
        min-width: 24;
        border: round $border-blurred;
        background: $panel;
        & > .rows--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    }
    .-ascii Popup { border: ascii $border-blurred; }
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(columns, header=False)

    @property
    def open(self) -> bool:
        """Whether the list is to be seen."""
        return self.display

    def unfold(self, rows: Sequence[Row], empty: str) -> None:
        """Show these rows, the cursor on the first, or the sentence that there are none."""
        self.empty = empty
        self._find_room(min(max(1, len(rows)), _TALLEST) + _FRAME)
        self.show(len(rows), lambda offset, limit: rows[offset : offset + limit])
        self.action_first()
        self.display = True

    def _find_room(self, height: int) -> None:
        """Stand below the field, or above it where there is more room, never over it."""
        field = self.query_ancestor(Widget).region
        below, above = self.screen.size.height - field.bottom, field.y
        upwards = below < height and above > below
        height = min(height, max(above if upwards else below, _FRAME + 1))
        self.styles.height = height
        self.styles.offset = (0, -height - field.height if upwards else 0)

    def fold(self) -> None:
        """Put the list away."""
        self.display = False

    def on_click(self, event: Click) -> None:
        """Choose the row clicked on at once."""
        event.stop()
        event.prevent_default()
        index = self.index_at(event)
        if index is not None:
            self.cursor = index
            self.action_open()
