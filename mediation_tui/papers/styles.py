"""How the parts of a printed table look: typefaces, lines and number shapes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from xlsxwriter import Workbook as Book
from xlsxwriter.format import Format

from mediation_tui.figures.figure import Ratio
from mediation_tui.papers.cells import Cell, text_of
from mediation_tui.papers.sheet import RowKind

_SONG = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter"}
_FRAMED = {**_SONG, "border": 1}

TITLE = {**_SONG, "font_size": 18, "bold": True, "align": "center"}
HEAD = {**_FRAMED, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#F2F2F2"}
NOTE = {**_SONG, "font_size": 9, "align": "left", "text_wrap": True}
SIGNER = {**_SONG, "align": "left"}
UNIT_LINE = ({**_SONG, "align": "left"}, {**_SONG, "align": "center"}, {**_SONG, "align": "right"})
"""The left, middle and right part of the line under the title."""

PERCENT = "0.0 %"
"""The number shape of a ratio."""

_KINDS: dict[RowKind, dict[str, Any]] = {
    RowKind.BODY: {},
    RowKind.SUBTOTAL: {"bold": True},
    RowKind.TOTAL: {"bold": True, "bg_color": "#F2F2F2"},
}


class Styles:
    """The formats of one workbook, each made when it is first needed.

    Attributes:
        book: The workbook.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self._made: dict[frozenset[tuple[str, Any]], Format] = {}
        self._cells: dict[tuple[object, RowKind], Format] = {}

    def of(self, properties: dict[str, Any]) -> Format:
        """The format with these properties."""
        key = frozenset(properties.items())
        if key not in self._made:
            self._made[key] = self.book.add_format(properties)
        return self._made[key]

    def of_cell(self, cell: Cell, kind: RowKind) -> Format:
        """The format of a cell in the body: numbers to the right, words to the left, the rest centred."""
        sort = (_grouped(cell) if isinstance(cell, Decimal) else type(cell), kind)
        look = self._cells.get(sort)
        if look is None:
            look = self._cells[sort] = self.of({**_FRAMED, **_shape(cell), **_KINDS[kind]})
        return look

    def of_ratio(self, ratio: Ratio, kind: RowKind) -> Format:
        """The format of a ratio held as a number: it shows what `str` of the ratio says."""
        return self.of({**_FRAMED, "num_format": _with_counts(ratio), "align": "center", **_KINDS[kind]})


def _shape(cell: Cell) -> dict[str, Any]:
    if isinstance(cell, Decimal):
        return {"num_format": _grouped(cell), "align": "right", "indent": 1}
    if isinstance(cell, int):
        return {"num_format": "#,##0", "align": "right", "indent": 1}
    if isinstance(cell, date):
        return {"num_format": "yyyy-mm-dd", "align": "center"}
    if isinstance(cell, str):
        return {"num_format": "@", "align": "left", "text_wrap": True}
    return {"align": "center"}


def _grouped(number: Decimal) -> str:
    """The number shape that shows as many decimals as the figure has."""
    decimals = len(text_of(number).partition(".")[2])
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def rounds_true(ratio: Ratio) -> bool:
    """Whether a spreadsheet rounds the ratio as we do, and not up to 100 % nor down to 0 %."""
    value = ratio.value
    return (
        value is None or value in (0, 1) or Fraction(5, 10_000) <= value < Fraction(9995, 10_000) or value > 1
    )


def _with_counts(ratio: Ratio) -> str:
    """The number shape of a ratio with its counts, such as `0.0 %"（71/92）"`; written out where it would round wrongly."""
    if not rounds_true(ratio):
        return _literal(str(ratio))
    before, _percent, after = str(ratio).partition(ratio.percent)
    return f"{_literal(before)}{PERCENT}{_literal(after)}"


def _literal(words: str) -> str:
    return f'"{words}"' if words else ""
