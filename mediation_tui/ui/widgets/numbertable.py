"""A table of numbers in which every number is a stop for the cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message

from mediation_tui.ui.keys import with_twins
from mediation_tui.ui.widgets.numbercanvas import NumberCanvas
from mediation_tui.ui.widgets.numbers import Numbers


class NumberTable(NumberCanvas, can_focus=True):
    """Numbers to move over and open; heads, names and the total stay in view.

    | Key(s) | Description |
    | :- | :- |
    | up, k / down, j | Move by a row; below the last comes the total. |
    | left, h / right, l | Move by a column. |
    | pageup / pagedown | Move by the rows in view. |
    | home / end | Move to the first or the last column. |
    | ctrl+home / ctrl+end | Move to the first row or the total. |
    | enter | Post `Opened`. |

    A click moves the cursor; a click on the number under the cursor opens it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(with_twins("up,k"), "step(-1, 0)", show=False),
        Binding(with_twins("down,j"), "step(1, 0)", show=False),
        Binding(with_twins("left,h"), "step(0, -1)", show=False),
        Binding(with_twins("right,l"), "step(0, 1)", show=False),
        Binding("pageup", "leap(-1)", show=False),
        Binding("pagedown", "leap(1)", show=False),
        Binding("home", "step(0, -999)", show=False),
        Binding("end", "step(0, 999)", show=False),
        Binding("ctrl+home", "step(-99999, 0)", show=False),
        Binding("ctrl+end", "step(99999, 0)", show=False),
        Binding("enter", "open", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor came to another number, or another number under the cursor."""

        table: NumberTable
        row: int
        column: int

        @property
        def control(self) -> NumberTable:
            """The table."""
            return self.table

    class Opened(Moved):
        """A number was chosen, by Enter or a second click."""

    def show(self, numbers: Numbers | None, instead: str = "") -> None:
        """Show this table, the cursor staying in its place; or a sentence while there is none."""
        self.load(numbers, instead)
        self.move_to(self.row, self.column)
        self.post_message(self.Moved(self, self.row, self.column))

    def move_to(self, row: int, column: int, way: int = 1) -> None:
        """Put the cursor on the nearest number there is, looking down (or up) first."""
        if self.numbers and self.numbers.lines:
            self.row = self.numbers.nearest(row, way)
            self.column = min(max(0, column), len(self.numbers.headings) - 1)
            self._bring_into_view(self.numbers)

    def _bring_into_view(self, numbers: Numbers) -> None:
        """Scroll and slide as little as possible."""
        first = numbers.begin_at(min(self.first, self.column))
        while first < self.column not in self.columns_in_view(numbers, first):
            first = numbers.begin_at(first + 1, way=1)
        self.first = first
        top = self.scroll_offset.y
        if self.row < len(numbers.rows):
            section = self.row > 0 and not numbers.rows[self.row - 1].cells
            top = max(min(top, self.row - section), self.row - self.rows_in_view + 1)
        self.scroll_to(y=top, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in view when the window changes."""
        if self.numbers:
            self._bring_into_view(self.numbers)

    def watch_row(self) -> None:
        """Tell who listens."""
        self.post_message(self.Moved(self, self.row, self.column))

    def watch_column(self) -> None:
        """Tell who listens."""
        self.post_message(self.Moved(self, self.row, self.column))

    def action_step(self, rows: int, columns: int) -> None:
        """Move by so many rows and columns, as far as the table goes."""
        self.move_to(self.row + rows, self.column + columns, rows or 1)

    def action_leap(self, way: int) -> None:
        """Move by as many rows as are in view, one kept as a hold for the eye."""
        self.move_to(self.row + way * max(1, self.rows_in_view - 1), self.column, way)

    def action_open(self) -> None:
        """Choose the number under the cursor."""
        self.post_message(self.Opened(self, self.row, self.column))

    def on_click(self, event: Click) -> None:
        """Move the cursor to the number clicked on, or open it if it was there already."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        row, column = self.row_at(offset.y), self.column_at(offset.x)
        if row is None or column is None or not (self.numbers and self.numbers.lines[row].cells):
            return
        if (row, column) == (self.row, self.column):
            self.action_open()
        else:
            self.move_to(row, column)
