"""One book has something in every cell, and the clerk would notice any cell that is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mediation_tui.figures.figure import NONE, Figure
from mediation_tui.figures.tables.table import Table
from tests.figures.recount import Sheet
from tests.figures.tables.clerk import TABLES, Walked, compare, exported, sheets_of, tables_of
from tests.figures.tables.stories import MARCH, Walks, a_full_book
from tests.strategies import WIDE_TOWN

UNKNOWN = {"prevention": {0, 2}, "governance": {51}}
"""Columns, and for the governance table lines, of which the book has no record."""


@pytest.fixture(scope="module")
def full() -> Walks:
    return a_full_book()


@pytest.fixture(scope="module")
def tables(full: Walks) -> dict[str, Table]:
    return tables_of(Walked(full), MARCH)


@pytest.fixture(scope="module")
def sheets(full: Walks) -> dict[str, Sheet]:
    return sheets_of(exported(full), WIDE_TOWN, MARCH)


@pytest.mark.parametrize("name", TABLES)
def test_the_clerk_agrees_on_a_book_with_something_everywhere(
    name: str, tables: dict[str, Table], sheets: dict[str, Sheet]
) -> None:
    compare(tables[name], sheets[name])


@pytest.mark.parametrize("name", TABLES)
def test_there_is_a_case_behind_every_number_of_the_total(name: str, tables: dict[str, Table]) -> None:
    table, unknown = tables[name], UNKNOWN.get(name, set())
    if table.description.across:
        empty = {place for place, line in enumerate(table.lines) if not all(f.cases for f in line.figures)}
    else:
        (total,) = [line for line in table.lines if line.total]
        empty = {place for place, figure in enumerate(total.figures) if not figure.cases}
    assert empty == unknown


def wrong(figure: Figure) -> list[Figure]:
    """The ways a number may be wrong: a case too few, a case too many, another number, another whole."""
    forms = [replace(figure, cases=figure.cases | {"another"}), replace(figure, value=4_711)]
    if figure.cases:
        forms.append(replace(figure, cases=frozenset(sorted(figure.cases)[1:])))
    forms.append(replace(figure, whole=NONE if figure.whole is None else figure.whole | {"another"}))
    return forms


@pytest.mark.parametrize("name", TABLES)
def test_the_clerk_would_notice_any_wrong_cell(
    name: str, tables: dict[str, Table], sheets: dict[str, Sheet]
) -> None:
    table = tables[name]
    for row, line in enumerate(table.lines):
        for place, figure in enumerate(line.figures):
            for other in wrong(figure):
                figures = (*line.figures[:place], other, *line.figures[place + 1 :])
                lines = (*table.lines[:row], replace(line, figures=figures), *table.lines[row + 1 :])
                with pytest.raises(AssertionError):
                    compare(replace(table, lines=lines), sheets[name])


@pytest.mark.parametrize("name", TABLES)
def test_the_clerk_would_notice_columns_and_lines_in_another_order(
    name: str, tables: dict[str, Table], sheets: dict[str, Sheet]
) -> None:
    table = tables[name]
    first, second, *others = table.lines
    with pytest.raises(AssertionError):
        compare(replace(table, lines=(second, first, *others)), sheets[name])
    one, two, *more = table.columns
    if not table.description.across:
        with pytest.raises(AssertionError):
            compare(replace(table, columns=(two, one, *more)), sheets[name])
