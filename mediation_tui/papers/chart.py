"""A chart of some of a table's columns as a value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from mediation_tui.figures.figure import Ratio
from mediation_tui.papers.cells import Cell

MOST = 40
"""Rows one chart can draw and still be read on A4."""


class ChartKind(Enum):
    """How values are drawn: bars to compare places, a line to follow time."""

    BAR = "bar"
    LINE = "line"


@dataclass(frozen=True)
class Chart:
    """A chart that stands under its table and takes every value from the table's cells.

    Attributes:
        kind: How it is drawn.
        title: The line over it.
        columns: The columns drawn, counted from 0; counts, decimals or ratios, one kind in one chart.
        categories: The column that names the rows.
        rows: The rows drawn, counted from 0 below the head; all rows that are no sum unless given.
        unit: What the values are counted in, such as 件; of ratios always %.
    """

    kind: ChartKind
    title: str
    columns: tuple[int, ...]
    categories: int = 0
    rows: tuple[int, ...] | None = None
    unit: str = ""


def measure(cell: Cell) -> float | None:
    """How high a cell stands in a chart; none where it is not known, which is never 0."""
    if isinstance(cell, Ratio):
        return None if cell.value is None else float(cell.value)
    return float(cell) if isinstance(cell, int | Decimal) else None
