"""How the columns and lines of a signed report are named and numbered, as on the table it was counted as."""

from __future__ import annotations

from collections.abc import Mapping

from mediation_tui.figures.issued.freezing import STATEMENT
from mediation_tui.figures.tables.words import Lines
from mediation_tui.model.reporting import Report
from mediation_tui.papers.heads import Head, tree


def columns_of(report: Report) -> Mapping[str, tuple[str, ...]]:
    """The headings over each column, from the widest to the narrowest, by the column's code."""
    return {figure.column: figure.heads for figure in report.figures}


def is_by_item(report: Report) -> bool:
    """Whether its lines are a table's items, numbered by themselves, rather than places."""
    return report.kind != STATEMENT and report.by == Lines.ITEMS


def heads_of(report: Report, corner: str) -> tuple[Head, ...]:
    """The tree of headings; a table's columns of items have their number (栏号) lowest, a statement's have none.

    Args:
        report: What it says.
        corner: What stands over the names of the lines.
    """
    paths = list(columns_of(report).values())
    if report.kind != STATEMENT and not is_by_item(report):
        paths = [(*path, str(number)) for number, path in enumerate(paths, 1)]
    return Head(corner), *tree(paths)


def places_of(report: Report) -> Mapping[tuple[str, str], str]:
    """How the details call where a figure stands: by the number of its column or line, a statement's by its column."""
    columns = {code: str(number) for number, code in enumerate(columns_of(report), 1)}
    lines = {figure.line: "" for figure in report.figures}
    numbered = {code: str(number) for number, code in enumerate(lines, 1)}
    found: dict[tuple[str, str], str] = {}
    for figure in report.figures:
        if report.kind == STATEMENT:
            name = figure.column_name
        else:
            name = numbered[figure.line] if is_by_item(report) else columns[figure.column]
        found[figure.line, figure.column] = name
    return found
