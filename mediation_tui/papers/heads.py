"""The head of a table: a tree of headings, printed as two to five merged rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from pydantic import Field


@dataclass(frozen=True)
class Head:
    """One heading.

    Attributes:
        text: What it says.
        children: The narrower headings below it; a heading without any stands over one column.
        room: The least width of its column in half-width characters, to be written in by hand; not a part of its data.
    """

    text: str
    children: tuple[Head, ...] = ()
    room: Annotated[int, Field(exclude=True)] = 0

    @property
    def width(self) -> int:
        """How many columns it stands over."""
        return sum(child.width for child in self.children) or 1

    @property
    def height(self) -> int:
        """How many rows it needs with everything below it."""
        return 1 + max((child.height for child in self.children), default=0)


@dataclass(frozen=True)
class Box:
    """Where a heading is printed, in rows and columns counted from 0 inside the table's head."""

    text: str
    row: int
    column: int
    height: int
    width: int


def head_rows(heads: tuple[Head, ...]) -> int:
    """How many rows the head of the table takes."""
    return max((head.height for head in heads), default=0)


def boxes(heads: tuple[Head, ...]) -> tuple[Box, ...]:
    """Every heading in its place; the lowest ones end together at the table's body, those above them stretch."""
    return tuple(_boxes(heads, row=0, column=0, rows=head_rows(heads)))


def _boxes(heads: tuple[Head, ...], row: int, column: int, rows: int) -> Iterator[Box]:
    for head in heads:
        height = rows - row - (head.height - 1)
        yield Box(head.text, row, column, height, head.width)
        yield from _boxes(head.children, row + height, column, rows)
        column += head.width


def tree(paths: Sequence[tuple[str, ...]]) -> Iterator[Head]:
    """The headings over some columns, each from the widest to the narrowest; neighbours under one heading share it."""
    for heading, together in groupby(paths, key=lambda path: path[0]):
        below = [path[1:] for path in together]
        if all(below):
            yield Head(heading, tuple(tree(below)))
        else:
            yield from (Head(heading, tuple(tree([path])) if path else ()) for path in below)


def rooms(heads: tuple[Head, ...]) -> Iterator[int]:
    """The least width asked for each column."""
    for head in heads:
        yield from rooms(head.children) if head.children else (head.room,)


def column_names(heads: tuple[Head, ...]) -> tuple[str, ...]:
    """One name for each column: the headings above it, joined from the widest to the narrowest."""
    return tuple(name for head in heads for name in _names(head))


def _names(head: Head) -> Iterator[str]:
    if not head.children:
        yield head.text
    for child in head.children:
        yield from (f"{head.text} {name}" for name in _names(child))


def flat(heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """The same columns under one single row of headings."""
    return tuple(Head(name) for name in column_names(heads))
