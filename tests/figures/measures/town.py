"""Measures of walked cases, without a book."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from mediation_tui.figures.figure import CaseIds, Figure
from mediation_tui.figures.measures import MEASURES, WHOLE_TOWN, Scope, read_caseload
from mediation_tui.figures.registers import UNKNOWN, Registers
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventKind
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.rules.ruleset import RuleSet, shipped_rules
from mediation_tui.rules.workdays import WorkingDays
from tests.builders import PEOPLE, TOWN, Walk, an_entry

MARCH = Period.month(2026, 3)
LATER = date(2027, 1, 4)


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def taken(on: date, serial: int = 1, **entry: Any) -> Walk:
    """A dispute registered, accepted and talked over on a day."""
    walk = Walk.begun(an_entry(**{"applied_on": on} | entry), on, serial)
    return walk.act(EventKind.ACCEPTED).act(EventKind.MEDIATORS_ASSIGNED).act(EventKind.SESSION_HELD)


@dataclass(frozen=True)
class Walked:
    """Some cases, as they are known on a day."""

    walks: tuple[Walk, ...]
    known_on: date = LATER
    rules: RuleSet = field(default_factory=shipped_rules)
    town: Town = TOWN
    people: tuple[Person, ...] = PEOPLE
    calendar: WorkingDays = field(default_factory=WorkingDays.shipped)

    @property
    def as_of(self) -> datetime:
        return datetime(self.known_on.year, self.known_on.month, self.known_on.day, tzinfo=UTC)

    def facts(self, period: Period | None = None) -> Iterator[CaseFacts]:
        return (walk.facts() for walk in self.walks)

    def counted(self, period: Period) -> Iterator[CaseFacts]:
        return self.facts()

    def registers(self, period: Period) -> Registers:
        return UNKNOWN

    def cases(self, ids: CaseIds, kind: type[Case] | None = None) -> Iterator[Case]:
        return (walk.case for walk in self.walks if walk.case.id in ids)


def figure(
    walks: Iterable[Walk],
    measure: str,
    period: Period = MARCH,
    known_on: date = LATER,
    scope: Scope = WHOLE_TOWN,
    rules: RuleSet | None = None,
) -> Figure:
    """One measure of some cases, of which no more is opened than it asks for itself."""
    records = Walked(tuple(walks), known_on, rules or shipped_rules())
    wanted = MEASURES[measure]
    return wanted.figure(read_caseload(records, period, [wanted], scope))


def said(walks: Iterable[Walk], measure: str, period: Period = MARCH, known_on: date = LATER) -> str:
    """How it is printed."""
    return figure(walks, measure, period, known_on).text


def exported(walks: Iterable[Walk]) -> list[list[dict[str, Any]]]:
    """The events of each case as they are exported."""
    return [[json.loads(event.model_dump_json()) for event in walk.events] for walk in walks]
