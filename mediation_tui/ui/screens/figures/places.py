"""Which line of a page a chosen place is, and what a place is called."""

from __future__ import annotations

from mediation_tui.figures.lines import TOWN_DESK, By, Place, line_name
from mediation_tui.figures.measures.scope import WHOLE_TOWN, Scope
from mediation_tui.model.places import Town
from mediation_tui.ui.skin import marks


def is_line_of(place: Place | None, scope: Scope, by: By) -> bool:
    """Whether a line of the statement is a chosen place, or its village where lines are villages."""
    if place is None or scope == WHOLE_TOWN or by is By.CATEGORY or place[0] != scope.village:
        return False
    return by is By.VILLAGE or scope.grid is None or scope.grid == (place[1] or "")


def place_name(scope: Scope, town: Town) -> str:
    """What a chosen place is called."""
    if scope == WHOLE_TOWN:
        return town.name
    if scope.grid is None:
        place: Place = (scope.village, None) if scope.village else TOWN_DESK
        return line_name(place, town, By.VILLAGE)
    return line_name((scope.village or "", scope.grid or None), town, By.GRID).replace("·", marks().dot)
