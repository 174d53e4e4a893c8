"""Companion measures (domain handbook §10): each with its formula in words, its dates and its guard.

    measures = read_measures(records, Period.quarter(2026, 2), Scope("v1"))
    measures.figure("clearance").text  # 96.4 %（27/28）

One reading serves every place: `measures_of(load.at(scope))` for a load read for the whole town.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import Figure
from mediation_tui.figures.keeping_all import keeping_all
from mediation_tui.figures.measures.advice import ADVICE
from mediation_tui.figures.measures.afterwards import AFTERWARDS
from mediation_tui.figures.measures.backlog import BACKLOG
from mediation_tui.figures.measures.caseload import FOLLOW_UP, Caseload
from mediation_tui.figures.measures.flow import FLOW
from mediation_tui.figures.measures.keeping import KEEPING
from mediation_tui.figures.measures.measure import Group, Measure
from mediation_tui.figures.measures.pace import PACE
from mediation_tui.figures.measures.prevention import PREVENTION
from mediation_tui.figures.measures.reading import read_caseload
from mediation_tui.figures.measures.risk import RISK
from mediation_tui.figures.measures.scope import TOWN_DESK, WHOLE_TOWN, Scope
from mediation_tui.figures.measures.screening import SCREENING
from mediation_tui.figures.measures.settling import SETTLING
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.records import Records
from mediation_tui.model.period import Period
from mediation_tui.store.progress import Progress, unwatched

__all__ = [
    "FOLLOW_UP",
    "GROUPS",
    "MEASURES",
    "TOWN_DESK",
    "WHOLE_TOWN",
    "Caseload",
    "Measure",
    "MeasureGroup",
    "Measures",
    "Scope",
    "measures_of",
    "read_caseload",
    "read_measures",
]

GROUPS: tuple[Group, ...] = (
    FLOW,
    PACE,
    BACKLOG,
    SETTLING,
    KEEPING,
    AFTERWARDS,
    RISK,
    PREVENTION,
    SCREENING,
    ADVICE,
)
"""All of them, in the order they are read."""

MEASURES = {measure.id: measure for measure in chain.from_iterable(group.measures for group in GROUPS)}
"""Each by its id."""


@dataclass(frozen=True)
class MeasureGroup:
    """Figures that are read together.

    Attributes:
        name: What they are about.
        ids: What each is asked for by, in their order.
        figures: The numbers.
        guard: What keeps them from being misread.
    """

    name: Phrase
    ids: tuple[str, ...]
    figures: tuple[Figure, ...]
    guard: Phrase


@dataclass(frozen=True)
class Measures:
    """The measures of one place in one period.

    Attributes:
        basis: Period, instant and day of knowledge; each figure says which dates it goes by.
        scope: The place.
        groups: The figures, by what they are about.
    """

    basis: Basis
    scope: Scope
    groups: tuple[MeasureGroup, ...]

    def figure(self, measure: str) -> Figure:
        """The figure of a measure, by its id.

        Raises:
            KeyError: There is no such measure.
        """
        return {
            id_: each for group in self.groups for id_, each in zip(group.ids, group.figures, strict=True)
        }[measure]


def read_measures(
    records: Records,
    period: Period,
    scope: Scope = WHOLE_TOWN,
    progress: Progress = unwatched,
    follow_up: int = FOLLOW_UP,
) -> Measures:
    """Measure a place in a period.

    Args:
        records: The office's cases, as they are known.
        period: From which day to which.
        scope: The place.
        progress: Told how many of the cases that must be opened have been.
        follow_up: Days a concluded dispute is watched for before it is said to have held.

    Raises:
        InvalidEntry: The period has not begun yet.
        DamagedBook: A case cannot be read; the error names it.
        UnbalancedStatement: A record contradicts itself; the error names the case.
    """
    return measures_of(read_caseload(records, period, MEASURES.values(), scope, progress, follow_up))


def measures_of(load: Caseload) -> Measures:
    """Count every measure of what has been read."""
    with keeping_all():
        return Measures(load.basis, load.scope, tuple(_counted(group, load) for group in GROUPS))


def _counted(group: Group, load: Caseload) -> MeasureGroup:
    return MeasureGroup(
        name=group.name,
        ids=tuple(measure.id for measure in group.measures),
        figures=tuple(measure.figure(load) for measure in group.measures),
        guard=group.guard,
    )
