"""When two case numbers are one: committees that write their numbers alike share one series."""

from __future__ import annotations

from collections.abc import Iterable

from mediation_tui.model.numbers import normalise
from mediation_tui.model.places import Town
from mediation_tui.store.book import Book
from mediation_tui.store.filters import EVERYTHING

Key = tuple[str, str]
"""The series, named by its template, and the number in its one spelling."""


class Series:
    """The number series of a town's committees.

    Args:
        town: The town.
    """

    def __init__(self, town: Town) -> None:
        self._of = {committee.id: committee.number_template for committee in town.committees}

    def key(self, committee: str, number: str) -> Key:
        """What two spellings of one case's number have in common, wherever in the series it is kept."""
        return self._of.get(committee, committee), normalise(number)

    def known(self, book: Book, wanted: Iterable[Key]) -> dict[Key, str]:
        """The ids of the cases a book has under some of these keys."""
        keys = set(wanted)
        spellings = {number for _owner, number in keys}
        found: dict[Key, str] = {}
        for facts in book.facts(EVERYTHING):
            if (
                normalise(facts.number) in spellings
                and (key := self.key(facts.committee, facts.number)) in keys
            ):
                found[key] = facts.id
        return found
