import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest

from mediation_tui.exchange.reading.raw import Merged, RawRow, RawSheet, Value
from tests.exchange.intake import Intake

Cells = Sequence[Value]


@pytest.fixture
def xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows into an xlsx file, with merged areas and hidden rows."""

    def write(
        *rows: Cells, merged: Sequence[str] = (), hidden: Sequence[int] = (), name: str = "台账.xlsx"
    ) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "台账"
        for row in rows:
            sheet.append(row)
        for area in merged:
            sheet.merge_cells(area)
        for number in hidden:
            sheet.row_dimensions[number].hidden = True
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def sheet() -> Callable[..., RawSheet]:
    """A raw sheet from rows, without any file."""

    def make(*rows: Cells, merged: Sequence[tuple[int, int, int, int]] = ()) -> RawSheet:
        cells = tuple(RawRow(number, tuple(row)) for number, row in enumerate(rows, start=1))
        return RawSheet("台账", cells, tuple(Merged(*area) for area in merged))

    return make


@pytest.fixture
def ods(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows of text into the smallest ods file there is."""

    def write(*rows: Cells) -> Path:
        kinds = "urn:oasis:names:tc:opendocument:xmlns"
        cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
        lines = "".join(
            f"<table:table-row>{''.join(cell.format(text) for text in row)}</table:table-row>" for row in rows
        )
        content = (
            f'<?xml version="1.0"?><office:document-content xmlns:office="{kinds}:office:1.0"'
            f' xmlns:table="{kinds}:table:1.0" xmlns:text="{kinds}:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="台账">{lines}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>"
        )
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr(
                "META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{kinds}:manifest:1.0"/>'
            )
            archive.writestr("content.xml", content)
        path = tmp_path / "台账.ods"
        path.write_bytes(packed.getvalue())
        return path

    return write


@pytest.fixture
def intake(tmp_path: Path) -> Iterator[Intake]:
    opened = Intake(tmp_path)
    yield opened
    opened.book.close()
