"""Which rows of an xlsx file are hidden or filtered away: imported all the same, but said."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\b(?=[^>]*\shidden=\"(?:1|true)\")[^>]*?\sr=\"(\d+)\"")
_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def hidden_rows(data: bytes) -> dict[str, tuple[int, ...]]:
    """The numbers of the hidden rows by the sheet's name; empty for files that do not tell."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if not {_BOOK, _RELATIONS} <= set(archive.namelist()):
            return {}
        return {
            name: tuple(int(number) for number in _HIDDEN_ROW.findall(archive.read(part)))
            for name, part in _parts(archive)
        }


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Each sheet's name and the part of the archive that holds it."""
    relations = ElementTree.fromstring(archive.read(_RELATIONS))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in ElementTree.fromstring(archive.read(_BOOK)).iter():
        part = posixpath.normpath(posixpath.join("/xl", targets.get(sheet.get(_ID), ""))).lstrip("/")
        if sheet.tag.endswith("}sheet") and part.endswith(".xml") and part in archive.namelist():
            yield sheet.get("name", ""), part
