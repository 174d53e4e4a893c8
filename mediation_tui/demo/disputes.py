"""Who quarrels where about what: a plot becomes a dispute with its people, its place and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from mediation_tui.demo.fitting import fits
from mediation_tui.demo.folk import Home, Namer, Organisation
from mediation_tui.demo.parties import Somebody, agent_of, party_of
from mediation_tui.demo.plots import Plot
from mediation_tui.demo.residents import Residents
from mediation_tui.demo.sides import Sides, Troupe
from mediation_tui.demo.stories import Teller
from mediation_tui.demo.tale import Cast, Draft, Tale
from mediation_tui.demo.town import Hamlet, MadeTown
from mediation_tui.demo.traits import Trait
from mediation_tui.model.party import Party
from mediation_tui.model.vocabulary import Side

_OUTSIDE = Home("河口村", town="邻镇")
_TRIES = 40
_SPREAD, _QUIET = 0.85, 2
"""How unlike the villages are, and in how many nothing ever happens."""

_ELSEWHERE = 0.2
_RELATIONS = ("配偶", "子女", "律师", "同事")


@dataclass(frozen=True)
class Dispute:
    """One dispute as it comes in.

    Attributes:
        tale: Its story, told.
        parties: Who is in it.
        hamlet: Where it arose; none outside the town.
        grid: The grid's id.
        people: Persons affected, where they are more than the parties.
    """

    tale: Tale
    parties: tuple[Party, ...]
    hamlet: Hamlet | None
    grid: str | None
    people: int | None


class Casting:
    """Finds the people for one dispute after another.

    Args:
        random: The only source of chance.
        namer: Makes up people.
        made: The town they live in.
    """

    def __init__(self, random: Random, namer: Namer, made: MadeTown) -> None:
        self._random = random
        self._teller = Teller(random)
        self._residents = Residents(random, namer)
        self._sides = Sides(random, self._residents)
        self._hamlets = made.hamlets
        self._weights = _weights(random, made.hamlets)
        self._twin: Draft | None = None

    def dispute(self, plot: Plot, on: date) -> Dispute:
        """The dispute that a plot is about, on the day it comes in."""
        hamlet = None if Trait.OUTSIDE in plot.traits else self._hamlet()
        grid = self._random.choice(hamlet.village.grids) if hamlet else None
        home = hamlet.spec.home(str(grid.name)) if hamlet and grid else _OUTSIDE
        draft = self._draft(plot, on.month)
        a, b = self._sides.of(draft.story, home, lambda: self._other_home(home))
        where = str(hamlet.village.name) if hamlet else "镇"
        return Dispute(
            tale=draft.told(Cast(a.called, b.called, where)),
            parties=self._parties(plot, (a, b), home),
            hamlet=hamlet,
            grid=grid.id if grid else None,
            people=a.count + b.count if max(a.count, b.count) > 1 else None,
        )

    def someone(self, dispute: Dispute, place: int) -> Party:
        """A third party who turns up later, with its place among the parties."""
        home = dispute.hamlet.spec.home() if dispute.hamlet else _OUTSIDE
        return party_of(self._residents.person(home), Side.THIRD, place, self._village_of(home.village))

    def _hamlet(self) -> Hamlet:
        return self._random.choices(self._hamlets, self._weights)[0]

    def _draft(self, plot: Plot, month: int) -> Draft:
        """A story that fits the plot; the second of two twins gets the first one's."""
        if Trait.TWIN in plot.traits and self._twin:
            draft, self._twin = self._twin, None
            return draft
        draft = self._fitting(plot, month)
        if Trait.TWIN in plot.traits:
            self._twin = draft
        return draft

    def _fitting(self, plot: Plot, month: int) -> Draft:
        for _attempt in range(_TRIES):
            draft = self._teller.draft(plot.category or self._teller.category(month), month)
            if fits(plot, draft):
                break
        return draft

    def _other_home(self, home: Home) -> Home:
        """The same village, or now and then another."""
        if home is _OUTSIDE or self._random.random() >= _ELSEWHERE:
            return home
        return self._hamlet().spec.home()

    def _parties(self, plot: Plot, sides: tuple[Troupe, Troupe], home: Home) -> tuple[Party, ...]:
        standing = [
            (somebody, side)
            for troupe, side in zip(sides, (Side.APPLICANT, Side.RESPONDENT), strict=True)
            for somebody in troupe.members
        ]
        parties = [
            party_of(somebody, side, place, self._home_of(somebody))
            for place, (somebody, side) in enumerate(standing, start=1)
        ]
        if Trait.AGENT in plot.traits:
            agent = agent_of(self._residents.person(home), self._random.choice(_RELATIONS))
            parties[-1] = parties[-1].model_copy(update={"agent": agent})
        if Trait.MINOR in plot.traits:
            child = self._residents.child(home)
            village = self._village_of(home.village)
            parties.append(party_of(child, Side.THIRD, len(parties) + 1, village, minor=True))
        return tuple(parties)

    def _home_of(self, somebody: Somebody) -> str | None:
        inhabitant = somebody.representative if isinstance(somebody, Organisation) else somebody
        return self._village_of(inhabitant.village)

    def _village_of(self, name: str) -> str | None:
        return next((h.village.id for h in self._hamlets if h.village.name == name), None)


def _weights(random: Random, hamlets: Sequence[Hamlet]) -> list[float]:
    """How much goes on in each village: by its households and its luck."""
    quiet = random.sample(range(len(hamlets)), _QUIET)
    return [
        0.0 if place in quiet else random.lognormvariate(0, _SPREAD) * hamlet.spec.households
        for place, hamlet in enumerate(hamlets)
    ]
