"""The statement (小事不出村统计) as it leaves: a sheet with notes, the cases behind it, a record for programs."""

from mediation_tui.papers.statement.details import details_sheet
from mediation_tui.papers.statement.file import statement_paper
from mediation_tui.papers.statement.record import StatementRecord, statement_json, statement_record
from mediation_tui.papers.statement.table import statement_sheet

__all__ = [
    "StatementRecord",
    "details_sheet",
    "statement_json",
    "statement_paper",
    "statement_record",
    "statement_sheet",
]
