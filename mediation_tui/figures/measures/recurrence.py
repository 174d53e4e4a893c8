"""Finding the same quarrel again: same category, same people on both sides, within twelve months.

Names are all that can be seen without opening a case, so they choose which to open; what is found inside decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache

from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.measures.caseload import Caseload, once
from mediation_tui.figures.measures.identity import Likeness, same_quarrel
from mediation_tui.model.facts import CaseFacts
from mediation_tui.rules.terms import months_after

MONTHS = 12
"""How far back a dispute counts as the same one come again."""

_AT_MOST = timedelta(days=366)
"""Twelve months are no longer."""

Pair = tuple[CaseFacts, CaseFacts]
"""A dispute and an earlier one."""


def may_recur(load: Caseload) -> CaseIds:
    """The cases that have to be opened to tell."""
    return frozenset(facts.id for pair in _pairs(load) for facts in pair)


@once
def recurring(load: Caseload) -> Mapping[str, Likeness]:
    """The place's disputes of the period that somebody had before, and how sure that is."""
    found: dict[str, Likeness] = {}
    sides = cache(lambda case: load.inside[case].sides)
    for here, before in _pairs(load):
        likeness = same_quarrel(sides(here.id), sides(before.id))
        found[here.id] = max(likeness, found.get(here.id, Likeness.DIFFERENT))
    return {case: likeness for case, likeness in found.items() if likeness}


@once
def _pairs(load: Caseload) -> tuple[Pair, ...]:
    """Every dispute received in the period with each earlier one of its kind that shares a name, anywhere in town."""
    return tuple(
        (here, before)
        for here in load.here
        if here.id in load.received
        for before in load.names.sharing(here, here.registered_on - _AT_MOST)
        if _came_before(before, here)
    )


def _came_before(before: CaseFacts, here: CaseFacts) -> bool:
    """Whether it was registered earlier, by no more than twelve months."""
    if (before.registered_on, before.id) >= (here.registered_on, here.id):
        return False
    return here.registered_on <= months_after(before.registered_on, MONTHS)
