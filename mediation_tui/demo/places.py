"""The made-up town: thirty villages and a community, their grids and who looks after each.

The town bears the real one's name; every village in it is invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from mediation_tui.demo.folk import Home, Namer, Townsperson
from mediation_tui.demo.shelf import read
from mediation_tui.model.vocabulary import VillageKind

_NUMERALS = ("一", "二", "三", "四")
_GRID_HOUSEHOLDS = 155
_PERSONS_A_HOUSEHOLD = (3.4, 4.2)


@dataclass(frozen=True)
class GridSpec:
    """A grid to be.

    Attributes:
        name: Such as 一网格.
        households: About 300 at most.
        population: Persons.
        worker: Its grid worker, whose phone is posted there.
    """

    name: str
    households: int
    population: int
    worker: Townsperson


@dataclass(frozen=True)
class VillageSpec:
    """A village or community to be.

    Attributes:
        name: Full name with 村 or 社区.
        kind: Village or community.
        old_names: What it was or is also called.
        phone: The village office's landline.
        peoples: Nationalities with their weights.
        clan: The commonest surname, empty for none.
        grids: Two to four.
    """

    name: str
    kind: VillageKind
    old_names: tuple[str, ...]
    phone: str
    peoples: tuple[tuple[str, int], ...]
    clan: str
    grids: tuple[GridSpec, ...]

    @property
    def households(self) -> int:
        """Households of all its grids."""
        return sum(grid.households for grid in self.grids)

    @property
    def population(self) -> int:
        """Persons of all its grids."""
        return sum(grid.population for grid in self.grids)

    @property
    def largest_people(self) -> str:
        """The nationality most villagers are of."""
        return max(self.peoples, key=lambda entry: entry[1])[0]

    def home(self, grid: str = "") -> Home:
        """An address in the village, for making up who lives there."""
        return Home(self.name, grid, self.peoples, self.clan)


@dataclass(frozen=True)
class TownSpec:
    """The town to be.

    Attributes:
        name: The town's name.
        county: The county or district it belongs to.
        villages: Thirty villages and one community.
    """

    name: str
    county: str
    villages: tuple[VillageSpec, ...]


def make_town(random: Random, namer: Namer) -> TownSpec:
    """The town with its villages and grids.

    Args:
        random: Shares households out among grids.
        namer: Makes up the grid workers and the phones.
    """
    plan = read("town")
    return TownSpec(
        name=plan["name"],
        county=plan["county"],
        villages=tuple(_village(entry, random, namer) for entry in plan["village"]),
    )


def _village(entry: dict[str, Any], random: Random, namer: Namer) -> VillageSpec:
    home = Home(entry["name"], peoples=tuple(entry["people"].items()), clan=entry.get("clan", ""))
    return VillageSpec(
        name=home.village,
        kind=VillageKind.COMMUNITY if home.village.endswith("社区") else VillageKind.VILLAGE,
        old_names=tuple(entry.get("old_names", ())),
        phone=namer.office_phone(),
        peoples=home.peoples,
        clan=home.clan,
        grids=_grids(entry["households"], home, random, namer),
    )


def _grids(households: int, home: Home, random: Random, namer: Namer) -> tuple[GridSpec, ...]:
    """Two to four grids of unequal size, near enough `_GRID_HOUSEHOLDS` each."""
    count = min(max(round(households / _GRID_HOUSEHOLDS), 2), len(_NUMERALS))
    sizes = _shares(households, count, random)
    return tuple(
        _grid(f"{numeral}网格", size, home, random, namer)
        for numeral, size in zip(_NUMERALS, sizes, strict=False)
    )


def _grid(name: str, households: int, home: Home, random: Random, namer: Namer) -> GridSpec:
    place = Home(home.village, name, home.peoples, home.clan)
    return GridSpec(
        name=name,
        households=households,
        population=round(households * random.uniform(*_PERSONS_A_HOUSEHOLD)),
        worker=namer.person(place, ages=(24, 55)),
    )


def _shares(total: int, count: int, random: Random) -> list[int]:
    """`count` unequal parts that add up to the total."""
    even = total / count
    parts = [round(even * random.uniform(0.95, 1.05)) for _ in range(count - 1)]
    return [*parts, total - sum(parts)]
