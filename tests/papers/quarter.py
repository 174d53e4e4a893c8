"""The papers of the quarter that can be counted on the fingers, and how a saved one is read back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
from docx import Document
from openpyxl.worksheet.worksheet import Worksheet

from mediation_tui import i18n
from mediation_tui.figures.annual import annual_report
from mediation_tui.figures.measures import read_measures
from mediation_tui.figures.questions import Thresholds, read_questions
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.tables.reading import shipped_table
from mediation_tui.papers.annual.paper import annual_paper
from mediation_tui.papers.measures.paper import measures_paper
from mediation_tui.papers.official.paper import table_paper
from mediation_tui.papers.paper import Paper, PaperFormat, save_paper
from mediation_tui.papers.questions.paper import questions_paper
from tests.builders import PARTIES, PHONE, Office
from tests.figures.known import DAY, QUARTER

EAGER = Thresholds(same_day=1)
"""Asks about every dispute that was registered and concluded on one day, as all of the quarter were."""


def figures(office: Office) -> PeriodFigures:
    return PeriodFigures(Present(office.book, office.clock), QUARTER)


def table(office: Office, name: str) -> Paper:
    counted = figures(office).table(shipped_table(name))
    return table_paper(counted, office.book.town, prepared_on=DAY, reporter="共和镇司法所")


def annual(office: Office) -> Paper:
    counted = figures(office)
    report = annual_report(counted.statement(), counted.population, office.book.town)
    return annual_paper(report, addressee="湟中区司法局", prepared_on=DAY)


def measures(office: Office) -> Paper:
    found = read_measures(Present(office.book, office.clock), QUARTER)
    return measures_paper(found, office.book.town, prepared_on=DAY)


def questions(office: Office, limits: Thresholds = EAGER) -> Paper:
    records = Present(office.book, office.clock)
    found = read_questions(records, QUARTER, limits=limits)
    return questions_paper(found, office.book.town, prepared_on=DAY)


@contextmanager
def in_english() -> Iterator[None]:
    i18n.use("en")
    try:
        yield
    finally:
        i18n.use("zh")


def workbook(paper: Paper, folder: Path) -> openpyxl.Workbook:
    """The paper saved as a workbook and opened, nothing in it hidden and nobody in it named."""
    path = folder / "表.xlsx"
    save_paper(path, PaperFormat.XLSX, paper, overwrite=True)
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        assert sheet.sheet_state == "visible"
        assert not any(row.hidden for row in sheet.row_dimensions.values())
        assert not any(column.hidden for column in sheet.column_dimensions.values())
        cells = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
        assert not any(cell.startswith("=") for cell in cells)
        assert not any(secret in cell for cell in cells for secret in (*names(), PHONE))
    return book


def names() -> tuple[str, ...]:
    return tuple(str(party.name) for party in PARTIES)


def rows(sheet: Worksheet) -> list[list[Any]]:
    """What stands in each row, empty cells left out."""
    found = ([cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows())
    return [row for row in found if row]


def letter(paper: Paper, folder: Path) -> Any:
    """The paper's letter saved and opened."""
    path = folder / "函.docx"
    save_paper(path, PaperFormat.DOCX, paper, overwrite=True)
    return Document(str(path))
