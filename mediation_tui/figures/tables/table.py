"""A table with its numbers, each of which can be opened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import CaseIds, Figure
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.tables.description import TableDescription
from mediation_tui.figures.tables.words import Lines
from mediation_tui.model.facts import Countable


@dataclass(frozen=True)
class TableColumn:
    """One column.

    Attributes:
        id: The item's id, or the column's word where the lines are items.
        headings: What stands over it, from the widest to the narrowest.
    """

    id: str
    headings: tuple[Phrase, ...]


@dataclass(frozen=True)
class TableLine:
    """One line.

    Attributes:
        id: Of the place or the item it is about; empty for the town desk or all together.
        name: What it is called.
        figures: One for each column.
        total: Whether it is all the others together.
    """

    id: str
    name: Phrase
    figures: tuple[Figure, ...]
    total: bool = False


@dataclass(frozen=True)
class Table:
    """An official table of a period.

    Attributes:
        description: How it is made.
        title: Its title for this office and period.
        basis: What its figures are about.
        corner: What stands over the names of the lines.
        columns: From left to right.
        lines: From top to bottom.
        facts: What is known of every case behind a figure, by its id.
        proposed: The cases whose governance type nobody has confirmed, where the table sorts by it.
    """

    description: TableDescription
    title: Phrase
    basis: Basis
    corner: Phrase
    columns: tuple[TableColumn, ...]
    lines: tuple[TableLine, ...]
    facts: Mapping[str, Countable]
    proposed: CaseIds

    @property
    def by_item(self) -> bool:
        """Whether its lines are items and its columns levels; the other way round otherwise."""
        return self.description.lines is Lines.ITEMS

    def figures(self) -> Iterator[tuple[TableLine, TableColumn, Figure]]:
        """Every figure with its place."""
        for line in self.lines:
            for column, figure in zip(self.columns, line.figures, strict=True):
                yield line, column, figure
