"""Where a dispute arose, from what a sheet says under village, grid, place and town."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mediation_tui.errors import MediationError
from mediation_tui.exchange.ledger.words import plain
from mediation_tui.i18n import N_
from mediation_tui.model.numerals import read_number
from mediation_tui.model.places import Town, Village
from mediation_tui.model.problems import Unfit

_OFFICES = re.compile("(人民调解委员会|村民委员会|居民委员会|调委会|村委会|居委会)$")
_NUMBERED = re.compile("第?([0-9〇零一二两三四五六七八九十百]+)号?网格")


@dataclass(frozen=True)
class Spot:
    """A village and perhaps one of its grids.

    Attributes:
        village: Id; none for the town itself.
        grid: Id.
    """

    village: str | None
    grid: str | None = None


TOWN_DESK = Spot(None)


def village_of(town: Town, text: str) -> Spot:
    """The village, or the town itself, a cell names in full.

    Raises:
        Unfit: The town has no such village.
    """
    name = _within_town(town, text)
    if name in _names_of_town(town):
        return TOWN_DESK
    for candidate in (name, _OFFICES.sub("", name)):
        if found := town.village_named(candidate):
            return Spot(found.id)
    raise Unfit(N_("本镇没有这个村（社区）：{village}"), village=text)


def place_of(town: Town, text: str) -> Spot:
    """The village a place or an address names somewhere in it.

    Raises:
        Unfit: It names none, or several.
    """
    try:
        return village_of(town, text)
    except Unfit:
        found = _mentioned(town, text)
    if not found:
        raise Unfit(N_("里认不出是哪个村（社区）：{place}"), place=text)
    if len(found) > 1:
        raise Unfit(N_("里不止一个村（社区）：{place}"), place=text)
    return Spot(found[0].id)


def grid_of(town: Town, text: str, village_id: str | None) -> Spot:
    """The grid a cell names, of the village given or named in front of it.

    Raises:
        Unfit: There is no such grid, or several villages have one of that name.
    """
    mentioned = _mentioned(town, text)
    if village_id is None and len(mentioned) == 1:
        village_id = mentioned[0].id
    villages = town.villages if village_id is None else (town.village(village_id),)
    found = [
        Spot(village.id, grid.id)
        for village in villages
        for grid in village.grids
        if _grid_name(town, village, text) == _grid_name(town, village, grid.name)
    ]
    if len(found) == 1:
        return found[0]
    if not found and village_id and _within_village(town, town.village(village_id), text) in ("", "网格"):
        return Spot(village_id)
    raise Unfit(N_("没有这个网格：{grid}") if not found else N_("不止一个村有这个网格：{grid}"), grid=text)


def check_town(town: Town, text: str) -> None:
    """Make sure that a cell names this town.

    Raises:
        Unfit: It names another.
    """
    if plain(text) not in _names_of_town(town):
        raise Unfit(N_("不是{town}：{name}"), town=town.name, name=text)


def village_given(town: Town, name: str) -> Spot:
    """The village meant by its name or id, as given for a whole sheet.

    Raises:
        MediationError: The town has no such village.
    """
    if any(village.id == name for village in town.villages):
        return Spot(name)
    try:
        return village_of(town, name)
    except Unfit as error:
        raise MediationError(error.sentence, **error.facts) from None


def _names_of_town(town: Town) -> frozenset[str]:
    return frozenset(
        {town.name, town.office, f"{town.name}人民调解委员会", f"{town.name}人民政府", "镇级", "本镇", ""}
    )


def _within_town(town: Town, text: str) -> str:
    """What a text says without the town's, and whatever stands before the town's, name in front."""
    name = plain(text)
    _before, found, after = name.partition(town.name)
    return after if found and after and after not in ("司法所", "人民调解委员会", "人民政府") else name


def _mentioned(town: Town, text: str) -> list[Village]:
    """The villages whose name stands in a text, not as a part of a longer one that does too."""
    said = {
        name: village
        for village in town.villages
        for name in (village.name, *village.aliases)
        if name in plain(text)
    }
    longest = [name for name in said if not any(name in other and name != other for other in said)]
    return list({said[name].id: said[name] for name in longest}.values())


def _within_village(town: Town, village: Village, text: str) -> str:
    name = _within_town(town, text)
    for own in sorted((village.name, *village.aliases), key=len, reverse=True):
        name = name.removeprefix(own)
    return name


def _grid_name(town: Town, village: Village, text: str) -> str:
    """A grid's name without its village, its number in figures: 上庄村第一网格 is 1网格."""
    name = _within_village(town, village, text)
    found = _NUMBERED.fullmatch(name)
    number = read_number(found[1]) if found else None
    return f"{number}网格" if number is not None else name
