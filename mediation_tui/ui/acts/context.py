"""What an act's form has to know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Self

from mediation_tui.desk import Desk
from mediation_tui.model.case import Case
from mediation_tui.model.people import Person
from mediation_tui.model.places import Town
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.workdays import WorkingDays


@dataclass(frozen=True)
class ActContext:
    """A case as it stands, and the office around it.

    Attributes:
        actor: Who does the act: a roster id, or a name.
        find: The id of the case meant by a case number in any spelling.
    """

    case: Case
    town: Town
    people: tuple[Person, ...]
    today: date
    rules: RuleSet
    calendar: WorkingDays
    actor: str
    find: Callable[[str], str]

    @classmethod
    def at(cls, desk: Desk, case: Case) -> Self:
        """What there is to know about a case at a desk now."""
        book = desk.book
        return cls(
            case=case,
            town=book.town,
            people=book.people,
            today=desk.clock.today(),
            rules=book.rules,
            calendar=book.calendar,
            actor=desk.actor,
            find=book.find,
        )

    def person_name(self, person_id: str) -> str:
        """The name of somebody on the roster; what is given itself for others."""
        return next((str(person.name) for person in self.people if person.id == person_id), person_id)
