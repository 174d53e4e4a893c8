"""The agenda at the side: its sections with what was looked at, and the villages of the one that is walked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from mediation_tui.model.places import Town
from mediation_tui.review.sections import Line
from mediation_tui.review.walking import Walk
from mediation_tui.ui.skin import marks
from mediation_tui.ui.text import fit


class _Row(NamedTuple):
    """A row of the panel: a section, or a village below it.

    Attributes:
        name: What it is called.
        lines: Its lines.
        here: Whether the cursor is in it.
        deep: Whether it is a village.
    """

    name: str
    lines: tuple[Line, ...]
    here: bool
    deep: bool


class AgendaPanel(Widget):
    """Sections with their counts; a click goes to the first line of what was clicked on."""

    DEFAULT_CSS = """
    AgendaPanel { height: 1fr; }
    """

    @dataclass
    class Chosen(Message):
        """A section or a village was clicked on.

        Attributes:
            place: Where its first line stands.
        """

        place: int

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._walk: Walk | None = None
        self._town: Town | None = None
        self._place = 0

    def show(self, walk: Walk, place: int, town: Town) -> None:
        """Show where a walk stands."""
        self._walk, self._place, self._town = walk, place, town
        self.refresh()

    def render(self) -> Content:
        """The rows around the cursor."""
        return Content("\n").join([self._drawn(row) for row in self._in_view()])

    def _rows(self) -> Iterator[_Row]:
        if self._walk is None or self._town is None or not self._walk.lines:
            return
        line = self._walk.lines[self._place]
        for section in self._walk.sections:
            walked = section.code is line.section
            yield _Row(section.code.label, section.lines, walked, deep=False)
            if walked:
                for village, lines in section.by_village():
                    name = self._town.village_name(village) or self._town.name
                    yield _Row(name, lines, village == line.village, deep=True)

    def _in_view(self) -> list[_Row]:
        """As many rows as there is room for, the cursor's among them."""
        rows, room = list(self._rows()), max(1, self.size.height)
        cursor = max((number for number, row in enumerate(rows) if row.here), default=0)
        first = min(max(0, cursor - room // 2), max(0, len(rows) - room))
        return rows[first : first + room]

    def _drawn(self, row: _Row) -> Content:
        assert self._walk, "there are no rows without a walk"
        n, seen = len(row.lines), self._walk.seen_among(row.lines)
        mark = marks().here if row.here else marks().done if seen == n else ""
        indent = "  " if row.deep else ""
        count = f"{seen}/{n}"
        name = fit(f"{indent}{fit(mark, 2)}{row.name}", self.size.width - cell_len(count) - 1)
        style = "bold $accent" if row.here else "$text-muted" if seen == n else ""
        return Content(f"{name} {count}").stylize(style)

    def on_click(self, event: Click) -> None:
        """Go where was clicked."""
        offset = event.get_content_offset(self)
        rows = self._in_view()
        if offset is None or self._walk is None or not 0 <= offset.y < len(rows):
            return
        place = self._walk.place_of(rows[offset.y].lines[0].seen)
        if place is not None:
            self.post_message(self.Chosen(place))
