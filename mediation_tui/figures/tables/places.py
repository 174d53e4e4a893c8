"""The places a table has lines for, and the disputes of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mediation_tui.figures.figure import NONE, CaseIds
from mediation_tui.figures.lines import By, Place, line_phrase, lines_of
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.population import Population, fact, line
from mediation_tui.figures.tables.words import Lines
from mediation_tui.model.places import Town


@dataclass(frozen=True)
class Unit:
    """A line's place.

    Attributes:
        id: Of the committee, village or grid; empty for the town desk.
        name: What it is called.
        cases: Its disputes.
        place: The village and grid it stands for; an empty village is the town desk.
    """

    id: str
    name: Phrase
    cases: CaseIds
    place: Place


def units_of(lines: Lines, town: Town, population: Population) -> Iterator[Unit]:
    """A line for each place in the town's order, whatever happened there; then those no longer on the roster."""
    match lines:
        case Lines.VILLAGES:
            return _places(town, population, By.VILLAGE)
        case Lines.GRIDS:
            return _places(town, population, By.GRID)
    return _committees(town, population)


def _committees(town: Town, population: Population) -> Iterator[Unit]:
    names = {committee.id: committee.name for committee in town.committees}
    villages = {committee.id: committee.village or "" for committee in town.committees}
    found = population.by(fact("committee"))
    for committee in (*names, *sorted(map(str, found.keys() - names))):
        name = Phrase.verbatim(names.get(committee, committee))
        yield Unit(committee, name, found.get(committee, NONE), (villages.get(committee, ""), None))


def _places(town: Town, population: Population, by: By) -> Iterator[Unit]:
    found, known = population.by(line(by)), lines_of(town, by)
    strays = sorted(found.keys() - set(known), key=str)
    for place in (*known, *strays):
        village, grid = place
        yield Unit(grid or village, line_phrase(place, town, by), found.get(place, NONE), place)
