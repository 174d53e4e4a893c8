"""The measures of a place for other programs."""

from __future__ import annotations

from datetime import date, datetime

from mediation_tui.figures.measures import Measures
from mediation_tui.model.base import Frozen
from mediation_tui.model.places import Town
from mediation_tui.papers.official.record import FigureValues, figure_values


class MeasureGroupRecord(Frozen):
    """Measures that are read together.

    Attributes:
        guard: What keeps them from being misread.
        figures: The numbers; the column of each is the measure's id.
    """

    name: str
    guard: str
    figures: tuple[FigureValues, ...]


class MeasuresRecord(Frozen):
    """The companion measures of a place in a period.

    Attributes:
        village: The village's id, empty for the town desk; none for the whole town.
        grid: The grid's id; none for all of the place.
        first: First day of the period.
        last: Last day of the period.
        as_of: The instant of the book's knowledge, UTC.
    """

    town: str
    office: str
    village: str | None
    grid: str | None
    first: date
    last: date
    as_of: datetime
    groups: tuple[MeasureGroupRecord, ...]


def measures_record(measures: Measures, town: Town) -> MeasuresRecord:
    """The measures as a record.

    Args:
        measures: What was measured.
        town: Whose they are.
    """
    return MeasuresRecord(
        town=town.name,
        office=town.office,
        village=measures.scope.village,
        grid=measures.scope.grid,
        first=measures.basis.period.first,
        last=measures.basis.period.last,
        as_of=measures.basis.as_of,
        groups=tuple(
            MeasureGroupRecord(
                name=str(group.name),
                guard=str(group.guard),
                figures=tuple(
                    figure_values(measure, figure)
                    for measure, figure in zip(group.ids, group.figures, strict=True)
                ),
            )
            for group in measures.groups
        ),
    )
