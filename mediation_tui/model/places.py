"""The town, its villages and grids, and the committees that own the case numbers."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field

from mediation_tui.errors import NotFound
from mediation_tui.i18n import N_
from mediation_tui.model.base import Frozen
from mediation_tui.model.text import Line, Name
from mediation_tui.model.vocabulary import CommitteeKind, VillageKind


class Grid(Frozen):
    """A grid (网格): the basic service unit inside a village.

    Attributes:
        id: Stable code, unique in the town; names change, ids do not.
        name: As it is posted in the village, such as 三网格.
        households: Number of households, if known.
    """

    id: str
    name: Name
    households: int | None = Field(default=None, ge=0)


class Village(Frozen):
    """A village or community with its grids.

    Attributes:
        id: Stable code, unique in the town.
        name: Full name with 村 or 社区.
        aliases: Old and colloquial names, accepted on import.
        initials: Pinyin initials for picking by keyboard, all readings joined by spaces.
        households: Number of households, if known.
        phone: The village office's number, to call when a report is missing.
    """

    id: str
    name: Name
    kind: VillageKind = VillageKind.VILLAGE
    aliases: tuple[Name, ...] = ()
    initials: str = ""
    households: int | None = Field(default=None, ge=0)
    phone: Line = ""
    grids: tuple[Grid, ...] = ()

    def grid(self, grid_id: str) -> Grid:
        """The grid of this village with that id.

        Raises:
            NotFound: It is not one of this village's.
        """
        for grid in self.grids:
            if grid.id == grid_id:
                return grid
        raise NotFound(N_("{village}没有这个网格：{grid}。"), village=self.name, grid=grid_id)


class Committee(Frozen):
    """A people's mediation committee (人民调解委员会).

    Attributes:
        id: Stable code.
        name: Full name, as on its seal.
        kind: Which column of the ministry table its cases enter.
        village: The village it belongs to; none for the town's.
        number_template: How its case numbers are written, with `{year}` and `{serial}`. Committees that
            write them alike share one series, so that no number is ever given twice.
    """

    id: str
    name: Name
    kind: CommitteeKind
    village: str | None = None
    number_template: Line


class Town(Frozen):
    """The office's own picture of where disputes arise.

    Attributes:
        name: The town (乡镇), such as 共和镇.
        office: The justice office that keeps the book (司法所).
        villages: Villages and communities in the office's own order.
        committees: The town's committee and one for each village.
    """

    name: Name
    office: Name
    villages: tuple[Village, ...] = ()
    committees: tuple[Committee, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Village]:
        return {village.id: village for village in self.villages}

    @cached_property
    def _by_name(self) -> dict[str, Village]:
        named = {alias: village for village in self.villages for alias in village.aliases}
        return named | {village.name: village for village in self.villages}

    def village(self, village_id: str) -> Village:
        """The village with that id.

        Raises:
            NotFound: There is none.
        """
        try:
            return self._by_id[village_id]
        except KeyError:
            raise NotFound(N_("本镇没有这个村（社区）：{village}。"), village=village_id) from None

    def village_named(self, name: str) -> Village | None:
        """The village of that name, with or without 村 or 社区, old names included."""
        for candidate in (name, f"{name}村", f"{name}社区", name.removesuffix("村民委员会") + "村"):
            if candidate in self._by_name:
                return self._by_name[candidate]
        return None

    def village_name(self, village_id: str | None) -> str:
        """The name to show for a village id; the id itself for one that is no longer on the roster."""
        if village_id is None:
            return ""
        village = self._by_id.get(village_id)
        return village.name if village else village_id

    def grid_name(self, village_id: str | None, grid_id: str | None) -> str:
        """The name to show for a grid, empty without one."""
        village = self._by_id.get(village_id or "")
        found = next((grid for grid in village.grids if grid.id == grid_id), None) if village else None
        return found.name if found else (grid_id or "")

    def committee(self, committee_id: str) -> Committee:
        """The committee with that id.

        Raises:
            NotFound: There is none.
        """
        for committee in self.committees:
            if committee.id == committee_id:
                return committee
        raise NotFound(N_("没有这个调委会：{committee}。"), committee=committee_id)

    def committee_of(self, village_id: str | None) -> Committee:
        """The village's committee, or the town's where no village is given.

        Raises:
            NotFound: The village has none on the roster.
        """
        for committee in self.committees:
            if committee.village == village_id:
                return committee
        raise NotFound(
            N_("{village}还没有调委会，请先补全名册。"), village=self.village_name(village_id) or self.name
        )
