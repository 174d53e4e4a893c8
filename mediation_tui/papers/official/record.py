"""An official table for other programs: every figure with its number and the ids of the cases behind it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from mediation_tui.figures.figure import Figure, Ratio
from mediation_tui.figures.tables.table import Table, TableLine
from mediation_tui.model.base import Frozen


class FigureValues(Frozen):
    """One figure.

    Attributes:
        column: The id of its column.
        name: What it is called.
        formula: How it is made, in words.
        text: As printed.
        value: The number; none where nobody knows, and for a share.
        unit: What it is counted in.
        numerator: Of a share.
        denominator: Of a share.
        cases: The ids of the cases that count, sorted; of a share its numerator's.
        whole: The ids of the cases a share is counted out of; none where it is no share.
    """

    column: str
    name: str
    formula: str
    text: str
    value: int | Decimal | None
    unit: str
    numerator: int | None
    denominator: int | None
    cases: tuple[str, ...]
    whole: tuple[str, ...] | None


class LineValues(Frozen):
    """One line.

    Attributes:
        id: Of the committee, village, grid or item; empty for the town desk and the total.
        total: Whether it is all the others together.
    """

    id: str
    name: str
    total: bool
    figures: tuple[FigureValues, ...]


class ColumnHead(Frozen):
    """One column.

    Attributes:
        headings: What stands over it, from the widest to the narrowest.
    """

    id: str
    headings: tuple[str, ...]


class TableRecord(Frozen):
    """An official table in full.

    Attributes:
        table: The description's id.
        first: First day of the period.
        last: Last day of the period.
        counted_to: The day on which open cases were looked at.
        as_of: The instant of the book's knowledge, UTC.
        date_basis: By which dates cases fall into the period, in words.
        numbers: The case number of every case behind a figure, by its id.
        proposed: The ids of the cases whose governance type nobody has confirmed.
    """

    table: str
    title: str
    town: str
    office: str
    first: date
    last: date
    counted_to: date
    as_of: datetime
    date_basis: str
    columns: tuple[ColumnHead, ...]
    lines: tuple[LineValues, ...]
    numbers: dict[str, str]
    proposed: tuple[str, ...]


def table_record(table: Table, town: str, office: str) -> TableRecord:
    """A table as a record.

    Args:
        table: What was counted.
        town: The town's name.
        office: The office's name.
    """
    basis = table.basis
    return TableRecord(
        table=table.description.id,
        title=str(table.title),
        town=town,
        office=office,
        first=basis.period.first,
        last=basis.period.last,
        counted_to=basis.counted_to,
        as_of=basis.as_of,
        date_basis=str(basis.dates),
        columns=tuple(ColumnHead(id=c.id, headings=tuple(map(str, c.headings))) for c in table.columns),
        lines=tuple(_line(line, table) for line in table.lines),
        numbers={case: facts.number for case, facts in sorted(table.facts.items())},
        proposed=tuple(sorted(table.proposed)),
    )


def _line(line: TableLine, table: Table) -> LineValues:
    figures = zip(table.columns, line.figures, strict=True)
    return LineValues(
        id=line.id,
        name=str(line.name),
        total=line.total,
        figures=tuple(figure_values(column.id, figure) for column, figure in figures),
    )


def figure_values(column: str, figure: Figure) -> FigureValues:
    """A figure with everything behind it.

    Args:
        column: The id it is to be found under.
        figure: The figure.
    """
    ratio = figure.value if isinstance(figure.value, Ratio) else None
    return FigureValues(
        column=column,
        name=str(figure.name),
        formula=str(figure.formula),
        text=figure.text,
        value=None if isinstance(figure.value, Ratio) else figure.value,
        unit=str(figure.unit),
        numerator=ratio.numerator if ratio else None,
        denominator=ratio.denominator if ratio else None,
        cases=tuple(sorted(figure.cases)),
        whole=None if figure.whole is None else tuple(sorted(figure.whole)),
    )
