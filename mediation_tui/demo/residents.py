"""Whom one meets in a village: often a stranger, now and then somebody who has been in a dispute before."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from random import Random
from typing import Any, TypeVar

from mediation_tui.demo.folk import Home, Namer, Organisation, Townsperson
from mediation_tui.demo.story import Bond

T = TypeVar("T")

_PEOPLE, _PAIRS, _CHILDREN = 600, 60, 20
"""How many of a kind a village has at most; the more of them are known, the likelier one is met again."""


class Residents:
    """The people and units of the town, made up when first met and remembered.

    Args:
        random: The only source of chance.
        namer: Makes up whoever is new.
    """

    def __init__(self, random: Random, namer: Namer) -> None:
        self._random = random
        self._namer = namer
        self._known: dict[Hashable, list[Any]] = {}

    def person(self, home: Home) -> Townsperson:
        """Somebody of a village."""
        return self._met(("person", home.village), _PEOPLE, lambda: self._namer.person(home))

    def child(self, home: Home) -> Townsperson:
        """A schoolchild of a village."""
        key = ("child", home.village)
        return self._met(key, _CHILDREN, lambda: self._namer.person(home, ages=(8, 15), occupation="学生"))

    def unit(self, kind: str, home: Home) -> Organisation:
        """The village's one organisation of that kind."""
        return self._met((kind, home.village), 1, lambda: self._namer.organisation(kind, home))

    def pair(self, bond: Bond, home: Home) -> tuple[Townsperson, Townsperson]:
        """Two people who belong together as a story wants it, the applicant first."""
        return self._met((bond, home.village), _PAIRS, lambda: self._two(bond, home))

    def _two(self, bond: Bond, home: Home) -> tuple[Townsperson, Townsperson]:
        namer = self._namer
        if bond == "parent":
            old = namer.person(home, ages=(62, 80))
            return old, namer.kin(old, home, younger=25)
        one = namer.person(home)
        if bond == "spouses":
            return one, namer.spouse(one, home)
        if bond == "siblings":
            return one, namer.kin(one, home)
        other = next((people for people, _ in home.peoples if people != one.nationality), None)
        return one, namer.person(home, nationality=other)

    def _met(self, key: Hashable, most: int, make: Callable[[], T]) -> T:
        known: list[T] = self._known.setdefault(key, [])
        if self._random.random() * most < len(known):
            return self._random.choice(known)
        known.append(make())
        return known[-1]
