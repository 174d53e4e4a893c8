"""Which place the figures are about."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.measures.scope import TOWN_DESK, WHOLE_TOWN, Scope
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.pinyin import search_text
from mediation_tui.ui.dialogs.picker import Picker
from mediation_tui.ui.screens.figures.places import place_name
from mediation_tui.ui.widgets.option import Option


class PlaceDialog(Picker[Scope]):
    """The town, a village, a grid or the town desk, by name, pinyin or initials.

    Args:
        town: The office's places.
    """

    def __init__(self, town: Town) -> None:
        scopes = tuple(_scopes(town))
        super().__init__(
            _("哪个地方"),
            [Option(scope, name, search_text(name)) for scope, name in scopes],
            details={scope: _detail(scope) for scope, _name in scopes},
        )


def _scopes(town: Town) -> Iterator[tuple[Scope, str]]:
    yield WHOLE_TOWN, _("全镇")
    for village in town.villages:
        yield Scope(village.id), str(village.name)
        for grid in village.grids:
            scope = Scope(village.id, grid.id)
            yield scope, place_name(scope, town)
    yield TOWN_DESK, place_name(TOWN_DESK, town)


def _detail(scope: Scope) -> str:
    if scope.village is None:
        return _("全部村和镇级直接受理")
    return _("网格") if scope.grid is not None else _("村（社区）") if scope.village else ""
