"""Lines of text in several tones, broken as Chinese wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from mediation_tui.ui.text import one_line, wrap
from mediation_tui.ui.tones import Tone

STYLES: dict[Tone, str] = {
    "plain": "",
    "muted": "$text-muted",
    "strong": "bold",
    "accent": "bold $accent",
    "warn": "$warning",
    "late": "bold $error",
    "green": "$success",
    "blue": "$primary",
    "orange": "$text-warning",
}


class Said(NamedTuple):
    """A piece of a line."""

    text: str
    tone: Tone = "plain"


Line = tuple[Said, ...]


class Toned(Widget):
    """Lines over as many rows as they need; no row begins with a closing mark, nothing is read as markup.

    Args:
        lines: What it says at first.
        steady: Its height is the style sheet's and does not follow what it says.
    """

    DEFAULT_CSS = """
    Toned { height: auto; width: 1fr; }
    """

    def __init__(
        self, lines: Iterable[Line] = (), *, steady: bool = False, classes: str | None = None
    ) -> None:
        super().__init__(classes=classes)
        self._steady = steady
        self._lines = tuple(lines)

    def say(self, lines: Iterable[Line]) -> None:
        """Say something else."""
        said = tuple(lines)
        if said != self._lines:
            self._lines = said
            self.refresh(layout=not self._steady)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the lines take."""
        return sum(len(wrap(_text(line), width)) for line in self._lines)

    def render(self) -> Content:
        """The rows."""
        rows = (row for line in self._lines for row in _rows(line, self.content_size.width))
        return Content("\n").join(list(rows))


def _text(line: Line) -> str:
    return "".join(one_line(said.text) for said in line)


def _rows(line: Line, cells: int) -> Iterator[Content]:
    """A line's rows, each piece of them in its tone."""
    text = _text(line)
    drawn = Content("").join([Content(one_line(said.text)).stylize(STYLES[said.tone]) for said in line])
    place = 0
    for row in wrap(text, cells):
        place = text.index(row, place)
        yield drawn[place : place + len(row)]
        place += len(row)
