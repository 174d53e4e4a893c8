"""What is known around the cases: the office, the period, and how many disputes came in where."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from mediation_tui.figures.figure import NONE, CaseIds
from mediation_tui.figures.flow import passage, spells
from mediation_tui.figures.lines import place_of
from mediation_tui.figures.questions.thresholds import Thresholds
from mediation_tui.figures.records import Records
from mediation_tui.model.facts import Countable
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.personal import Phone
from mediation_tui.model.places import Town
from mediation_tui.rules.ruleset import RuleSet


@dataclass(frozen=True)
class Scene:
    """The office in which questions are asked.

    Attributes:
        day: The day of the book's knowledge.
        looked_at: The cases asked about: registered or concluded in the period, and not void.
        concluded: Those of them whose mediation ended in it.
        held: Those held past their term.
        received: How many disputes each village received in the period.
        before: The same in the period before.
    """

    period: Period
    day: date
    town: Town
    people: tuple[Person, ...]
    rules: RuleSet
    limits: Thresholds
    looked_at: CaseIds = NONE
    concluded: CaseIds = NONE
    held: CaseIds = NONE
    received: Counter[str] = field(default_factory=Counter)
    before: Counter[str] = field(default_factory=Counter)

    @cached_property
    def people_called(self) -> dict[str, list[Person]]:
        """Who on the roster has a name."""
        found: dict[str, list[Person]] = {}
        for person in self.people:
            found.setdefault(person.name, []).append(person)
        return found

    @cached_property
    def people_phones(self) -> frozenset[Phone]:
        """The telephone numbers on the roster."""
        return frozenset(person.phone for person in self.people if person.phone)


def scene_of(records: Records, period: Period, limits: Thresholds) -> Scene:
    """Look over all cases once, without opening any."""
    earlier = period.earlier()
    day = records.known_on
    looked_at, concluded, held = set[str](), set[str](), set[str]()
    received, before = Counter[str](), Counter[str]()
    for facts in records.counted(Period(earlier.first, period.last)):
        if facts.void_on:
            continue
        before[place_of(facts)] += facts.registered_on in earlier
        received[place_of(facts)] += facts.registered_on in period
        ended = any(spell.concluded_on in period for spell in spells(facts))
        if ended or facts.registered_on in period:
            looked_at.add(facts.id)
        if ended:
            concluded.add(facts.id)
        if _held(facts, period, min(period.last, day)):
            held.add(facts.id)
    return Scene(
        period, day, records.town, records.people, records.rules, limits,
        frozenset(looked_at), frozenset(concluded), frozenset(held), received, before,
    )  # fmt: skip


def _held(facts: Countable, period: Period, day: date) -> bool:
    passed = passage(facts, period)
    return passed is not None and passed.past_term(day)
