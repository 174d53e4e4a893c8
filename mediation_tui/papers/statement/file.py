"""The statement as a file: in which formats, under what name."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from mediation_tui import __version__
from mediation_tui.figures.statement import Statement
from mediation_tui.i18n import N_, _
from mediation_tui.model.base import Word
from mediation_tui.model.places import Town
from mediation_tui.papers.sheet import About, Workbook
from mediation_tui.papers.statement.details import details_sheet
from mediation_tui.papers.statement.notes import as_of_text
from mediation_tui.papers.statement.record import statement_json
from mediation_tui.papers.statement.table import statement_sheet


class StatementFormat(Word):
    """What kind of file a statement is saved as; the code is the file's ending."""

    XLSX = "xlsx", N_("Excel 表格（统计表和明细）")
    CSV = "csv", N_("CSV 文本（统计表）")
    JSON = "json", N_("JSON（每个数字和它的案件）")


def file_name(statement: Statement, form: StatementFormat) -> str:
    """The name proposed for a statement's file: 小事不出村统计_2026年2季度.xlsx."""
    period = statement.basis.period.label.replace(" ", "")
    return _("小事不出村统计_{period}").format(period=period) + f".{form.value}"


def save_statement(
    path: Path,
    form: StatementFormat,
    statement: Statement,
    town: Town,
    *,
    prepared_on: date,
    reporter: str,
    overwrite: bool = False,
) -> None:
    """Write a statement to a file.

    Args:
        path: The file's name.
        form: What kind of file.
        statement: What was counted.
        town: Names the lines.
        prepared_on: The date of filling it in.
        reporter: The unit that reports.
        overwrite: Whether a file of that name may be replaced.

    Raises:
        FileNotWritten: The name is taken, or the disk refused; nothing is left half written.
    """
    sheet = statement_sheet(statement, town, prepared_on=prepared_on, reporter=reporter)
    match form:
        case StatementFormat.XLSX:
            from mediation_tui.papers.workbook import write_workbook

            about = About(sheet.title, town.office, statement.basis.as_of, _remark(statement))
            book = Workbook(about, (sheet, details_sheet(statement, town)))
            write_workbook(path, book, overwrite=overwrite)
        case StatementFormat.CSV:
            from mediation_tui.papers.delimited import write_csv

            write_csv(path, sheet, overwrite=overwrite)
        case StatementFormat.JSON:
            from mediation_tui.papers.fresh import fresh_file

            text = json.dumps(statement_json(statement, town), ensure_ascii=False, indent=2)
            with fresh_file(path, overwrite=overwrite) as file:
                file.write(f"{text}\n".encode())


def _remark(statement: Statement) -> str:
    return _("{period}，截止 {instant}，mediation-tui {version}").format(
        period=statement.basis.period, instant=as_of_text(statement), version=__version__
    )
