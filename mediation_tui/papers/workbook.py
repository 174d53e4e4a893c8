"""Sheets as an Excel workbook, ready to print, sign and seal.

Only values are written: no formula can break when a row is moved, and text that looks like a formula
stays text. The same workbook with the same `created` instant gives the same bytes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC
from itertools import chain, islice
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from mediation_tui.papers.drawing import draw
from mediation_tui.papers.fresh import fresh_file, not_written
from mediation_tui.papers.heads import flat
from mediation_tui.papers.sheet import About, Row, Sheet, Workbook
from mediation_tui.papers.styles import Styles
from mediation_tui.papers.tabs import tab_names

_SAMPLE = 200
"""Rows of a long list looked at to choose its column widths."""

_PLAIN = {"default_format_properties": {"font_name": "宋体", "font_size": 11}, "default_column_width": 72}
"""The default typeface of a Chinese Excel or WPS; column widths are measured by its digits."""


def write_workbook(path: Path, workbook: Workbook, *, overwrite: bool = False) -> None:
    """Write all sheets of a workbook into one file.

    Args:
        path: The file's name.
        workbook: Its sheets, in the order of the tabs.
        overwrite: Whether a file of that name may be replaced.

    Raises:
        FileNotWritten: The name is taken, or the disk refused; nothing is left half written.
        TooLong: A text or a table is longer than a sheet can hold.
    """
    with _book(path, workbook.about, overwrite=overwrite, streaming=False) as book:
        styles = Styles(book)
        for sheet, tab in zip(workbook.sheets, tab_names(workbook.sheets), strict=True):
            draw(book.add_worksheet(tab), styles, sheet, sheet.rows)


def write_rows(
    path: Path, sheet: Sheet, rows: Iterable[Row], about: About, *, overwrite: bool = False
) -> None:
    """Write one long list without ever holding more than a few of its rows.

    Its headings come in one row; the widths follow the first rows; a list has no charts.

    Args:
        path: The file's name.
        sheet: Everything but the rows: title, headings, notes, signers.
        rows: The rows, in order; read once.
        about: The file's document properties.
        overwrite: Whether a file of that name may be replaced.

    Raises:
        FileNotWritten: The name is taken, or the disk refused; nothing is left half written.
        TooLong: A text or the list is longer than a sheet can hold.
    """
    coming = iter(rows)
    sample = tuple(islice(coming, _SAMPLE))
    frame = replace(sheet, heads=flat(sheet.heads), rows=sample, charts=())
    with _book(path, about, overwrite=overwrite, streaming=True) as book:
        (tab,) = tab_names((sheet,))
        draw(book.add_worksheet(tab), Styles(book), frame, chain(sample, coming))


@contextmanager
def _book(path: Path, about: About, *, overwrite: bool, streaming: bool) -> Iterator[xlsxwriter.Workbook]:
    """An empty workbook that becomes the file once it is complete."""
    with (
        fresh_file(path, overwrite=overwrite) as file,
        tempfile.TemporaryDirectory() as scratch,
        _disk_errors_told(path),
        xlsxwriter.Workbook(file, {**_PLAIN, "constant_memory": streaming, "tmpdir": scratch}) as book,
    ):
        book.set_properties(
            {
                "title": about.title,
                "author": about.author,
                "comments": about.remark,
                "created": about.created.astimezone(UTC),
            }
        )
        yield book


@contextmanager
def _disk_errors_told(path: Path) -> Iterator[None]:
    try:
        yield
    except FileCreateError as error:
        raise not_written(path, error.args[0]) from error
