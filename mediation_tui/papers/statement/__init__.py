"""The statement (小事不出村统计) as it leaves: a sheet with notes, the cases behind it, a record for programs."""

from mediation_tui.papers.statement.details import details_sheet
from mediation_tui.papers.statement.file import StatementFormat, file_name, save_statement
from mediation_tui.papers.statement.record import StatementRecord, statement_json, statement_record
from mediation_tui.papers.statement.table import statement_sheet

__all__ = [
    "StatementFormat",
    "StatementRecord",
    "details_sheet",
    "file_name",
    "save_statement",
    "statement_json",
    "statement_record",
    "statement_sheet",
]
