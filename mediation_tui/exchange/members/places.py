"""The town's places as the rows of a roster name them: found again, added, put right, never taken away."""

from __future__ import annotations

from typing import Any

from mediation_tui.errors import MediationError
from mediation_tui.exchange.members.ids import next_code
from mediation_tui.exchange.members.row import RosterRow
from mediation_tui.i18n import N_
from mediation_tui.model.places import Grid, Town, Village
from mediation_tui.model.vocabulary import VillageKind
from mediation_tui.pinyin import initials


class Places:
    """The villages and grids of a town while a roster is read.

    Args:
        town: The town as the book has it.

    Attributes:
        named: Ids of the villages and grids the rows have named.
    """

    def __init__(self, town: Town) -> None:
        self.named: set[str] = set()
        self._villages = {village.id: village for village in town.villages}
        self._grids = {grid.id for village in town.villages for grid in village.grids}
        self._said: dict[tuple[str, str], tuple[object, int]] = {}

    @property
    def villages(self) -> tuple[Village, ...]:
        """The villages as they stand now, new ones last."""
        return tuple(self._villages.values())

    def take(self, row: RosterRow) -> tuple[str | None, str | None]:
        """Take in a row's place; the ids of its village and grid.

        Raises:
            MediationError: It says something of the place that an earlier row contradicts.
        """
        if row.village is None:
            return None, None
        village = self._found(row) or self._added(row)
        self.named.add(village.id)
        own: dict[str, Any] = {
            "kind": row.kind,
            "phone": row.phone.reveal() if row.phone and not row.grid else None,
        }
        if row.grid is None:
            own["households"] = row.households
        self._put(village, self._agreed(village.id, own, row.row), self._aliases(village, row))
        return village.id, self._take_grid(village.id, row)

    def _found(self, row: RosterRow) -> Village | None:
        """The village by its name or, under a new name, by one it bore before."""
        known = Town.model_construct(name="", office="", villages=self.villages, committees=())
        assert row.village, "the row names a village"
        if village := known.village_named(row.village):
            return village
        former = {found.id: found for name in row.aliases if (found := known.village_named(name))}
        if len(former) > 1:
            raise MediationError(N_("曾用名属于不同的村（社区）：{names}"), names=row.aliases)
        return next((_renamed(village, row.village) for village in former.values()), None)

    def _added(self, row: RosterRow) -> Village:
        assert row.village, "the row names a village"
        community = row.village.endswith(("社区", "居委会"))
        return Village(
            id=next_code("v", 2, self._villages),
            name=row.village,
            kind=VillageKind.COMMUNITY if community else VillageKind.VILLAGE,
            initials=" ".join(initials(row.village)),
        )

    def _aliases(self, village: Village, row: RosterRow) -> tuple[str, ...]:
        taken = {
            name for other in self.villages if other.id != village.id for name in (other.name, *other.aliases)
        }
        if both := taken & set(row.aliases):
            raise MediationError(N_("曾用名已是别的村（社区）的名字：{names}"), names=tuple(sorted(both)))
        return tuple(
            dict.fromkeys((*village.aliases, *(name for name in row.aliases if name != village.name)))
        )

    def _put(self, village: Village, changes: dict[str, Any], aliases: tuple[str, ...]) -> None:
        self._villages[village.id] = village.model_copy(update={**changes, "aliases": aliases})

    def _take_grid(self, village_id: str, row: RosterRow) -> str | None:
        if row.grid is None:
            return None
        village = self._villages[village_id]
        grid = next((grid for grid in village.grids if grid.name == row.grid), None)
        if grid is None:
            grid = Grid(id=next_code("g", 3, self._grids), name=row.grid)
            self._grids.add(grid.id)
        self.named.add(grid.id)
        right = grid.model_copy(update=self._agreed(grid.id, {"households": row.households}, row.row))
        grids = {each.id: each for each in village.grids} | {grid.id: right}
        self._villages[village_id] = village.model_copy(update={"grids": tuple(grids.values())})
        return grid.id

    def _agreed(self, place: str, facts: dict[str, Any], row: int) -> dict[str, Any]:
        """The facts a row says, none of which an earlier row has said otherwise."""
        said = {name: value for name, value in facts.items() if value is not None}
        for name, value in said.items():
            earlier, where = self._said.setdefault((place, name), (value, row))
            if earlier != value:
                raise MediationError(N_("同一个地方的{fact}与第 {row} 行不同"), fact=_FACTS[name], row=where)
        return said


_FACTS = {"kind": N_("类别"), "phone": N_("电话"), "households": N_("户数")}


def _renamed(village: Village, name: str) -> Village:
    """The village under its new name, the old one kept."""
    aliases = (*(alias for alias in village.aliases if alias != name), village.name)
    return village.model_copy(update={"name": name, "aliases": aliases, "initials": " ".join(initials(name))})
