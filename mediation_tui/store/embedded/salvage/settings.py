"""The office's settings, as far as they are left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.rules.ruleset import RuleSet, shipped_rules
from mediation_tui.store.embedded.salvage.finds import Find, Finds
from mediation_tui.store.embedded.salvage.report import Left

_NO_TOWN = Town(name="（名册已失）", office="（名册已失）")
"""Stands where the places are lost, in every language: it is kept in the book, and nobody could mistake it."""
_NOT_THE_FIRST = re.compile(r"\.\d+$")


@dataclass(frozen=True)
class Settings:
    """What a new book is founded on.

    Attributes:
        origin: The id it writes its events under.
        origin_found: Whether that was found; else it was told from the events.
        town: Its places; none where they are lost.
        people: Its people.
        roster: What is left of both.
        rules: Its rules of time.
        rules_found: Whether they were found; else they are those the program comes with.
    """

    origin: str
    origin_found: bool
    town: Town
    people: tuple[Person, ...]
    roster: Left
    rules: RuleSet
    rules_found: bool


def settings_in(finds: Finds, new_origin: str) -> Settings:
    """The settings a book had.

    Args:
        finds: What was found.
        new_origin: The book's id where nothing tells the one it had.
    """
    kept = finds.one("settings", "origin")
    rules = _rules(finds)
    roster, town, people = _roster(finds)
    return Settings(
        origin=str(kept.document.get("origin")) if kept else _origin_told(finds) or new_origin,
        origin_found=kept is not None,
        town=town,
        people=people,
        roster=roster,
        rules=rules or shipped_rules(),
        rules_found=rules is not None,
    )


def _origin_told(finds: Finds) -> str:
    """The book's id as its chains bear it, or else as most events do; further chains add their number to it."""
    ours = [chain.document for chain in finds.of("chains") if chain.document["ours"]]
    if ours:
        return _NOT_THE_FIRST.sub("", str(ours[0]["origin"]))
    most = next(finds.of("events", "GROUP BY origin ORDER BY count(*) DESC"), None)
    return _NOT_THE_FIRST.sub("", str(most.document["origin"])) if most else ""


def _rules(finds: Finds) -> RuleSet | None:
    kept = finds.one("settings", "rules")
    try:
        return RuleSet.model_validate(kept.document["rules"]) if kept else None
    except (LookupError, ValidationError):
        return None


def _roster(finds: Finds) -> tuple[Left, Town, tuple[Person, ...]]:
    """Places and people, and what is left of them; the version of the roster tells whether that is all."""
    kept = finds.one("settings", "roster")
    places = list(finds.of("places", "ORDER BY live DESC, age DESC, id DESC"))
    people = list(finds.of("people"))
    if kept and (whole := _whole(str(kept.document["version"]), places, people)):
        town, listed = whole
        return Left.WHOLE, _town(town) or _NO_TOWN, _persons(listed)
    found = next(filter(None, (_town(place.document) for place in places)), None)
    listed = _likely(people)
    left = Left.DOUBTFUL if found and not kept else Left.INCOMPLETE if found or listed else Left.LOST
    return left, found or _NO_TOWN, _persons(listed)


Documents = list[dict[str, Any]]


def _whole(version: str, places: list[Find], people: list[Find]) -> tuple[dict[str, Any], Documents] | None:
    """The places and people a version was the hash of."""
    for place in places:
        for listed in _possible(people):
            if canonical_hash({"town": place.document, "people": listed}) == version:
                return place.document, listed
    return None


def _possible(people: list[Find]) -> Iterator[Documents]:
    """Who may have been the whole roster: those SQLite still leads to, or the last ones written together."""
    yield [person.document for person in people if person.live]
    for first in range(len(people) + 1):
        yield [person.document for person in people[first:]]


def _likely(people: list[Find]) -> Documents:
    """Those SQLite still leads to; where it leads to none, everybody, as they were last written down."""
    live = [person.document for person in people if person.live]
    return live or list({person.document["id"]: person.document for person in people}.values())


def _town(document: dict[str, Any]) -> Town | None:
    try:
        return Town.model_validate(document)
    except ValidationError:
        return None


def _persons(documents: Documents) -> tuple[Person, ...]:
    """Those who can be read as people."""
    persons: list[Person] = []
    for document in documents:
        try:
            persons.append(Person.model_validate(document))
        except ValidationError:
            continue
    return tuple(persons)
