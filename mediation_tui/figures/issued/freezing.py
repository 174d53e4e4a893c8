"""A statement or a table as a report that can be signed: every figure with its text, its formula and its cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from mediation_tui import __version__
from mediation_tui.clock import new_id
from mediation_tui.figures.basis import Basis
from mediation_tui.figures.columns import BESIDE, FLOW, ColumnGroup
from mediation_tui.figures.figure import Figure, Ratio
from mediation_tui.figures.lines import TOWN_DESK, line_phrase
from mediation_tui.figures.named import column_figure, share_figure
from mediation_tui.figures.notes import statement_notes, table_notes
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.statement import Line, Reach, Reading, Statement
from mediation_tui.figures.tables.table import Table
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.model.reporting import FrozenFigure, Report

STATEMENT = "statement"
"""The kind of a frozen statement; that of a table is its description's id."""

TOTAL, DESK = "total", "desk"


@dataclass(frozen=True)
class Content:
    """What a report says, before anybody signs it.

    Attributes:
        kind: `statement`, or the id of a table.
        title: As it is printed.
        office: Who reports.
        unit: What its figures are counted in, in words.
        basis: What its figures are about.
        by: What its lines are.
        notes: What is said under it, line by line.
        description: The table's description as it was written; empty for a statement.
        figures: Every figure, line by line.
        numbers: The number of every case known to the period, by its id.
    """

    kind: str
    title: str
    office: str
    unit: str
    basis: Basis
    by: str
    notes: tuple[str, ...]
    description: str
    figures: tuple[FrozenFigure, ...]
    numbers: Mapping[str, str]

    def frozen(self, now: datetime, positions: Mapping[str, int]) -> Report:
        """The report, with an id of its own.

        Args:
            now: The present instant, for the id.
            positions: How far the book has come, by chain.
        """
        counted = frozenset[str]().union(*((*each.cases, *(each.whole or ())) for each in self.figures))
        return Report(
            id=str(new_id(now)),
            kind=self.kind,
            title=self.title,
            office=self.office,
            unit=self.unit,
            first=self.basis.period.first,
            last=self.basis.period.last,
            by=self.by,
            as_of=self.basis.as_of,
            date_basis=str(self.basis.dates),
            counted_by=__version__,
            notes=self.notes,
            description=self.description,
            figures=self.figures,
            against=None,
            numbers={case: self.numbers[case] for case in sorted(counted)},
            positions=positions,
        )


def statement_content(statement: Statement, town: Town) -> Content:
    """A statement as it would be signed."""
    lines = (*statement.lines, statement.total)
    return Content(
        kind=STATEMENT,
        title=_("{town}小事不出村、大事不出镇情况统计表（{period}）").format(
            town=town.name, period=statement.basis.period.label
        ),
        office=str(town.office),
        unit=_("件"),
        basis=statement.basis,
        by=statement.by.value,
        notes=tuple(statement_notes(statement, town)),
        description="",
        figures=tuple(figure for line in lines for figure in _line(line, statement, town)),
        numbers={passed.facts.id: passed.facts.number for passed in statement.total.passages},
    )


def table_content(table: Table, town: Town, text: str) -> Content:
    """A table as it would be signed.

    Args:
        table: What was counted.
        town: Whose office reports.
        text: Its description as it was written.
    """
    description = table.description
    return Content(
        kind=description.id,
        title=str(table.title),
        office=str(town.office),
        unit=str(Phrase(description.unit, description.unit_en or "")),
        basis=table.basis,
        by=description.lines.value,
        notes=tuple(table_notes(table)),
        description=text,
        figures=tuple(
            _frozen(
                (TOTAL if line.total else line.id or DESK, str(line.name)),
                (column.id, " ".join(map(str, column.headings))),
                tuple(map(str, column.headings)),
                figure,
            )
            for line, column, figure in table.figures()
        ),
        numbers={case: facts.number for case, facts in table.facts.items()},
    )


_Named = tuple[str, str]
"""A code, and what it is called."""


def _frozen(line: _Named, column: _Named, heads: tuple[str, ...], figure: Figure) -> FrozenFigure:
    """One figure as it is printed and signed."""
    value = figure.value
    return FrozenFigure(
        line=line[0],
        line_name=line[1],
        column=column[0],
        column_name=column[1],
        heads=heads,
        text=figure.text,
        value=value
        if isinstance(value, int | None)
        else str(value.counts if isinstance(value, Ratio) else value),
        cases=_listed(figure.cases),
        whole=None if figure.whole is None else _listed(figure.whole),
        formula=str(figure.formula),
    )


def _listed(cases: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(cases))


def _line(line: Line, statement: Statement, town: Town) -> Iterator[FrozenFigure]:
    """The figures of one line of a statement."""
    named = _code(line), str(line_phrase(line.place, town, statement.by))

    def counts(group: ColumnGroup) -> Iterator[FrozenFigure]:
        for column in group.columns:
            heads = (group.label, column.label) if group.source else (column.label,)
            yield _frozen(named, (column.value, column.label), heads, column_figure(line, column))

    for group in FLOW:
        yield from counts(group)
    for reach in Reach:
        for reading in Reading:
            figure, code = share_figure(line, reach, reading), f"{reach.value}.{reading.value}"
            yield _frozen(named, (code, str(figure.name)), (reach.label, reading.label), figure)
    yield from counts(BESIDE)


def _code(line: Line) -> str:
    """By what a line is found again."""
    if line.place is None:
        return TOTAL
    if line.place == TOWN_DESK:
        return DESK
    place, grid = line.place
    return f"{place}/{grid}" if grid else place
