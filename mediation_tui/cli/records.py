"""What the reading commands print as JSON; `schemas/` describes each."""

from __future__ import annotations

from mediation_tui.model.base import Frozen
from mediation_tui.model.case import Case
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.places import Town


class ListedCase(CaseFacts):
    """A case in one line, with the names of its places.

    Attributes:
        village_name: As it is on the roster now; empty for a dispute the town took in from outside.
        grid_name: Empty without a grid.
        committee_name: Whose case it is.
    """

    village_name: str
    grid_name: str
    committee_name: str


class ShownCase(Frozen):
    """A case in full: its facts in one line, and everything its events fold to.

    Personal facts are masked unless they were asked for.
    """

    facts: ListedCase
    case: Case


class CheckFinding(Frozen):
    """One thing a check found, in the language it was run in.

    Attributes:
        sentence: What is wrong.
        case_id: The case concerned, if one is.
        number: Its number, where the book still knows it; empty otherwise.
        advice: What to do about it.
    """

    sentence: str
    case_id: str | None
    number: str
    advice: str


def listed(facts: CaseFacts, town: Town) -> ListedCase:
    """A case with the names of its places, as the roster has them now."""
    committees = {committee.id: str(committee.name) for committee in town.committees}
    return ListedCase.model_construct(
        **dict(facts),
        village_name=town.village_name(facts.village),
        grid_name=town.grid_name(facts.village, facts.grid),
        committee_name=committees.get(facts.committee, facts.committee),
    )
