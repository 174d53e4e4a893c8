"""A list of any length with a cursor."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message

from mediation_tui.ui.keys import with_twins
from mediation_tui.ui.undaunted import Undaunted
from mediation_tui.ui.widgets.pages import Fetch
from mediation_tui.ui.widgets.row import Row
from mediation_tui.ui.widgets.rowcanvas import RowCanvas

Locate = Callable[[Hashable], int | None]
"""Where a key is in the whole list, if it is there."""


class RowList(Undaunted, RowCanvas, can_focus=True):
    """Rows to move over and choose from; 100,000 of them paint as fast as ten.

    | Key(s) | Description |
    | :- | :- |
    | up, k / down, j | Move by a row, past headings. |
    | pageup / pagedown | Move by what is in view. |
    | home, g / end, G | Move to the first or the last row. |
    | enter | Post `Opened`. |
    | space | Post `Peeked`. |

    A click moves the cursor; a click on the row under the cursor opens it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(with_twins("up,k"), "step(-1)", show=False),
        Binding(with_twins("down,j"), "step(1)", show=False),
        Binding("pageup", "leap(-1)", show=False),
        Binding("pagedown", "leap(1)", show=False),
        Binding(with_twins("home,g"), "first", show=False),
        Binding(with_twins("end,G"), "last", show=False),
        Binding("enter", "open", show=False),
        Binding(with_twins("space"), "peek", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor came to another row, or another row came under the cursor."""

        rows: RowList
        index: int
        key: Hashable

        @property
        def control(self) -> RowList:
            """The list."""
            return self.rows

    class Opened(Moved):
        """A row was chosen, by Enter or a second click."""

    class Peeked(Moved):
        """A row was asked to be shown without leaving the list."""

    _key: Hashable = None
    """What the row under the cursor stands for."""

    def show(self, total: int, fetch: Fetch, locate: Locate | None = None) -> None:
        """Show these rows; the cursor stays on its key where that is still near, else at its place.

        Args:
            total: How many rows there are.
            fetch: Reads some of them; called while painting, so it has to be quick.
            locate: Finds a key anywhere in the list; without it, only near where it was.
        """
        place, key = self.cursor, self._key
        self.load(total, fetch)
        found = self._place_of(key, place, locate) if place >= 0 else None
        self.set_reactive(RowList.cursor, -1)
        self.cursor = self._nearest(max(0, place)) if found is None else found

    def select(self, key: Hashable, locate: Locate | None = None) -> bool:
        """Put the cursor on a key, and say whether it was found."""
        found = self._place_of(key, max(0, self.cursor), locate)
        if found is not None:
            self.cursor = found
        return found is not None

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.pages.row(self.cursor)

    def _place_of(self, key: Hashable, near: int, locate: Locate | None) -> int | None:
        return locate(key) if locate else self.pages.find(key, near)

    def _nearest(self, index: int, way: int = 1) -> int:
        """The place nearest to one that the cursor may stand on, looking one way first; -1 if none."""
        index = min(max(0, index), self.total - 1)
        found = (self.pages.selectable(index, step) for step in (way, -way))
        return next((place for place in found if place is not None), -1)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row that may be chosen."""
        return self._nearest(cursor) if cursor >= 0 else -1

    def watch_cursor(self, before: int, cursor: int) -> None:
        """Draw both rows, bring the new one into view and tell who listens."""
        self.refresh_row(before)
        self.refresh_row(cursor)
        row = self.current
        self._key = row.key if row else None
        if row:
            self._bring_into_view()
            self.post_message(self.Moved(self, cursor, row.key))

    def on_resize(self) -> None:
        """Keep the cursor in view when the window changes."""
        if self.cursor >= 0:
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll as little as possible, taking the heading just above along."""
        above = self.pages.row(self.cursor - 1)
        top = self.cursor - 1 if above and above.heading else self.cursor
        if top < self.first_in_view:
            self._scroll_to_row(top)
        elif self.cursor >= self.first_in_view + self.in_view:
            self._scroll_to_row(self.cursor - self.in_view + 1)

    def _scroll_to_row(self, index: int) -> None:
        self.scroll_to(y=index, animate=False, force=True)

    def action_step(self, way: int) -> None:
        """Move to the next row or the one before."""
        found = self.pages.selectable(self.cursor + way, way)
        if found is not None:
            self.cursor = found

    def action_leap(self, way: int) -> None:
        """Move by as many rows as are in view, one kept as a hold for the eye."""
        self.cursor = self._nearest(self.cursor + way * max(1, self.in_view - 1), way)

    def action_first(self) -> None:
        """Move to the first row."""
        self.cursor = self._nearest(0)

    def action_last(self) -> None:
        """Move to the last row."""
        self.cursor = self._nearest(self.total - 1, -1)

    def action_open(self) -> None:
        """Choose the row under the cursor."""
        if row := self.current:
            self.post_message(self.Opened(self, self.cursor, row.key))

    def action_peek(self) -> None:
        """Ask for the row under the cursor to be shown beside or over the list."""
        if row := self.current:
            self.post_message(self.Peeked(self, self.cursor, row.key))

    def on_click(self, event: Click) -> None:
        """Move the cursor to the row clicked on, or open it if it was there already."""
        index = self.index_at(event)
        if index is None:
            return
        if index == self.cursor:
            self.action_open()
        else:
            self.cursor = index

    def index_at(self, event: Click) -> int | None:
        """The place of the row clicked on; None beside the rows or on a heading."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self.header:
            return None
        index = self.first_in_view + offset.y - self.header
        row = self.pages.row(index)
        return None if row is None or row.heading else index
