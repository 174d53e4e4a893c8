"""How one dispute passes through a period: how it came into it and how it left.

Each dispute enters at most once and leaves at most once, so that for every period, and for any group of
disputes, carried over + received + reopened = concluded + void + still open.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from mediation_tui.i18n import N_
from mediation_tui.model.base import Word
from mediation_tui.model.facts import Countable
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import AgreementForm, Exit, Level, Outcome


class Entry(Word):
    """How a dispute came into a period."""

    CARRIED = "carried", N_("上期结转")
    RECEIVED = "received", N_("本期新收")
    REOPENED = "reopened", N_("重新调解")


class Ending(Word):
    """How a dispute left a period."""

    BY_GRID = "by_grid", N_("网格化解")
    BY_VILLAGE = "by_village", N_("村级化解")
    BY_TOWN = "by_town", N_("镇级化解")
    BY_COUNTY = "by_county", N_("县级及以上化解")
    TO_COURT = "to_court", N_("诉讼、仲裁")
    TO_PETITION = "to_petition", N_("信访")
    TO_OTHERS = "to_others", N_("公安、行政、其他")
    NOWHERE = "nowhere", N_("尚无去向")
    WITHDRAWN = "withdrawn", N_("撤回、自行和解")
    VOID = "void", N_("作废")
    OPEN = "open", N_("期末未结")


RESOLVED = frozenset({Ending.BY_GRID, Ending.BY_VILLAGE, Ending.BY_TOWN, Ending.BY_COUNTY})
"""Ended in an agreement (化解)."""

UNRESOLVED_EXITS = frozenset({Ending.TO_COURT, Ending.TO_PETITION, Ending.TO_OTHERS, Ending.NOWHERE})
"""Ended without agreement: failed, transferred or not accepted, by where it went."""

CONCLUDED = RESOLVED | UNRESOLVED_EXITS | {Ending.WITHDRAWN}
"""Mediation came to an end in whatever way (调结)."""

_BY_LEVEL = {
    Level.GRID: Ending.BY_GRID,
    Level.VILLAGE: Ending.BY_VILLAGE,
    Level.TOWN: Ending.BY_TOWN,
    Level.COUNTY: Ending.BY_COUNTY,
}
_BY_EXIT = {
    Exit.COURT: Ending.TO_COURT,
    Exit.ARBITRATION: Ending.TO_COURT,
    Exit.PETITION: Ending.TO_PETITION,
    Exit.POLICE: Ending.TO_OTHERS,
    Exit.ADMINISTRATION: Ending.TO_OTHERS,
    Exit.OTHER_COMMITTEE: Ending.TO_OTHERS,
    Exit.NOWHERE: Ending.NOWHERE,
    None: Ending.NOWHERE,
}
_BY_OUTCOME = {Outcome.WITHDRAWN: Ending.WITHDRAWN, Outcome.VOID: Ending.VOID}
_NO_AGREEMENT = frozenset({Outcome.FAILED, Outcome.TRANSFERRED, Outcome.NOT_ACCEPTED})

_CARRIED, _RECEIVED, _REOPENED = Entry.CARRIED, Entry.RECEIVED, Entry.REOPENED
_OPEN, _VOID, _AGREED = Ending.OPEN, Ending.VOID, Outcome.AGREED
"""Words asked for once in every dispute; Python looks for a word of a vocabulary anew each time it is named."""


class Spell(NamedTuple):
    """One round of a dispute as figures see it."""

    opened_on: date
    concluded_on: date | None
    outcome: Outcome | None
    exit: Exit | None
    level_resolved: Level | None
    form: AgreementForm | None
    term_due: date | None


class Passage(NamedTuple):
    """One dispute's way through a period.

    Attributes:
        ending: None only where the record contradicts itself, such as an agreement without its level.
        spell: The round it was in when the period ended.
        last_round: Whether that is still its present round.
        reopened: Whether it was reopened within the period, however it came into it.
    """

    facts: Countable
    entry: Entry
    ending: Ending | None
    spell: Spell
    last_round: bool
    reopened: bool

    @property
    def resolved(self) -> bool:
        """It ended in an agreement."""
        return self.ending in RESOLVED

    def past_term(self, day: date) -> bool:
        """Whether it was held longer than its mediation term, by a day or by its conclusion if that was earlier."""
        due = self.spell.term_due
        if due is None or self.ending is _VOID:
            return False
        until = day if self.ending is _OPEN else self.spell.concluded_on
        return until is not None and until > due

    def kept(self, day: date) -> bool:
        """Whether its agreement holds: performed or not yet due, with no relapse or later suit known by a day."""
        facts = self.facts
        if not self.resolved or not self.last_round or facts.defaulted:
            return False
        overdue = facts.performance_due is not None and facts.performance_due < day
        escaped = facts.escaped_on is not None and facts.escaped_on <= day
        return not overdue and not escaped


def passage(facts: Countable, period: Period) -> Passage | None:
    """How a dispute passes through a period; none if it was not in hand at any time of it."""
    if facts.registered_on > period.last:
        return None
    begun = [spell for spell in spells(facts) if spell.opened_on <= period.last]
    spell = begun[-1]
    entry = _entry(facts, begun, period)
    if entry is None:
        return None
    reopened = len(begun) > 1 and any(again.opened_on in period for again in begun[1:])
    return Passage(facts, entry, _ending(spell, period), spell, len(begun) == facts.rounds, reopened)


def spells(facts: Countable) -> list[Spell]:
    """The rounds of a dispute, oldest first; a voided one was merely open until it was voided."""
    if facts.void_on:
        return [Spell(facts.registered_on, facts.void_on, Outcome.VOID, None, None, None, None)]
    present = Spell(
        facts.reopened_on or facts.registered_on,
        facts.concluded_on,
        facts.outcome,
        facts.exit,
        facts.level_resolved,
        facts.agreement_form,
        facts.term_due,
    )
    if not facts.earlier_rounds:
        return [present]
    return [
        *(
            Spell(r.opened_on, r.concluded_on, r.outcome, r.exit, r.level_resolved, r.form, r.term_due)
            for r in facts.earlier_rounds
        ),
        present,
    ]


def _entry(facts: Countable, begun: list[Spell], period: Period) -> Entry | None:
    first = period.first
    for spell in begun:
        if spell.opened_on < first and (spell.concluded_on is None or first <= spell.concluded_on):
            return _CARRIED
    if facts.registered_on >= first:
        return _RECEIVED
    return _REOPENED if begun[-1].opened_on >= first else None


def _ending(spell: Spell, period: Period) -> Ending | None:
    if spell.concluded_on is None or spell.concluded_on > period.last:
        return _OPEN
    if spell.outcome is _AGREED:
        return _BY_LEVEL[spell.level_resolved] if spell.level_resolved else None
    if spell.outcome in _NO_AGREEMENT:
        return _BY_EXIT[spell.exit]
    return _BY_OUTCOME[spell.outcome] if spell.outcome else None
