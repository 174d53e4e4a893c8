"""Where in a TOML text something stands, so that a sentence about it can name the line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Step = str | int
"""A key, or the place in a list, from 0."""

_HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?\s*(#.*)?$")

_LEFT_OPEN = re.compile(r"""=\s*(\[[^\]]*|'[^']*|""\"(?!.*""\").*|\'\'\'(?!.*\'\'\').*)$""")
"""A value that is opened on a line and not closed there."""


@dataclass(frozen=True)
class _Block:
    """The lines under one header; the first block has none.

    Attributes:
        name: The header's name, empty for what stands before any.
        number: Which of the headers of that name it is, from 0.
        first: Its first line, from 1; the header's own, where it has one.
        last: Its last line.
    """

    name: str
    number: int
    first: int
    last: int


def line_of(text: str, path: Sequence[Step]) -> int:
    """The line, from 1, on which what is meant by a path stands, or as near to it as can be found.

    Args:
        text: The whole text.
        path: Such as `("item", 3, "where", "source")`: keys, and places in lists.
    """
    lines = text.split("\n")
    block, rest = _block_of(lines, path)
    for step in rest:
        if isinstance(step, str) and (found := _line_with(lines, block, step)):
            return found
    return block.first


def line_with(text: str, path: Sequence[Step], word: str) -> int:
    """The line on which a word stands, at or after where a path leads and within the same block."""
    lines = text.split("\n")
    block, _rest = _block_of(lines, path)
    start = line_of(text, path)
    quoted = (f'"{word}"', f"'{word}'", f"{{{word}", word)
    for wanted in quoted:
        for number in range(start, block.last + 1):
            if wanted in lines[number - 1]:
                return number
    return start


def line_left_open(text: str, noticed: int) -> int:
    """The line on which a bracket or a quote was opened that was still open where somebody noticed."""
    lines = text.split("\n")
    for number in range(min(noticed, len(lines)), 0, -1):
        if _LEFT_OPEN.search(lines[number - 1]):
            return number
    return noticed


def _block_of(lines: Sequence[str], path: Sequence[Step]) -> tuple[_Block, Sequence[Step]]:
    """The block a path leads into, and the rest of the path."""
    blocks = list(_blocks(lines))
    if not path:
        return blocks[0], path
    if len(path) >= 2 and isinstance(path[1], int):
        for block in blocks:
            if (block.name, block.number) == (path[0], path[1]):
                inner = _inner(blocks, block, path)
                return (inner, path[3:]) if inner else (block, path[2:])
    for block in blocks:
        if block.name and block.name == path[0]:
            return block, path[1:]
    return blocks[0], path


def _inner(blocks: Sequence[_Block], outer: _Block, path: Sequence[Step]) -> _Block | None:
    """The table of its own that a key within a block is written as, such as `[item.where]`."""
    name = f"{outer.name}.{path[2]}" if len(path) > 2 else ""
    for block in blocks[blocks.index(outer) + 1 :]:
        if block.name == name:
            return block
        if block.name == outer.name:
            return None
    return None


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    """The blocks in their order."""
    name, first, met = "", 1, dict[str, int]()
    for number, line in enumerate((*lines, "[end]"), start=1):
        if header := _HEADER.match(line):
            met[name] = met.get(name, -1) + 1
            yield _Block(name, met[name], first, number - 1)
            name, first = header.group(1), number


def _line_with(lines: Sequence[str], block: _Block, key: str) -> int | None:
    """The line in a block on which a key is given its value, alone or within braces."""
    begins = re.compile(rf"(^|[{{,.])\s*[\"']?{re.escape(key)}[\"']?\s*[.=]")
    for number in range(block.first, block.last + 1):
        if begins.search(lines[number - 1]):
            return number
    return None
