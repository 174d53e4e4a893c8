"""What the words of a description mean: which disputes, which trait of them, and in which unit."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator, Mapping
from datetime import date

from mediation_tui.figures.figure import CASES, PERSONS, TIMES, YUAN, CaseIds
from mediation_tui.figures.flow import CONCLUDED, RESOLVED, UNRESOLVED_EXITS, Ending, Entry
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.population import Dispute, Population, Trait, ending, entry, fact
from mediation_tui.figures.tables.words import Among, Amount, Field
from mediation_tui.i18n import N_
from mediation_tui.model.course import Prevention
from mediation_tui.model.facts import Countable
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.model.vocabulary import Averted
from mediation_tui.rules.crosswalk import Crosswalk

WAN = Phrase(N_("万元"))

UNITS: Mapping[Amount, Phrase] = {
    Amount.CASES: CASES,
    Amount.PARTIES: PERSONS,
    Amount.PEOPLE: PERSONS,
    Amount.AVERTED_PEOPLE: PERSONS,
    Amount.MONEY: YUAN,
    Amount.MONEY_WAN: WAN,
    Amount.ROUNDS: TIMES,
    Amount.UNREPORTED: TIMES,
    Amount.QUESTIONS: CASES,
}
_ENTRIES = {Among.CARRIED: Entry.CARRIED, Among.RECEIVED: Entry.RECEIVED, Among.REOPENED: Entry.REOPENED}
_ENDINGS: Mapping[Among, frozenset[Ending]] = {
    Among.CONCLUDED: CONCLUDED,
    Among.AGREED: RESOLVED,
    Among.UNRESOLVED: UNRESOLVED_EXITS,
    Among.NOT_AGREED: frozenset(Ending) - RESOLVED,
    Among.IN_HAND: frozenset(Ending),
    Among.WITHDRAWN: frozenset({Ending.WITHDRAWN}),
    Among.VOID: frozenset({Ending.VOID}),
    Among.OPEN: frozenset({Ending.OPEN}),
}
_NEVER_VOID = frozenset({Among.IN_HAND, Among.NOT_AGREED})
"""Sets in which an entry made in error is no dispute, not even while nobody had found it out; a balance needs it."""


def members(population: Population, among: Among) -> CaseIds | None:
    """The disputes a word means; none where the book keeps no record of them, which is not 0."""
    period = population.basis.period
    if among in _ENTRIES:
        return population.having(entry, (_ENTRIES[among],))
    if among in _ENDINGS:
        found = population.having(ending, _ENDINGS[among])
        return found - population.having(_void, (True,)) if among in _NEVER_VOID else found
    match among:
        case Among.FOUND:
            return population.where(lambda facts: facts.registered_on in period and not facts.void_on)
        case Among.ACCEPTED:
            return population.where(lambda facts: first_accepted_on(facts) in period and not facts.void_on)
        case Among.AVERTED:
            return population.where(lambda facts: any(averted(facts, period)))
    return None


def first_accepted_on(facts: Countable) -> date | None:
    """When a dispute was first accepted; taking it up again is no second acceptance."""
    if not facts.earlier_rounds:
        return facts.accepted_on
    dates = (*(past.accepted_on for past in facts.earlier_rounds), facts.accepted_on)
    return next(filter(None, dates), None)


def averted(
    facts: Countable, period: Period, kinds: Container[Averted] = frozenset(Averted)
) -> Iterator[Prevention]:
    """What was averted in a dispute within a period, whether or not it was in hand then; nothing in a void one."""
    noted = () if facts.void_on else facts.preventions
    return (note for note in noted if note.on in period and note.averted in kinds)


def parties(dispute: Dispute) -> int:
    """How many parties a dispute has."""
    return dispute.facts.parties


def affected(dispute: Dispute) -> int:
    """Persons a dispute affects: as entered, or else its parties."""
    return dispute.facts.people or dispute.facts.parties


class Traits:
    """The traits a description's conditions ask for, in one office.

    Args:
        town: Tells which kind of committee a case is of.
        crosswalk: Tells the governance type of a case nobody was asked about.
    """

    def __init__(self, town: Town, crosswalk: Crosswalk) -> None:
        kinds = {committee.id: committee.kind for committee in town.committees}
        self._of: Mapping[Field, Trait] = {
            Field.COMMITTEE: lambda dispute: kinds.get(dispute.facts.committee),
            Field.LEVEL: fact("level_received"),
            Field.RESOLVED_AT: lambda dispute: dispute.passage and dispute.passage.spell.level_resolved,
            Field.SOURCE: fact("source"),
            Field.DISCOVERY: fact("discovery"),
            Field.ENTRUSTER: fact("entruster"),
            Field.CATEGORY: fact("category"),
            Field.GOVERNANCE: lambda dispute: crosswalk.settled(dispute.facts),
            Field.FORM: lambda dispute: dispute.passage and dispute.passage.spell.form,
            Field.OUTCOME: lambda dispute: dispute.passage and dispute.passage.spell.outcome,
            Field.DIFFICULTY: fact("difficulty"),
            Field.MEDIATION_KIND: fact("mediation_kind"),
        }

    def __getitem__(self, field: Field) -> Trait:
        return self._of[field]


def _void(dispute: Dispute) -> Hashable:
    return dispute.facts.void_on is not None
