"""What the lines of a statement stand for: villages, grids or categories."""

from __future__ import annotations

from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.base import Word
from mediation_tui.model.facts import Countable
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Category, Level

Place = tuple[str, str | None]
"""A line of the table: a village's id and a grid's, if lines are grids; `""` is the town desk; or a category."""

TOWN_DESK: Place = ("", None)
"""Disputes first received by the town or above."""


_TOWN_OR_ABOVE = frozenset({Level.TOWN, Level.COUNTY})


class By(Word):
    """By what a statement is divided into lines."""

    VILLAGE = "village", N_("村（社区）")
    GRID = "grid", N_("网格")
    CATEGORY = "category", N_("纠纷类别")


_GRID, _CATEGORY = By.GRID, By.CATEGORY
"""Words asked for once in every dispute; see `flow`."""


def at_town_desk(facts: Countable) -> bool:
    """Whether a dispute was first received by the town or above."""
    return facts.level_received in _TOWN_OR_ABOVE


def place_of(facts: Countable) -> str:
    """Where a dispute belongs: its village, or `""` for one first received at the town desk or above."""
    return "" if at_town_desk(facts) else facts.village or ""


def line_of(facts: Countable, by: By) -> Place:
    """The line a dispute is counted in."""
    if by is _CATEGORY:
        return facts.category, None
    village = place_of(facts)
    return village, (facts.grid if by is _GRID and village else None)


def lines_of(town: Town, by: By) -> tuple[Place, ...]:
    """The lines to print whatever happened: places in the town's order, the town desk last; or all categories."""
    if by is By.CATEGORY:
        return tuple((category, None) for category in Category)
    villages = ((village.id, grid) for village in town.villages for grid in _grids(town, village.id, by))
    return (*villages, TOWN_DESK)


def _grids(town: Town, village_id: str, by: By) -> tuple[str | None, ...]:
    grids = town.village(village_id).grids if by is By.GRID else ()
    return tuple(grid.id for grid in grids) or (None,)


def line_name(place: Place | None, town: Town, by: By) -> str:
    """What a line is called in the language spoken now; none is the total."""
    return str(line_phrase(place, town, by))


def line_phrase(place: Place | None, town: Town, by: By) -> Phrase:
    """What a line is called; none is the total."""
    if place is None:
        return Phrase(N_("合计"))
    first, grid = place
    if by is By.CATEGORY:
        return Phrase(Category(first).source)
    if place == TOWN_DESK:
        return Phrase(N_("镇级直接受理"))
    village = Phrase.verbatim(town.village_name(first))
    if by is By.VILLAGE:
        return village
    name = town.grid_name(first, grid)
    facts = {"village": village, "grid": Phrase.verbatim(name) if name else Phrase(N_("未分网格"))}
    return Phrase(N_("{village}·{grid}"), facts=facts)
