"""What measures have to open a case for, copied out of it so that the case itself can be let go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mediation_tui.figures.measures.identity import Sides, sides_of
from mediation_tui.figures.measures.opened import Known
from mediation_tui.model.case import Case
from mediation_tui.model.course import Prevention, Round, Visit
from mediation_tui.model.party import Party
from mediation_tui.model.vocabulary import Exit, Outcome, Purpose, Risk
from mediation_tui.rules.clocks import by_rule
from mediation_tui.rules.filing import missing_papers
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.workdays import WorkingDays

ESCAPES = frozenset({Exit.COURT, Exit.ARBITRATION, Exit.PETITION, Exit.POLICE})
"""Where a dispute that mediation did not hold goes on (domain handbook §10, 外溢率)."""


class RiskStep(NamedTuple):
    """One change of the risk level."""

    on: date
    before: Risk
    to: Risk


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the facts of a case do not say.

    Attributes:
        rounds: Oldest first.
        visits: Return visits of all rounds.
        visits_due: For each round the last days for its return visits, in order; none unless it was agreed.
        own_hands: Ids and names of those who mediate it.
        risk_at_first: The risk it was registered with.
        risk_steps: Every change of it, in order.
        preventions: What was averted.
        complete: Every paper its outcome needs is in the file (§6.1).
        parties: Who is in dispute.
    """

    rounds: tuple[Round, ...]
    visits: tuple[Visit, ...]
    visits_due: tuple[tuple[date, ...], ...]
    own_hands: frozenset[str]
    risk_at_first: Risk
    risk_steps: tuple[RiskStep, ...]
    preventions: tuple[Prevention, ...]
    complete: bool
    parties: tuple[Party | Known, ...]

    @property
    def sides(self) -> Sides:
        """Who stands against whom."""
        return sides_of(self.parties)

    @property
    def escapes(self) -> tuple[date, ...]:
        """The days on which it became known that the dispute was with a court, arbitration, petition office or police."""
        ended = tuple(now.concluded_on for now in self.rounds if now.concluded_on and now.exit in ESCAPES)
        found = tuple(visit.on for visit in self.visits if visit.sued or visit.later_exit in ESCAPES)
        return ended + found

    def risk_on(self, day: date) -> Risk:
        """The risk level at the end of a day."""
        steps = [step.to for step in self.risk_steps if step.on <= day]
        return steps[-1] if steps else self.risk_at_first


def particulars_of(
    case: Case, rules: RuleSet, calendar: WorkingDays, names: Mapping[str, str]
) -> Particulars:
    """Copy out of a case what measures need.

    Args:
        case: The case as it is known.
        rules: Say when return visits are due.
        calendar: The working days the rules go by.
        names: The names of the people on the roster, by their ids.
    """
    first, steps = _risks(case)
    return Particulars(
        rounds=case.rounds,
        visits=case.visits,
        visits_due=tuple(
            _visits_due(case, place, rules, calendar) for place in range(1, len(case.rounds) + 1)
        ),
        own_hands=frozenset(case.mediators) | {names[each] for each in case.mediators if each in names},
        risk_at_first=first,
        risk_steps=steps,
        preventions=case.preventions,
        complete=not missing_papers(case),
        parties=case.parties,
    )


def _risks(case: Case) -> tuple[Risk, tuple[RiskStep, ...]]:
    """The first level and each change; only the note of the registration has no reason."""
    notes = case.risks
    first, changes = (notes[0].risk, notes[1:]) if notes and not notes[0].reason else (Risk.ORDINARY, notes)
    levels = (first, *(note.risk for note in changes))
    return first, tuple(
        RiskStep(note.on, before, note.risk) for before, note in zip(levels, changes, strict=False)
    )


def _visits_due(case: Case, place: int, rules: RuleSet, calendar: WorkingDays) -> tuple[date, ...]:
    """The last days for the return visits of the round at that place, from 1."""
    rounds = case.rounds[:place]
    if rounds[-1].outcome is not Outcome.AGREED:
        return ()
    then = case if place == len(case.rounds) else case.model_copy(update={"rounds": rounds})
    return tuple(sorted(clock.due for clock in by_rule(then, rules, calendar, Purpose.VISIT)))
