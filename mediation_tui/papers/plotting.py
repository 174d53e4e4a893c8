"""Charts drawn by Excel or WPS itself, from the cells of the table above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from xlsxwriter import Workbook as Book
from xlsxwriter.chart import Chart as Drawing
from xlsxwriter.utility import quote_sheetname, xl_range_abs

from mediation_tui.figures.figure import Ratio
from mediation_tui.i18n import _
from mediation_tui.papers.cells import Cell, text_of
from mediation_tui.papers.chart import MOST, Chart, ChartKind, measure
from mediation_tui.papers.heads import column_names
from mediation_tui.papers.sheet import RowKind, Sheet
from mediation_tui.papers.styles import PERCENT, rounds_true

_INKS = ("#1F4E79", "#C55A11", "#7F7F7F", "#548235")
"""Dark enough to be told apart on a black-and-white printer."""
_DASHES = ("solid", "dash", "round_dot", "dash_dot")
_LETTERS = {"name": "宋体", "size": 9, "bold": False}
_HEADLINE = {"name": "宋体", "size": 12, "bold": True}
_AROUND, _BAR, _GAP = 75.0, 10.0, 5.0
_COURSE = 260.0
"""Points for a line, with room for the names of its periods, which stand aslant where they are many."""
_NARROWEST = 600.0
"""Pixels; the chart of a narrow table reaches beyond it."""
_LOWEST, _HIGHEST = 170.0, 400.0
"""Points; a row of a worksheet, in which a chart stands so that no page cuts it, reaches no higher."""


_SPARE = 8.0
"""Pixels kept free, so that rounding does not carry a chart into the column after the table."""
_PIXELS_PER_POINT = 96 / 72


@dataclass(frozen=True)
class Plot:
    """One chart of a sheet, with its place among the cells.

    Attributes:
        chart: What to draw.
        sheet: The table it is drawn from.
        tab: The worksheet's name.
        top: The worksheet's row in which the table's body begins.
    """

    chart: Chart
    sheet: Sheet
    tab: str
    top: int

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows it draws, counted below the head: a line leaves out what is not known, or it would fall to 0."""
        if self.chart.kind is ChartKind.BAR:
            return self._chosen
        return tuple(row for row in self._chosen if self._known(row))

    def _known(self, row: int) -> bool:
        return all(measure(self._row(row)[column]) is not None for column in self.chart.columns)

    @property
    def _chosen(self) -> tuple[int, ...]:
        if self.chart.rows is not None:
            return self.chart.rows
        return tuple(place for place, row in enumerate(self.sheet.rows) if row.kind is RowKind.BODY)

    @property
    def refusal(self) -> str:
        """Why it is not drawn, as a line to print in its place; empty where it is."""
        if not any(
            measure(cell) is not None for column in self.chart.columns for cell in self._cells(column)
        ):
            return _("{title}：没有可以画的数").format(title=self.chart.title)
        if len(self.rows) > MOST:
            return _("{title}：{count} 行，太多，没有画图").format(
                title=self.chart.title, count=len(self.rows)
            )
        return ""

    @property
    def ratios(self) -> frozenset[tuple[int, int]]:
        """Row and column of the ratios it draws; these cells hold numbers."""
        if self.refusal:
            return frozenset()
        return frozenset(
            (row, column)
            for column in self.chart.columns
            for row, cell in zip(self.rows, self._cells(column), strict=True)
            if isinstance(cell, Ratio) and cell.value is not None
        )

    @property
    def height(self) -> float:
        """In points."""
        if self.refusal:
            return 0.0
        bars = len(self.rows) * (_BAR * len(self.chart.columns) + _GAP)
        wanted = _AROUND + bars if self.chart.kind is ChartKind.BAR else _COURSE
        return min(_HIGHEST, max(_LOWEST, wanted))

    def drawing(self, book: Book, width: float) -> Drawing:
        """The chart, ready to be put on its worksheet, about as wide as the table (in pixels)."""
        drawing = book.add_chart({"type": self.chart.kind.value})
        for ink, column in enumerate(self.chart.columns):
            drawing.add_series(self._series(column, ink % len(_INKS)))
        drawing.set_title({"name": self._title, "name_font": _HEADLINE, "overlay": False})
        drawing.set_legend(
            {"none": True} if len(self.chart.columns) == 1 else {"position": "bottom", "font": _LETTERS}
        )
        upright = self.chart.kind is ChartKind.LINE
        (drawing.set_x_axis if upright else drawing.set_y_axis)(self._names_axis)
        (drawing.set_y_axis if upright else drawing.set_x_axis)(self._values_axis)
        drawing.set_size(
            {"width": max(_NARROWEST, width - _SPARE), "height": self.height * _PIXELS_PER_POINT}
        )
        return drawing

    @property
    def _title(self) -> str:
        """The title; rows that have no number are named in it, for a chart shows nothing where nothing is known."""
        unknown = [
            text_of(self._row(row)[self.chart.categories]) for row in self._chosen if not self._known(row)
        ]
        if not unknown:
            return self.chart.title
        return _("{title}（没有数：{rows}）").format(title=self.chart.title, rows=_("、").join(unknown))

    @property
    def _names_axis(self) -> dict[str, Any]:
        """The rows' names; bars read downwards as the table does."""
        return {"num_font": _LETTERS, "interval_unit": 1, "reverse": self.chart.kind is ChartKind.BAR}

    @property
    def _values_axis(self) -> dict[str, Any]:
        """From 0, so that no difference looks larger than it is; shares up to 100 %, where none is above it."""
        axis: dict[str, Any] = {
            "num_font": _LETTERS,
            "name_font": _LETTERS,
            "min": 0,
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
        }
        if self.chart.kind is ChartKind.BAR:
            axis["label_position"] = "high"
        if self._shares:
            whole = {} if self._highest > 1 else {"max": 1, "major_unit": 0.2}
            return {**axis, **whole, "num_format": "0 %"}
        return {**axis, "num_format": "#,##0", "name": self.chart.unit}

    @property
    def _shares(self) -> bool:
        return any(isinstance(cell, Ratio) for column in self.chart.columns for cell in self._cells(column))

    @property
    def _highest(self) -> float:
        return max(measure(cell) or 0.0 for column in self.chart.columns for cell in self._cells(column))

    def _series(self, column: int, ink: int) -> dict[str, Any]:
        cells, names = self._cells(column), self._cells(self.chart.categories)
        return {
            "name": column_names(self.sheet.heads)[column],
            "categories": self._range(self.chart.categories),
            "categories_data": [text_of(name) for name in names],
            "values": self._range(column),
            "values_data": [measure(cell) for cell in cells],
            **self._look(ink),
            **self._labels(cells),
        }

    def _look(self, ink: int) -> dict[str, Any]:
        if self.chart.kind is ChartKind.BAR:
            return {"fill": {"color": _INKS[ink]}, "gap": 40}
        marker = {"type": "circle", "size": 5, "fill": {"color": _INKS[ink]}, "border": {"color": _INKS[ink]}}
        return {"line": {"color": _INKS[ink], "width": 1.75, "dash_type": _DASHES[ink]}, "marker": marker}

    def _labels(self, cells: Sequence[Cell]) -> dict[str, Any]:
        """Beside every bar its number, from the cell; a word where there is none or where it would round to 100 %."""
        if self.chart.kind is not ChartKind.BAR:
            return {}
        labels: dict[str, Any] = {"value": True, "position": "outside_end", "font": _LETTERS}
        if self._shares:
            labels["num_format"] = PERCENT
        said = [{"value": words} if (words := _in_words(cell)) else None for cell in cells]
        return {"data_labels": {**labels, "custom": said} if any(said) else labels}

    def _cells(self, column: int) -> tuple[Cell, ...]:
        return tuple(self._row(row)[column] for row in self.rows)

    def _row(self, row: int) -> tuple[Cell, ...]:
        return self.sheet.rows[row].cells

    def _range(self, column: int) -> str:
        """The cells of a column; rows that do not follow each other are listed."""
        runs = [
            [row for __, row in run] for __, run in groupby(enumerate(self.rows), lambda at: at[1] - at[0])
        ]
        tab = quote_sheetname(self.tab)
        areas = [
            f"{tab}!{xl_range_abs(self.top + run[0], column, self.top + run[-1], column)}" for run in runs
        ]
        return f"={areas[0]}" if len(areas) == 1 else f"=({','.join(areas)})"


def _in_words(cell: Cell) -> str:
    """What a number shape cannot say."""
    if isinstance(cell, Ratio) and cell.value is not None:
        return "" if rounds_true(cell) else cell.percent
    return text_of(cell) if measure(cell) is None else ""


def plots_of(sheet: Sheet, tab: str, top: int) -> tuple[Plot, ...]:
    """The charts of a sheet in their order."""
    return tuple(Plot(chart, sheet, tab, top) for chart in sheet.charts)
