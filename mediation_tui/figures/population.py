"""The disputes a period is about, sorted into sets once, so that any figure is a matter of intersecting them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.cases import Roll, together
from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.flow import Ending, Entry, Passage, passage
from mediation_tui.figures.lines import By, Place, line_of
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.registers import LookUp, Registers, nothing_known
from mediation_tui.i18n import N_
from mediation_tui.model.facts import Countable


class Dispute(NamedTuple):
    """One dispute as a period sees it.

    Attributes:
        facts: What is known of it.
        passage: Its way through the period; none if it was not in hand on any day of it.
    """

    facts: Countable
    passage: Passage | None


_Value = TypeVar("_Value", bound=Hashable)

Trait = Callable[[Dispute], Hashable]
"""Something a dispute has one of, such as its category; none for those that have not."""


@cache
def fact(*names: str) -> Trait:
    """A fact of a dispute, or several together, by their names."""
    return attrgetter(*(f"facts.{name}" for name in names))


def entry(dispute: Dispute) -> Entry | None:
    """How a dispute came into the period, if it was in hand."""
    return dispute.passage and dispute.passage.entry


def ending(dispute: Dispute) -> Ending | None:
    """How a dispute left the period, if it was in hand."""
    return dispute.passage and dispute.passage.ending


@cache
def line(by: By) -> Callable[[Dispute], Place]:
    """The line of a statement a dispute is counted in."""
    return lambda dispute: line_of(dispute.facts, by)


DATES = Phrase(N_("收案按登记（重新调解）日期，受理按受理日期，结果按调结日期"))
"""By which dates disputes fall into a period."""


class Population:
    """The disputes that may matter to a period.

    Args:
        facts: Every case that was in hand on some day of it, and any others.
        basis: The period, and as known when.
        look_up: Says what the registers say of it; they are read when first asked.

    Attributes:
        by_id: What is known of each dispute, by its id.
    """

    def __init__(self, facts: Iterable[Countable], basis: Basis, look_up: LookUp = nothing_known) -> None:
        self.basis = basis
        self._look_up = look_up
        self.by_id: Mapping[str, Countable] = {case.id: case for case in facts}
        self.disputes = tuple(Dispute(case, passage(case, basis.period)) for case in self.by_id.values())
        self._roll = Roll(tuple(self.by_id))
        self._sorted: dict[Trait, Mapping[Any, CaseIds]] = {}

    @cached_property
    def registers(self) -> Registers:
        """What the registers say of the period."""
        return self._look_up()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """How the disputes that were in hand passed through the period."""
        return tuple(self.passage_of.values())

    @cached_property
    def passage_of(self) -> Mapping[str, Passage]:
        """How each of the disputes that were in hand passed through the period, by its id."""
        return {dispute.facts.id: dispute.passage for dispute in self.disputes if dispute.passage}

    @property
    def everybody(self) -> CaseIds:
        """The ids of all of them."""
        return self._roll.everybody

    def by(self, trait: Callable[[Dispute], _Value]) -> Mapping[_Value, CaseIds]:
        """The disputes sorted by something each has one of."""
        if trait not in self._sorted:
            self._sorted[trait] = self._roll.sorted_by(map(trait, self.disputes))
        return self._sorted[trait]

    def having(self, trait: Trait, values: Iterable[Hashable]) -> CaseIds:
        """The disputes that have one of some values."""
        found = self.by(trait)
        return together(found[value] for value in values if value in found)

    def passing(self, holds: Callable[[Passage], bool]) -> CaseIds:
        """The disputes in hand of whose way through the period something holds."""
        return self._roll.where(passed is not None and holds(passed) for _facts, passed in self.disputes)

    def where(self, holds: Callable[[Countable], bool]) -> CaseIds:
        """The disputes of which something holds."""
        return self._roll.where(map(holds, self.by_id.values()))
