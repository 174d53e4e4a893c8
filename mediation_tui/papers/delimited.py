"""A sheet as comma-separated values, for programs that read nothing else."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from mediation_tui.papers.cells import Cell, text_of
from mediation_tui.papers.fresh import fresh_file
from mediation_tui.papers.heads import column_names
from mediation_tui.papers.sheet import Row, Sheet

_TAKEN_FOR_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def csv_lines(sheet: Sheet, rows: Iterable[Row] | None = None) -> Iterator[str]:
    """The sheet line by line: one row of headings, the rows, and after an empty line the notes.

    Args:
        sheet: What to write; title, unit line and signers belong to paper and are left out.
        rows: Rows to write in place of the sheet's own, for long lists.
    """
    yield _line(column_names(sheet.heads))
    for row in sheet.rows if rows is None else rows:
        yield _line(row.cells)
    if sheet.notes:
        yield _line(())
        yield from (_line((note,)) for note in sheet.notes)


def write_csv(
    path: Path, sheet: Sheet, rows: Iterable[Row] | None = None, *, overwrite: bool = False
) -> None:
    """Write a sheet as UTF-8 with a byte order mark, which Excel and WPS need to read Chinese.

    Raises:
        FileNotWritten: The name is taken, or the disk refused; nothing is left half written.
    """
    with fresh_file(path, overwrite=overwrite) as file:
        file.write("\ufeff".encode())
        file.writelines(line.encode() for line in csv_lines(sheet, rows))


def _line(cells: Iterable[Cell]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([_harmless(cell) for cell in cells])
    return out.getvalue()


def _harmless(cell: Cell) -> str:
    """The cell's text; words a spreadsheet would take for a formula get an apostrophe in front."""
    text = text_of(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_TAKEN_FOR_FORMULA) else text
