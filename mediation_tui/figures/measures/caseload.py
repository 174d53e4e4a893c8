"""The disputes measures are made of, read once and good for every place of the town."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, wraps
from typing import Any, Self, TypeVar, cast

from mediation_tui.errors import UnbalancedStatement
from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.flow import CONCLUDED, Ending, Passage, passage
from mediation_tui.figures.measures.names import Names
from mediation_tui.figures.measures.particulars import Particulars
from mediation_tui.figures.measures.scope import WHOLE_TOWN, Scope
from mediation_tui.figures.registers import LookUp, Registers, nothing_known
from mediation_tui.figures.soundness import may_count
from mediation_tui.i18n import N_
from mediation_tui.model.course import Round
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Outcome
from mediation_tui.rules.ruleset import RuleSet

_Found = TypeVar("_Found")

FOLLOW_UP = 180
"""Days a concluded dispute is watched for before it is said to have held (domain handbook §10)."""


@dataclass(frozen=True)
class Caseload:
    """Everything the measures of a period are counted from.

    Attributes:
        basis: The period, and as known when.
        facts: The town's cases, at least those the period can concern.
        inside: What was copied out of the cases that had to be opened.
        names: The same facts by the parties' names.
        rules: The office's rules.
        scope: The place measured.
        follow_up: Days a concluded dispute is watched for.
        look_up: Says what the registers say of the period, for the whole town; they are read when first asked.
        told: What has been found out of it already; see `once`.
    """

    basis: Basis
    facts: tuple[CaseFacts, ...]
    inside: Mapping[str, Particulars]
    names: Names
    rules: RuleSet
    scope: Scope = WHOLE_TOWN
    follow_up: int = FOLLOW_UP
    look_up: LookUp = nothing_known
    told: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def at(self, scope: Scope) -> Self:
        """The same, for another place."""
        return replace(self, scope=scope)

    @property
    def period(self) -> Period:
        """The days that count."""
        return self.basis.period

    @property
    def day(self) -> date:
        """The day on which open disputes are looked at."""
        return self.basis.counted_to

    @property
    def known_on(self) -> date:
        """The day of the book's knowledge, on which what became of agreements is looked at."""
        return self.basis.known_on

    @cached_property
    def registers(self) -> Registers:
        """What the registers say of the place."""
        return self.look_up().at(self.scope.village, self.scope.grid)

    @cached_property
    def here(self) -> tuple[CaseFacts, ...]:
        """The place's disputes that had come in by the period's end; void ones never count."""
        last = self.period.last
        return tuple(
            facts
            for facts in self.facts
            if facts.registered_on <= last and not facts.void_on and self.scope.covers(facts)
        )

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The place's disputes that were in hand on some day of the period.

        Raises:
            UnbalancedStatement: A record contradicts itself; the error names the case.
        """
        period = self.period
        here = (facts for facts in self.facts if may_count(facts, period) and self.scope.covers(facts))
        found = (passage(facts, period) for facts in here)
        passages = tuple(filter(None, found))
        if strays := ids_of(passed for passed in passages if passed.ending is None):
            raise UnbalancedStatement(
                N_("收结不平：{n} 件有来无去或有去无来，请先核对这些案件。"), n=len(strays), cases=strays
            )
        return passages

    def ended(self, *endings: Ending) -> tuple[Passage, ...]:
        """The disputes that left the period in one of these ways."""
        return tuple(passed for passed in self.passages if passed.ending in endings)

    @cached_property
    def concluded(self) -> tuple[Passage, ...]:
        """The disputes whose mediation came to an end (调结 C), each by its last end in the period."""
        return self.ended(*CONCLUDED)

    def concluded_in(self, *outcomes: Outcome) -> tuple[Passage, ...]:
        """Those that came to such an end."""
        return tuple(passed for passed in self.concluded if passed.spell.outcome in outcomes)

    @cached_property
    def still_open(self) -> tuple[Passage, ...]:
        """The disputes not concluded when the period ended (未结 O)."""
        return self.ended(Ending.OPEN)

    @cached_property
    def received(self) -> CaseIds:
        """The disputes first registered in the period (新收 A), void ones left out."""
        return frozenset(facts.id for facts in self.here if facts.registered_on in self.period)

    @cached_property
    def touched(self) -> CaseIds:
        """The disputes to which anything can have happened in the period."""
        return frozenset(facts.id for facts in self.here if facts.last_on >= self.period.first)

    def round_of(self, passed: Passage) -> Round:
        """The round a dispute was in when the period ended; the case has been opened."""
        begun = [now for now in self.inside[passed.facts.id].rounds if now.opened_on <= self.period.last]
        return begun[-1]

    def accepted_on(self, passed: Passage) -> date | None:
        """When that round was accepted; a case that has been reopened since has been opened to tell."""
        return passed.facts.accepted_on if passed.last_round else self.round_of(passed).accepted_on


def once(find: Callable[[Caseload], _Found]) -> Callable[[Caseload], _Found]:
    """What is found out of a caseload only the first time it is asked for, because several measures ask for it."""

    @wraps(find)
    def found(load: Caseload) -> _Found:
        if found not in load.told:
            load.told[found] = find(load)
        return cast("_Found", load.told[found])

    return found


def ids_of(passages: Iterable[Passage]) -> CaseIds:
    """The ids of some disputes."""
    return frozenset(passed.facts.id for passed in passages)


def those(passages: Iterable[Passage], holds: Callable[[Passage], bool]) -> CaseIds:
    """The ids of the disputes of which something holds."""
    return ids_of(filter(holds, passages))


def reopened_since(passages: Iterable[Passage]) -> CaseIds:
    """The disputes whose facts tell of a later round than the period saw."""
    return those(passages, lambda passed: not passed.last_round)


@once
def of_several_rounds(load: Caseload) -> CaseIds:
    """The disputes taken up more than once, whose facts tell only of the present round."""
    return frozenset(facts.id for facts in load.here if facts.rounds > 1) & load.touched
