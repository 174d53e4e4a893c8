"""The made-up town, ready for a book, and who does what in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from mediation_tui.demo.folk import Namer
from mediation_tui.demo.offices import make_offices
from mediation_tui.demo.places import VillageSpec, make_town
from mediation_tui.demo.roster import people_of, town_of
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town, Village
from mediation_tui.model.vocabulary import Role


@dataclass(frozen=True)
class Hands:
    """Who does the work of one committee, as roster ids.

    Attributes:
        clerk: Enters and closes.
        mediators: The committee's, the director first.
        workers: Grid workers by grid id; none at the town.
    """

    clerk: str
    mediators: tuple[str, ...]
    workers: Mapping[str, str]


@dataclass(frozen=True)
class Hamlet:
    """A village on the roster together with what it was made from.

    Attributes:
        spec: Who lives there.
        village: As the book knows it.
        hands: Who mediates there.
    """

    spec: VillageSpec
    village: Village
    hands: Hands


@dataclass(frozen=True)
class MadeTown:
    """The made-up town.

    Attributes:
        town: Its places and committees.
        people: Everybody on the roster.
        hamlets: Its villages, in the town's order.
        hands: Who works at the town desk.
        head: The head of the justice office, a roster id.
        archivist: Who binds the files.
    """

    town: Town
    people: tuple[Person, ...]
    hamlets: tuple[Hamlet, ...]
    hands: Hands
    head: str
    archivist: str


def make_up_town(random: Random, namer: Namer, today: date) -> MadeTown:
    """A town with its offices and everybody in them.

    Args:
        random: The only source of chance.
        namer: Makes up the people.
        today: Ages and terms of office run around this day.
    """
    spec = make_town(random, namer)
    offices = make_offices(random, namer, spec, today)
    town = town_of(spec, offices)
    people = people_of(spec, offices, town)
    head, clerk, archivist = (person.id for person in people[:3])
    return MadeTown(
        town=town,
        people=people,
        hamlets=tuple(
            Hamlet(entry, village, _village_hands(people, town, village))
            for entry, village in zip(spec.villages, town.villages, strict=True)
        ),
        hands=Hands(clerk, _mediators(people, town.committee_of(None).id), {}),
        head=head,
        archivist=archivist,
    )


def _village_hands(people: tuple[Person, ...], town: Town, village: Village) -> Hands:
    """The second on the committee keeps its records."""
    mediators = _mediators(people, town.committee_of(village.id).id)
    beats = {
        person.grid: person.id
        for person in people
        if person.role is Role.GRID_WORKER and person.village == village.id and person.grid
    }
    return Hands(clerk=mediators[1], mediators=mediators, workers=beats)


def _mediators(people: tuple[Person, ...], committee: str) -> tuple[str, ...]:
    return tuple(person.id for person in people if person.committee == committee)
