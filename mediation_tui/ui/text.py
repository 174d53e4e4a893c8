"""Text that people wrote, made safe to put on the screen.

Whatever is recorded may hold square brackets, control characters or right-to-left overrides. Nothing here
is ever read as markup, and nothing reaches the terminal that it would take for a command. Widths are in
terminal cells, as `rich.cells.cell_len` counts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from rich.cells import cell_len
from textual.content import Content

from mediation_tui.ui.skin import marks

Align = Literal["left", "right"]

NEVER_FIRST = frozenset("，。、；：）》”！？…’〉】〕」』％·,.;:)!?]}%")
"""Characters that may not begin a line."""
NEVER_LAST = frozenset("（《“‘〈【〔「『([{")
"""Characters that may not end one."""

_SUBSTITUTE = "␦"
_PICTURES: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), _SUBSTITUTE),
    **dict.fromkeys(range(0xD800, 0xE000), _SUBSTITUTE),
    **dict.fromkeys(
        map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), _SUBSTITUTE
    ),
    **dict.fromkeys(map(ord, "\t\n\r\v\f\x85\u2028\u2029"), " "),
}
_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_WORD = re.compile(r"[!-~\u00a1-\u024f]+")


def one_line(text: str) -> str:
    """The text as it may be shown on one line.

    Line breaks and tabs become spaces, control characters their pictures (`␛`), and characters that turn
    the direction of reading `␦`. Every character stays one character, so that places in it still hold.
    """
    return text if text.isprintable() else text.translate(_PICTURES)


def plain(text: str, style: str = "") -> Content:
    """The text as content for a widget: its line breaks kept, no markup read, nothing unsafe left."""
    return Content("\n".join(map(one_line, _BREAK.split(text)))).stylize(style)


def fit(text: str, cells: int, align: Align = "left") -> str:
    """The text on exactly so many cells: padded with spaces, or cut with the mark for what is left out."""
    shown = one_line(text)
    missing = cells - cell_len(shown)
    if missing < 0:
        shown = _cut(shown, cells)
        missing = cells - cell_len(shown)
    return " " * missing + shown if align == "right" else shown + " " * missing


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines of at most so many cells (at least two are used).

    Chinese breaks anywhere, Latin words and numbers between words; no line begins with a closing mark such
    as `，` or `）`, nor ends with an opening one, unless it holds nothing else.
    """
    return [line for paragraph in _BREAK.split(text) for line in _folded(one_line(paragraph), max(2, cells))]


def _cut(text: str, cells: int) -> str:
    """The beginning of the text and a mark that more follows."""
    more = marks().more
    room = cells - cell_len(more)
    if room < 0:
        return ""
    kept, width = [], 0
    for cluster in _clusters(text):
        width += cell_len(cluster)
        if width > room:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + more


def _folded(paragraph: str, cells: int) -> Iterator[str]:
    line: list[str] = []
    width, broken = 0, False
    for piece in _pieces(paragraph, cells):
        if broken and not line and piece.isspace():
            continue
        size = cell_len(piece)
        if line and width + size > cells:
            carried = [] if piece.isspace() else _carried(line, piece)
            yield "".join(line).rstrip()
            line, broken = carried, True
            width = sum(map(cell_len, line))
            if piece.isspace():
                continue
            if line and width + size > cells:
                yield "".join(line)
                line, width = [], 0
        line.append(piece)
        width += size
    yield "".join(line).rstrip()


def _carried(line: list[str], following: str) -> list[str]:
    """What has to leave the end of a line for the next one to begin well; taken off the line."""
    for start in range(len(line), 0, -1):
        first = line[start][0] if start < len(line) else following[0]
        if first not in NEVER_FIRST and line[start - 1][-1] not in NEVER_LAST:
            carried = line[start:]
            del line[start:]
            return carried
    return []


def _pieces(text: str, cells: int) -> Iterator[str]:
    """What may not be torn apart: a character with its marks, or a Latin word that fits on a line."""
    place = 0
    for word in _WORD.finditer(text):
        yield from _clusters(text[place : word.start()])
        yield from [word[0]] if len(word[0]) <= cells else word[0]
        place = word.end()
    yield from _clusters(text[place:])


def _clusters(text: str) -> Iterator[str]:
    """The characters, each with what is drawn in the same place: combining marks, joined emoji."""
    cluster = ""
    for character in text:
        if cluster and not (cluster.endswith("\u200d") or cell_len(character) == 0):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster
