"""What the words of a description mean: which disputes, which trait of them, and what is added up."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator, Mapping
from datetime import date

from mediation_tui.figures.figure import CASES, PERSONS, YUAN, CaseIds
from mediation_tui.figures.flow import CONCLUDED, RESOLVED, UNRESOLVED_EXITS, Ending, Entry, Passage
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.population import Population, Trait
from mediation_tui.figures.tables.words import Among, Amount, Field
from mediation_tui.i18n import N_
from mediation_tui.model.course import Prevention
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Averted, Outcome
from mediation_tui.rules.crosswalk import Crosswalk

TIMES = Phrase(N_("次"))
WAN = Phrase(N_("万元"))

_ENTRIES = {Among.CARRIED: Entry.CARRIED, Among.RECEIVED: Entry.RECEIVED, Among.REOPENED: Entry.REOPENED}
_ENDINGS: Mapping[Among, frozenset[Ending]] = {
    Among.CONCLUDED: CONCLUDED,
    Among.AGREED: RESOLVED,
    Among.UNRESOLVED: UNRESOLVED_EXITS,
    Among.NOT_AGREED: frozenset(Ending) - RESOLVED - {Ending.VOID},
    Among.IN_HAND: frozenset(Ending) - {Ending.VOID},
    Among.WITHDRAWN: frozenset({Ending.WITHDRAWN}),
    Among.VOID: frozenset({Ending.VOID}),
    Among.OPEN: frozenset({Ending.OPEN}),
}
UNITS: Mapping[Amount, Phrase] = {
    Amount.CASES: CASES,
    Amount.PARTIES: PERSONS,
    Amount.PEOPLE: PERSONS,
    Amount.AVERTED_PEOPLE: PERSONS,
    Amount.MONEY: YUAN,
    Amount.MONEY_WAN: WAN,
    Amount.ROUNDS: TIMES,
}


def _entry(passed: Passage) -> Hashable:
    return passed.entry


def _ending(passed: Passage) -> Hashable:
    return passed.ending


def members(population: Population, among: Among) -> CaseIds | None:
    """The disputes a word means; none where the book keeps no record of them, which is not 0."""
    period = population.basis.period
    if among in _ENTRIES:
        return population.having(_entry, (_ENTRIES[among],))
    if among in _ENDINGS:
        return population.having(_ending, _ENDINGS[among])
    match among:
        case Among.FOUND:
            return population.where(lambda p: p.facts.registered_on in period and not p.facts.void_on)
        case Among.ACCEPTED:
            return population.where(lambda p: first_accepted_on(p.facts) in period and not p.facts.void_on)
        case Among.AVERTED:
            return population.where(lambda p: any(averted(p, period)))
    return None


def first_accepted_on(facts: CaseFacts) -> date | None:
    """When a dispute was first accepted; taking it up again is no second acceptance."""
    dates = (*(past.accepted_on for past in facts.earlier_rounds), facts.accepted_on)
    return next(filter(None, dates), None)


def averted(passed: Passage, period: Period, kinds: Container[Averted] = frozenset(Averted)) -> Iterator[Prevention]:
    """What was averted in a dispute within a period; nothing in a void one."""
    noted = () if passed.facts.void_on else passed.facts.preventions
    return (note for note in noted if note.on in period and note.averted in kinds)


def affected(passed: Passage) -> int:
    """Persons a dispute affects: as entered, or else its parties."""
    return passed.facts.people or passed.facts.parties


class Traits:
    """The traits a description's conditions ask for, in one office.

    Args:
        town: Tells which kind of committee a case is of.
        crosswalk: Tells the governance type of a case nobody was asked about.
    """

    def __init__(self, town: Town, crosswalk: Crosswalk) -> None:
        kinds = {committee.id: committee.kind for committee in town.committees}
        self._of: Mapping[Field, Trait] = {
            Field.COMMITTEE: lambda p: kinds.get(p.facts.committee),
            Field.LEVEL: lambda p: p.facts.level_received,
            Field.RESOLVED_AT: lambda p: p.spell.level_resolved,
            Field.SOURCE: lambda p: p.facts.source,
            Field.DISCOVERY: lambda p: p.facts.discovery,
            Field.ENTRUSTER: lambda p: p.facts.entruster,
            Field.CATEGORY: lambda p: p.facts.category,
            Field.GOVERNANCE: lambda p: crosswalk.settled(p.facts),
            Field.FORM: lambda p: p.spell.form,
            Field.OUTCOME: lambda p: Outcome.VOID if p.facts.void_on else p.spell.outcome,
            Field.DIFFICULTY: lambda p: p.facts.difficulty,
            Field.MEDIATION_KIND: lambda p: p.facts.mediation_kind,
        }

    def __getitem__(self, field: Field) -> Trait:
        return self._of[field]

