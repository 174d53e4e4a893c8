"""Opening a file someone brings: what it really is, and a clear sentence where it cannot be read."""

from __future__ import annotations

from pathlib import Path

from mediation_tui.errors import SheetError
from mediation_tui.exchange.reading.aside import read_aside
from mediation_tui.exchange.reading.delimited import read_delimited
from mediation_tui.exchange.reading.raw import RawSheet
from mediation_tui.exchange.reading.spreadsheet import read_spreadsheet, torn
from mediation_tui.i18n import N_

LARGEST = 50 * 1024 * 1024
"""Bytes; a larger file is not a ledger of this kind."""

_SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_DELIMITED = frozenset({".csv", ".tsv", ".txt"})
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_sheets(path: Path) -> tuple[RawSheet, ...]:
    """Every sheet of a file that has something in it.

    The contents decide how it is read, not the ending of its name: an old xls saved as xlsx is common.

    Raises:
        SheetError: There is no such file, it is no sheet, too large, locked by a password, torn or empty.
    """
    found = tuple(sheet for sheet in _sheets(_bytes(path), path) if not sheet.empty)
    if not found:
        raise SheetError(N_("表里没有内容：{path}"), path=path)
    return found


def _sheets(data: bytes, path: Path) -> tuple[RawSheet, ...]:
    ending = path.suffix.lower()
    if ending not in _SPREADSHEETS | _DELIMITED:
        raise SheetError(N_("不认识这种文件：{path}；能读的是 xlsx、xls、ods 和 csv"), path=path)
    if data.startswith(_ZIP):
        return read_spreadsheet(data, path)
    if data.startswith(_OLE):
        return read_aside(data, path)
    if ending in _SPREADSHEETS:
        raise _unreadable(data, path)
    return (read_delimited(data, path),)


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise SheetError(N_("这是一个文件夹，请给出表格文件：{path}"), path=path)
    try:
        if not path.is_file():
            raise SheetError(N_("没有这个文件：{path}"), path=path)
        if path.stat().st_size > LARGEST:
            raise SheetError(N_("文件超过 50 MB，请拆成几个再导入：{path}"), path=path)
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise SheetError(N_("读不了这个文件：{path}（{reason}）"), path=path, reason=reason) from error


def _unreadable(data: bytes, path: Path) -> SheetError:
    """A file named as a spreadsheet that is none; web pages saved under that name are common."""
    if not data.strip(b"\x00"):
        return SheetError(N_("表里没有内容：{path}"), path=path)
    if b"\x00" in data[:4096]:
        return torn(path)
    return SheetError(N_("里面其实是网页或文本，请用 WPS 或 Excel 另存为 xlsx 再导入：{path}"), path=path)
