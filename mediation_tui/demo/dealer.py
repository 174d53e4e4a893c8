"""Chance that does not repeat itself: what lets hundreds of stories be told without reading alike."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dealer:
    """Deals from a shuffled pack for every list of options it is asked about.

    An option comes a second time only after all the others of its list have come.

    Args:
        random: The only source of chance; the same seed deals the same cards.
    """

    def __init__(self, random: Random) -> None:
        self.random = random
        self._packs: dict[tuple[object, ...], list[int]] = {}

    def deal(self, options: Sequence[T]) -> T:
        """The next of these options.

        Raises:
            IndexError: There is nothing to choose from.
        """
        pack = self._packs.setdefault(tuple(options), [])
        if not pack:
            pack.extend(self.random.sample(range(len(options)), len(options)))
        return options[pack.pop()]
