"""Acts of one case that run side by side, until they are put into its diary in the order of their days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Self

from mediation_tui.demo.life.deeds import Deed
from mediation_tui.demo.life.dossier import Dossier


@dataclass(frozen=True)
class Step:
    """One act of a course: what, on which day, by whom."""

    on: date
    by: str
    deed: Deed


@dataclass
class Course:
    """What is to happen, not yet in order.

    Attributes:
        steps: The acts; those of one day stay in the order they were added in.
    """

    steps: list[Step] = field(default_factory=list)

    @property
    def last(self) -> date | None:
        """The day of the last act."""
        return max((step.on for step in self.steps), default=None)

    def add(self, on: date, by: str, deed: Deed) -> None:
        """One more act."""
        self.steps.append(Step(on, by, deed))

    def __add__(self, other: Self) -> Course:
        return Course([*self.steps, *other.steps])

    def write(self, case: Dossier) -> None:
        """Put the acts into the diary, oldest first."""
        for step in sorted(self.steps, key=lambda step: step.on):
            case.jot(step.by, step.deed, on=step.on)
