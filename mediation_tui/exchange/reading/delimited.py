"""Reading csv: whichever encoding and separator the office's program wrote."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path

from mediation_tui.errors import SheetError
from mediation_tui.exchange.reading.raw import RawRow, RawSheet
from mediation_tui.i18n import N_

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = (",", ";", "\t")
_SAMPLE = 64 * 1024


def read_delimited(data: bytes, path: Path) -> RawSheet:
    """A csv file as one sheet; every cell is text, an empty one None.

    Raises:
        SheetError: Its characters or its quoting cannot be made out.
    """
    text = _decoded(data, path)
    try:
        records = tuple(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)))
    except csv.Error as error:
        raise SheetError(N_("分隔或引号有错，读不下去：{path}"), path=path) from error
    rows = (
        RawRow(number, tuple(cell.strip() or None for cell in record))
        for number, record in enumerate(records, start=1)
    )
    return RawSheet(path.stem, tuple(rows))


def _decoded(data: bytes, path: Path) -> str:
    """By its byte order mark, else as UTF-8, else as GB 18030."""
    marked = tuple(encoding for mark, encoding in _MARKS if data.startswith(mark))
    for encoding in marked or ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise SheetError(N_("文字编码认不出来，请另存为 xlsx 或 UTF-8 的 csv 再导入：{path}"), path=path)


def _separator(text: str) -> str:
    """The separator that cuts the beginning of the file into the most cells."""

    def cells(separator: str) -> int:
        sample = io.StringIO(text[:_SAMPLE], newline="")
        return sum(len(record) - 1 for record in csv.reader(sample, delimiter=separator) if record)

    return max(_SEPARATORS, key=cells)
