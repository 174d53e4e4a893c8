"""Who stands on either side of a dispute, as its story wants it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from mediation_tui.demo.folk import Home
from mediation_tui.demo.parties import Somebody
from mediation_tui.demo.residents import Residents
from mediation_tui.demo.story import Story

_GROUP = (3, 12)
_SPOKESMEN = 3


@dataclass(frozen=True)
class Troupe:
    """One side.

    Attributes:
        members: Who is a party.
        count: How many they are in all; of a group only some are parties.
    """

    members: tuple[Somebody, ...]
    count: int = 1

    @property
    def called(self) -> str:
        """As sentences name it."""
        first = self.members[0].name
        return first if self.count == 1 else f"{first}等{self.count}人"


class Sides:
    """Finds two sides for a story.

    Args:
        random: The only source of chance.
        residents: Who lives in the town.
    """

    def __init__(self, random: Random, residents: Residents) -> None:
        self._random = random
        self._residents = residents

    def of(self, story: Story, home: Home, other_home: Callable[[], Home]) -> tuple[Troupe, Troupe]:
        """The applicant's side and the respondent's, with nobody on both.

        Args:
            story: It says how they belong together.
            home: Where the dispute arose.
            other_home: Where respondents live who need not be neighbours.
        """
        if story.bond in ("spouses", "siblings", "parent", "peoples"):
            one, other = self._residents.pair(story.bond, home)
            return Troupe((one,)), Troupe((other,))
        a = self._troupe(story.a, home)
        while True:
            b = self._troupe(story.b, home if story.bond == "neighbours" else other_home())
            if not set(a.members) & set(b.members):
                return a, b

    def _troupe(self, kind: str, home: Home) -> Troupe:
        """A person, a group, or an organisation of that kind."""
        if kind == "person":
            return Troupe((self._residents.person(home),))
        if kind == "people":
            count = self._random.randint(*_GROUP)
            spokesmen = [self._residents.person(home) for _ in range(min(count, _SPOKESMEN))]
            return Troupe(tuple(dict.fromkeys(spokesmen)), count)
        return Troupe((self._residents.unit(kind, home),))
