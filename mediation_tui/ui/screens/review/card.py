"""One case as a room reads it: a few lines, each with what it is about, as far apart as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from mediation_tui.ui.text import fit, one_line, wrap
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.widgets.toned import STYLES

_GAP = 2
"""Cells between what a line is about and what it says."""


class CardLine(NamedTuple):
    """One line.

    Attributes:
        label: What it is about.
        text: What it says.
        tone: What it asks of the reader.
    """

    label: str
    text: str
    tone: Tone = "plain"


class Card(Widget):
    """Lines with their labels beside them; an empty row between two where all fit so."""

    DEFAULT_CSS = """
    Card { height: auto; min-height: 100%; width: 1fr; }
    """

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._lines: tuple[CardLine, ...] = ()
        self.large = False
        """Whether it is read from the back: every line is bold and stands alone, two rows apart where all fit so.

        Space between the characters was tried: names and numbers then fall apart, and no line is read sooner.
        """

    def say(self, lines: Iterable[CardLine], *, large: bool) -> None:
        """Say something else; the screen is laid out anew only where it takes more rows than there are, or did."""
        self._lines, self.large = tuple(lines), large
        room = self._room
        taken = len(self._rows(self.content_size.width, room))
        self.refresh(layout=max(taken, room) != self.size.height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the lines take, with the empty ones."""
        return len(self._rows(width, container.height))

    def render(self) -> Content:
        """The rows."""
        return Content("\n").join(self._rows(self.content_size.width, self._room))

    @property
    def _room(self) -> int:
        """Rows that are in view at once."""
        return self.parent.size.height if isinstance(self.parent, Widget) else self.size.height

    def _rows(self, cells: int, room: int) -> list[Content]:
        blocks = [list(self._block(line, cells)) for line in self._lines]
        apart = self._apart(sum(map(len, blocks)), len(blocks) - 1, room)
        rows: list[Content] = []
        for block in blocks:
            rows += [Content("")] * (apart if rows else 0)
            rows += block
        return rows

    def _apart(self, rows: int, gaps: int, room: int) -> int:
        """How many empty rows stand between two lines."""
        if self.large:
            return 2 if rows + 2 * gaps <= room else 1
        return 1 if rows + gaps <= room else 0

    def _block(self, line: CardLine, cells: int) -> Iterator[Content]:
        """A line's rows; what does not fit goes on under its own beginning."""
        beside = max((cell_len(each.label) for each in self._lines), default=0) + _GAP
        style = "bold" if self.large and line.tone in ("plain", "muted") else STYLES[line.tone]
        label = line.label
        for row in wrap(line.text, cells - beside):
            yield Content(fit(label, beside)).stylize("$text-muted") + Content(one_line(row)).stylize(style)
            label = ""
