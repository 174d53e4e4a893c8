"""The disputes a period is about, sorted into sets once, so that any figure is a matter of intersecting them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import NONE, CaseIds
from mediation_tui.figures.flow import Passage, passage
from mediation_tui.figures.phrase import Phrase
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


Trait = Callable[[Dispute], Hashable]
"""Something a dispute has one of, such as its category; none for those that have not."""

DATES = Phrase(N_("收案按登记（重新调解）日期，受理按受理日期，结果按调结日期"))
"""By which dates disputes fall into a period."""


class Population:
    """The disputes that may matter to a period.

    Args:
        facts: Every case that was in hand on some day of it, and any others.
        basis: The period, and as known when.
    """

    def __init__(self, facts: Iterable[Countable], basis: Basis) -> None:
        self.basis = basis
        self._facts = tuple(facts)
        self.disputes = tuple(Dispute(case, passage(case, basis.period)) for case in self._facts)
        self._sorted: dict[Trait, Mapping[Hashable, CaseIds]] = {}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """How the disputes that were in hand passed through the period."""
        return tuple(dispute.passage for dispute in self.disputes if dispute.passage)

    @cached_property
    def by_id(self) -> Mapping[str, Countable]:
        """What is known of each dispute, by its id."""
        return {facts.id: facts for facts in self._facts}

    @cached_property
    def everybody(self) -> CaseIds:
        """The ids of all of them."""
        return frozenset(self.by_id)

    def by(self, trait: Trait) -> Mapping[Hashable, CaseIds]:
        """The disputes sorted by something each has one of."""
        if trait not in self._sorted:
            gathered: dict[Hashable, list[str]] = defaultdict(list)
            for facts, value in zip(self._facts, map(trait, self.disputes), strict=True):
                gathered[value].append(facts.id)
            self._sorted[trait] = {value: frozenset(ids) for value, ids in gathered.items()}
        return self._sorted[trait]

    def having(self, trait: Trait, values: Iterable[Hashable]) -> CaseIds:
        """The disputes that have one of some values."""
        found = self.by(trait)
        first, *others = [found[value] for value in values if value in found] or [NONE]
        return first.union(*others) if others else first

    def where(self, holds: Callable[[Countable], bool]) -> CaseIds:
        """The disputes of which something holds."""
        return frozenset(facts.id for facts in self._facts if holds(facts))
