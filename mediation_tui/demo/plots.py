"""What is to become of each case: how it comes in, how it ends, and what is special about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TypeVar

from pydantic import TypeAdapter

from mediation_tui.demo.shelf import read
from mediation_tui.demo.traits import Trait, some_traits
from mediation_tui.model.vocabulary import Category, Entruster, Exit, Level, Outcome, Source, State

T = TypeVar("T")


@dataclass(frozen=True)
class Plot:
    """What is to become of one case. Whatever is planned for after today has not happened yet.

    Attributes:
        outcome: How mediation ends.
        source: How it comes to be mediated.
        entruster: Who entrusts it, where somebody does.
        level: Where it comes in.
        traits: What is special about it.
        category: The ministry's category; any that is in season when not given.
        exit: Where it goes when mediation here does not end it; any when not given.
        rests: The state it stays in, where it is to be found in that state today.
        ago: The least and most days before today it comes in; any day of the two years when not given.
    """

    outcome: Outcome = Outcome.AGREED
    source: Source = Source.APPLIED
    entruster: Entruster | None = None
    level: Level = Level.VILLAGE
    traits: frozenset[Trait] = frozenset()
    category: Category | None = None
    exit: Exit | None = None
    rests: State | None = None
    ago: tuple[int, int] | None = None


GUARANTEED_FROM = 60
"""A town of so many cases has every state, category, exit and special life."""

_LONG_AGO = (260, 700)
"""Days enough for any course to have been run."""

_OUTCOMES: Mapping[Outcome, float] = {
    Outcome.AGREED: 90,
    Outcome.FAILED: 5,
    Outcome.WITHDRAWN: 2,
    Outcome.TRANSFERRED: 1.2,
    Outcome.NOT_ACCEPTED: 0.8,
    Outcome.VOID: 1.1,
}
_LEVELS: Mapping[Level, float] = {Level.GRID: 30, Level.VILLAGE: 61.5, Level.TOWN: 8, Level.COUNTY: 0.5}
_SOURCES: Mapping[Source, float] = {Source.APPLIED: 46, Source.FOUND: 54}
_ENTRUSTERS: Mapping[Entruster, float] = {
    Entruster.COURT: 8,
    Entruster.POLICE: 8,
    Entruster.PETITION_OFFICE: 3,
    Entruster.PROCURATORATE: 0.5,
    Entruster.OTHER: 2,
}
_ENTRUSTED, _FROM_OUTSIDE, _JUDICIAL, _ADMINISTRATIVE, _DUPLICATE = 0.45, 0.1, 0.3, 0.05, 0.4


def plots(random: Random, cases: int) -> list[Plot]:
    """So many cases, the guaranteed ones among them where there is room."""
    arranged = guaranteed() if cases >= GUARANTEED_FROM else ()
    return [*arranged, *(any_plot(random) for _ in range(cases - len(arranged)))]


@cache
def guaranteed() -> tuple[Plot, ...]:
    """The cases every town of some size has, each with its time."""
    reader = TypeAdapter(Plot)
    return tuple(reader.validate_python({"ago": _LONG_AGO, **entry}) for entry in read("plots")["plot"])


def any_plot(random: Random) -> Plot:
    """One more case as they come in a town like this."""
    outcome, level, traits = _drawn(random, _OUTCOMES), _drawn(random, _LEVELS), some_traits(random)
    if outcome is Outcome.VOID and random.random() < _DUPLICATE:
        traits |= {Trait.MERGED}
    if level < Level.TOWN:
        return Plot(outcome, _drawn(random, _SOURCES), level=level, traits=traits)
    entrusted = level is Level.TOWN and random.random() < _ENTRUSTED
    entruster = _drawn(random, _ENTRUSTERS) if entrusted else None
    source = Source.ENTRUSTED if entruster else Source.APPLIED
    return Plot(outcome, source, entruster, level, traits | _at_the_town(random, level, entruster))


def _at_the_town(random: Random, level: Level, entruster: Entruster | None) -> frozenset[Trait]:
    """What is special about a case because it came in at the town desk or above."""
    if level is Level.COUNTY or random.random() < _FROM_OUTSIDE:
        return frozenset({Trait.OUTSIDE})
    if entruster is Entruster.COURT and random.random() < _JUDICIAL:
        return frozenset({Trait.JUDICIAL})
    return frozenset({Trait.ADMINISTRATIVE} if random.random() < _ADMINISTRATIVE else ())


def _drawn(random: Random, weights: Mapping[T, float]) -> T:
    return random.choices(list(weights), list(weights.values()))[0]
