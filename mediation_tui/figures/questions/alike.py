"""Which texts are nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from math import ceil

_RUN = 3
"""Texts are compared by their runs of so many characters."""

_CROWD = 10
"""A run that so many different stories have is a turn of phrase and leads to none of them."""

Runs = frozenset[str]


def told_plainly(text: str, names: Iterable[str]) -> str:
    """A story without the names in it, digits, spaces and punctuation: what is left when it is copied for others."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return "".join(filter(str.isalpha, text))


def groups_alike(texts: Iterable[str], least: Fraction, crowd: int = _CROWD) -> list[list[str]]:
    """Texts in groups, each of whose members has at least that share of its runs in common with the group's first.

    Two sets of runs that share so much must share one of their rarest runs; so a text is compared only with groups
    that have one of its rarest runs, and the work grows with the texts, not with their pairs. Whatever order the
    texts come in, the groups are the same.

    Args:
        texts: Different texts.
        least: Of the runs of both together (Jaccard), above 0.
        crowd: Where this many groups have a run, further ones are no longer found by it.
    """
    listed = sorted(texts)
    common = Counter(run for text in listed for run in runs_of(text))
    groups = _Groups(least, crowd)
    for text in listed:
        own = runs_of(text)
        groups.place(text, own, _rarest(own, common, least))
    return groups.members


class _Groups:
    """Groups as they form, found by the rarest runs of their first members."""

    def __init__(self, least: Fraction, crowd: int) -> None:
        self.members: list[list[str]] = []
        self._firsts: list[Runs] = []
        self._having: dict[str, list[int]] = {}
        self._least = least
        self._crowd = crowd

    def place(self, text: str, runs: Runs, rarest: list[str]) -> None:
        """Put a text into the first group found that is alike enough, or else into one of its own."""
        candidates = dict.fromkeys(group for run in rarest for group in self._having.get(run, ()))
        for group in candidates:
            if _alike(self._firsts[group], runs, self._least):
                self.members[group].append(text)
                return
        for run in rarest:
            if len(known := self._having.setdefault(run, [])) < self._crowd:
                known.append(len(self.members))
        self.members.append([text])
        self._firsts.append(runs)


def runs_of(text: str) -> Runs:
    """The runs of characters in a text."""
    return frozenset(text[at : at + _RUN] for at in range(max(1, len(text) - _RUN + 1)))


def _rarest(runs: Runs, common: Counter[str], least: Fraction) -> list[str]:
    """So many of the rarest runs that texts alike enough have one of them in common."""
    return sorted(sorted(runs), key=common.__getitem__)[: len(runs) - ceil(least * len(runs)) + 1]


def _alike(one: Runs, other: Runs, least: Fraction) -> bool:
    """Whether they share so much of what both have together."""
    shared = len(one & other)
    return shared * least.denominator >= least.numerator * (len(one) + len(other) - shared)
