"""The committees of a town: one for each village and the town's own, and how they write their case numbers."""

from __future__ import annotations

from collections.abc import Mapping

from mediation_tui.model.places import Committee, Town, Village
from mediation_tui.model.vocabulary import CommitteeKind, VillageKind

_KINDS = {VillageKind.VILLAGE: CommitteeKind.VILLAGE, VillageKind.COMMUNITY: CommitteeKind.COMMUNITY}


def default_template(town: str) -> str:
    """How a town's committees write their numbers until they say otherwise, one series for all of them."""
    short = town if len(town) < 3 else town.removesuffix("街道").removesuffix("镇").removesuffix("乡")
    return f"（{{year}}）{short}民调字第{{serial}}号"


def committees_of(
    town: Town, name: str, villages: tuple[Village, ...], templates: Mapping[str | None, str]
) -> tuple[Committee, ...]:
    """The committees of a town with these villages.

    Args:
        town: The town as it is, with its committees.
        name: The town's name as it is to be.
        villages: The villages as they are to be.
        templates: Number templates by village, the town's own under none; a committee without one, or whose
            present one was the town's, follows the town's.
    """
    present = {committee.village: committee for committee in town.committees}
    ours = present.get(None)
    before = ours.number_template if ours else None
    shared = templates.get(None) or before or default_template(name)
    title = ours.name if ours and ours.name != _name(town.name) else _name(name)
    code = ours.id if ours else "c00"
    found = [Committee(id=code, name=title, kind=CommitteeKind.TOWN, number_template=shared)]
    for village in villages:
        known = present.get(village.id)
        kept = known.number_template if known and known.number_template != before else shared
        template = templates.get(village.id) or kept
        found.append(_of_village(village, known, template, town))
    return tuple(found)


def _of_village(village: Village, known: Committee | None, template: str, town: Town) -> Committee:
    """A village's committee, which follows its name unless the office gave it another."""
    former = next((each.name for each in town.villages if each.id == village.id), None)
    follows = known is None or (former is not None and known.name == _name(former))
    return Committee(
        id=known.id if known else f"c{village.id.removeprefix('v')}",
        name=_name(village.name) if follows or known is None else known.name,
        kind=_KINDS[village.kind],
        village=village.id,
        number_template=template,
    )


def _name(place: str) -> str:
    return f"{place}人民调解委员会"
