"""Which disputes of one category share a party's name, as far as lists show names; it proves nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.party import listed


class Names:
    """The disputes of a town by the names of their parties.

    Args:
        facts: The town's cases; void ones are never found.
    """

    def __init__(self, facts: Iterable[CaseFacts]) -> None:
        self._facts = tuple(facts)

    def sharing(self, here: CaseFacts, since: date) -> Iterable[CaseFacts]:
        """The disputes of the same category in which somebody may have the name of one of its parties.

        Args:
            here: The dispute.
            since: Those registered before that day are left out, and those registered later than it is.
        """
        named = (self._found.get((here.category, key), ()) for key in _looked_for(here))
        until = here.registered_on
        return {
            facts.id: facts for several in named for facts in several if since <= facts.registered_on <= until
        }.values()

    @cached_property
    def _found(self) -> Mapping[tuple[str, str], list[CaseFacts]]:
        found: dict[tuple[str, str], list[CaseFacts]] = defaultdict(list)
        for facts in self._facts:
            if not facts.void_on:
                for key in _found_under(facts):
                    found[facts.category, key].append(facts)
        return found


def _names(facts: CaseFacts) -> set[str]:
    """The parties as lists show them: minors by their surname alone."""
    return {name for side in facts.versus.split(" ↔ ") for name in side.split("、")}


def _found_under(facts: CaseFacts) -> set[str]:
    """By what a dispute is found: its names, and their surnames for who is looked for as a minor."""
    return {key for name in _names(facts) for key in (name, _surname(name))}


def _looked_for(facts: CaseFacts) -> set[str]:
    """What to look for: who is named in full may have been listed as a minor, and the other way round."""
    return {key for name in _names(facts) for key in (name, _minor(name))} | {
        _surname(name) for name in _names(facts) if name == _minor(name)
    }


def _minor(name: str) -> str:
    return listed(name, minor=True)


def _surname(name: str) -> str:
    return f"{name[:1]}*"
