"""Reading xlsx, xls and ods, whole, with what is merged or hidden."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
    XmlError,
    ZipError,
    load_workbook,
)

from mediation_tui.errors import SheetError
from mediation_tui.exchange.reading.hidden import hidden_rows
from mediation_tui.exchange.reading.raw import Merged, RawRow, RawSheet, Value
from mediation_tui.i18n import N_

_LARGEST_UNPACKED = 1024 * 1024 * 1024
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    CalamineError,
    PasswordError,
    WorksheetNotFound,
    XmlError,
    ZipError,
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    EOFError,
    RuntimeError,
    ValueError,
)
"""Everything the libraries raise for a file that is torn, locked or packed in a way nobody expects."""


def read_spreadsheet(data: bytes, path: Path) -> tuple[RawSheet, ...]:
    """Every worksheet of a file, hidden ones too.

    Args:
        data: The file's contents.
        path: Its name, for the sentences.

    Raises:
        SheetError: It is locked by a password, unpacks to too much, or is torn.
    """
    try:
        _check_size(data, path)
        with load_workbook(io.BytesIO(data)) as book:
            hidden = hidden_rows(data)
            return tuple(
                _sheet(book, sheet, hidden.get(sheet.name, ()))
                for sheet in book.sheets_metadata
                if sheet.typ is SheetTypeEnum.WorkSheet
            )
    except _BROKEN as error:
        raise _told(error, data, path) from error


def _sheet(book: CalamineWorkbook, about: SheetMetadata, hidden: tuple[int, ...]) -> RawSheet:
    sheet = book.get_sheet_by_name(about.name)
    down, across = sheet.start or (0, 0)
    rows = tuple(
        RawRow(number, (None,) * across + tuple(_value(cell) for cell in cells))
        for number, cells in enumerate(sheet.to_python(skip_empty_area=True), start=down + 1)
    )
    visible = about.visible is SheetVisibleEnum.Visible
    return RawSheet(about.name, rows, _merged(sheet), hidden=not visible, hidden_rows=hidden)


def _merged(sheet: CalamineSheet) -> tuple[Merged, ...]:
    areas = sheet.merged_cell_ranges or []
    return tuple(Merged(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in areas)


def _value(cell: Value) -> Value:
    """The cell's value; text without the space around it, empty text as nothing."""
    return cell.strip() or None if isinstance(cell, str) else cell


def _check_size(data: bytes, path: Path) -> None:
    """Refuse an archive that would unpack to more than any ledger holds."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > _LARGEST_UNPACKED:
            raise SheetError(N_("文件展开后太大，请拆成几个再导入：{path}"), path=path)


def _told(error: Exception, data: bytes, path: Path) -> SheetError:
    return locked(path) if isinstance(error, PasswordError) or _ENCRYPTED in data else torn(path)


def locked(path: Path) -> SheetError:
    """The file wants a password."""
    return SheetError(N_("文件加了密码，请在 WPS 或 Excel 里去掉密码，另存后再导入：{path}"), path=path)


def torn(path: Path) -> SheetError:
    """The file's contents are not what a spreadsheet is made of."""
    return SheetError(
        N_("打不开，文件可能没有传完整或已经损坏，请用 WPS 或 Excel 另存后再导入：{path}"), path=path
    )
