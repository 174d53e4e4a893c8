"""Who on the roster is meant by the names under 承办人员."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mediation_tui.model.people import Person
from mediation_tui.model.vocabulary import Role


@dataclass(frozen=True)
class Handlers:
    """The people who handled a case.

    Attributes:
        ids: Roster ids of those who are known.
        unknown: Names nobody on the roster bears, or several do.
    """

    ids: tuple[str, ...]
    unknown: tuple[str, ...]


def handlers_of(names: Iterable[str], people: Sequence[Person], village: str | None) -> Handlers:
    """Find people by name; of namesakes the one of the case's own village, mediators first.

    A legal adviser answers questions and handles no case.
    """
    ids: list[str] = []
    unknown: list[str] = []
    for name in names:
        namesakes = [p for p in people if p.name == name and p.role is not Role.LEGAL_ADVISER]
        found = _one_of(namesakes, village)
        if found is None:
            unknown.append(name)
        elif found.id not in ids:
            ids.append(found.id)
    return Handlers(tuple(ids), tuple(unknown))


def _one_of(namesakes: Sequence[Person], village: str | None) -> Person | None:
    """The only one, or the only one nearer than the others."""
    nearer = [p for p in namesakes if p.village == village]
    mediators = [p for p in nearer if p.role is Role.MEDIATOR]
    for chosen in (namesakes, nearer, mediators):
        if len(chosen) == 1:
            return chosen[0]
    return None
