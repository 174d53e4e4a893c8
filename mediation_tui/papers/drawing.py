"""One sheet drawn on one worksheet, from the title down to the signers, row after row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.worksheet import Worksheet

from mediation_tui.errors import MediationError
from mediation_tui.figures.figure import Ratio
from mediation_tui.i18n import N_, _
from mediation_tui.papers import styles
from mediation_tui.papers.cells import Cell, text_of
from mediation_tui.papers.heads import boxes, head_rows
from mediation_tui.papers.page import (
    EDGE,
    SIDE,
    broken,
    fitted,
    head_heights,
    lines,
    pixels,
    row_height,
    shares,
)
from mediation_tui.papers.plotting import plots_of
from mediation_tui.papers.sheet import Row, Sheet
from mediation_tui.papers.styles import Styles

_TITLE_HEIGHT, _LINE_HEIGHT, _SIGNERS_HEIGHT = 30.0, 18.0, 24.0
_NOTE_LINE = 12.5
_A4_PAPER = 9
_CHART_AIR = 8.0
_NUMBERS = (int, Decimal)


class TooLong(MediationError):
    """A text or a table is longer than a worksheet can hold."""


def draw(worksheet: Worksheet, made: Styles, sheet: Sheet, rows: Iterable[Row]) -> None:
    """Draw a sheet.

    Args:
        worksheet: Where; it is empty.
        made: The workbook's formats.
        sheet: What; its own rows decide widths and the number of pages.
        rows: The rows to draw, which may go on after the sheet's own.
    """
    pen = _Pen(worksheet, made, sheet)
    pen.title()
    pen.unit_line()
    pen.head()
    for row in rows:
        pen.body(row)
    pen.notes()
    pen.signers()
    pen.charts()
    pen.paper()


class _Pen:
    """Draws downwards; a row once left is never returned to, so that long lists can be streamed."""

    def __init__(self, worksheet: Worksheet, made: Styles, sheet: Sheet) -> None:
        self._worksheet, self._made, self._sheet = worksheet, made, sheet
        cells = [row.cells for row in sheet.rows]
        fit = fitted(sheet.heads, cells, _around(sheet), landscape=sheet.landscape, roomy=sheet.roomy)
        self._widths, self._one_page = fit.widths, fit.one_page
        self._row = 0
        self._top = _body_row(sheet)
        self._plots = plots_of(sheet, worksheet.get_name(), self._top)
        self._ratios = frozenset(chain.from_iterable(plot.ratios for plot in self._plots))
        for column, width in enumerate(self._widths):
            worksheet.set_column_pixels(column, column, pixels(width))

    def title(self) -> None:
        self._line((self._sheet.title,), (styles.TITLE,), _TITLE_HEIGHT)

    def unit_line(self) -> None:
        if self._sheet.unit_line:
            self._line(self._sheet.unit_line.parts(), styles.UNIT_LINE, _LINE_HEIGHT)

    def head(self) -> None:
        """The merged headings; they stay on screen and come again on every page."""
        heads, top = self._sheet.heads, self._row
        for offset, height in enumerate(head_heights(heads, self._widths)):
            self._worksheet.set_row(top + offset, height)
        style = self._made.of(styles.HEAD)
        for box in boxes(heads):
            text = broken(box.text, sum(self._widths[box.column : box.column + box.width]))
            self._merge(top + box.row, box.column, box.height, box.width, text, style)
        self._row += head_rows(heads)
        self._worksheet.repeat_rows(top, self._row - 1)
        self._worksheet.freeze_panes(self._row, 1)

    def body(self, row: Row) -> None:
        self._worksheet.set_row(self._row, row_height(row.cells, self._widths, roomy=self._sheet.roomy))
        place = self._row - self._top
        for column, cell in enumerate(row.cells):
            if isinstance(cell, Ratio) and (place, column) in self._ratios:
                look = self._made.of_ratio(cell, row.kind)
                self._worksheet.write_number(self._row, column, float(cell.value or 0), look)
            else:
                self._put(self._row, column, cell, self._made.of_cell(cell, row.kind))
        self._row += 1

    def notes(self) -> None:
        for note in self._sheet.notes:
            height = lines(note, sum(self._widths)) * _NOTE_LINE + 2
            self._line((note,), (styles.NOTE,), height)

    def signers(self) -> None:
        signers = tuple(str(signer) for signer in self._sheet.signers)
        if signers:
            self._line(signers, (styles.SIGNER,) * len(signers), _SIGNERS_HEIGHT)

    def charts(self) -> None:
        """Every chart below all that is written, in a row of its own, so that no page cuts it."""
        for plot in self._plots:
            if plot.refusal:
                self._line((plot.refusal,), (styles.NOTE,), _NOTE_LINE + 2)
                continue
            self._worksheet.set_row(self._row, plot.height + _CHART_AIR)
            drawing = plot.drawing(self._made.book, sum(map(pixels, self._widths)))
            self._worksheet.insert_chart(self._row, 0, drawing, {"y_offset": 4, "object_position": 1})
            self._row += 1

    def paper(self) -> None:
        """A4, one page wide, centred, with page numbers; text that is all digits is not marked as a fault."""
        worksheet = self._worksheet
        worksheet.set_paper(_A4_PAPER)
        if self._sheet.landscape:
            worksheet.set_landscape()
        worksheet.fit_to_pages(1, 1 if self._one_page else 0)
        worksheet.center_horizontally()
        worksheet.set_margins(left=SIDE, right=SIDE, top=EDGE, bottom=EDGE)
        pages = _("第 {page} 页，共 {pages} 页").format(page="&P", pages="&N")
        worksheet.set_footer(f"&C&9{pages}", {"margin": EDGE / 2})
        last = len(self._widths) - 1
        worksheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, self._row - 1, last)})

    def _line(self, parts: Sequence[str], looks: Sequence[dict[str, Any]], height: float) -> None:
        """One line over the whole width, its parts side by side; in one cell where the table is too narrow."""
        self._worksheet.set_row(self._row, height)
        groups = shares(self._widths, len(parts))
        texts = parts if len(groups) == len(parts) else ("　".join(parts),)
        for (first, last), text, look in zip(groups, texts, looks, strict=False):
            self._merge(self._row, first, 1, last - first + 1, text, self._made.of(look))
        self._row += 1

    def _merge(self, row: int, column: int, height: int, width: int, text: str, look: Format) -> None:
        if height * width > 1:
            self._worksheet.merge_range(row, column, row + height - 1, column + width - 1, "", look)
        self._put(row, column, text, look)

    def _put(self, row: int, column: int, cell: Cell, look: Format) -> None:
        worksheet = self._worksheet
        if isinstance(cell, str):
            refused = worksheet.write_string(row, column, cell, look)
        elif isinstance(cell, _NUMBERS):
            refused = worksheet.write_number(row, column, cell, look)
        elif isinstance(cell, date):
            refused = worksheet.write_datetime(row, column, cell, look)
        else:
            refused = worksheet.write_string(row, column, text_of(cell), look)
        if refused:
            raise TooLong(N_("表格第 {row} 行放不下：文字或行数超出了电子表格的限度"), row=row + 1)


def _around(sheet: Sheet) -> float:
    """The height of everything that is neither head nor body, in points."""
    height = _TITLE_HEIGHT + len(sheet.notes) * (_NOTE_LINE + 2)
    height += sum(plot.height + _CHART_AIR for plot in plots_of(sheet, "", 0))
    return height + _LINE_HEIGHT * bool(sheet.unit_line) + _SIGNERS_HEIGHT * bool(sheet.signers)


def _body_row(sheet: Sheet) -> int:
    """The worksheet's row below title, unit line and headings."""
    return 1 + bool(sheet.unit_line) + head_rows(sheet.heads)
