"""The places measures are made for: the whole town, a village, the town desk, or a grid."""

from __future__ import annotations

from dataclasses import dataclass

from mediation_tui.figures.lines import place_of
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.places import Town, Village


@dataclass(frozen=True)
class Scope:
    """Which disputes belong to a place.

    Attributes:
        village: A village's id, `""` for the town desk; none for the whole town.
        grid: A grid of that village, `""` for its disputes without one; none for all of it.
    """

    village: str | None = None
    grid: str | None = None

    def covers(self, facts: CaseFacts) -> bool:
        """Whether a dispute belongs to the place: one first received by the town or above is the town desk's."""
        if self.village is None:
            return True
        return place_of(facts) == self.village and self.grid in (None, facts.grid or "")


WHOLE_TOWN = Scope()
TOWN_DESK = Scope("")


def households_of(scope: Scope, town: Town) -> int | None:
    """How many households live there; none where not all of them are known, and for the town desk."""
    if scope.village is None:
        return _together([_of_village(village) for village in town.villages])
    village = next((village for village in town.villages if village.id == scope.village), None)
    if village is None:
        return None
    if scope.grid is None:
        return _of_village(village)
    return next((grid.households for grid in village.grids if grid.id == scope.grid), None)


def _of_village(village: Village) -> int | None:
    """As entered, or else as its grids add up."""
    if village.households is not None:
        return village.households
    return _together([grid.households for grid in village.grids])


def _together(parts: list[int | None]) -> int | None:
    known = [part for part in parts if part is not None]
    return sum(known) if parts and len(known) == len(parts) else None
