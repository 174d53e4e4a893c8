"""Which texts are nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from math import ceil

_RUN = 3
"""Texts are compared by their runs of so many characters."""

Runs = frozenset[str]


def told_plainly(text: str, names: Iterable[str]) -> str:
    """A story without the names in it, digits, spaces and punctuation: what is left when it is copied for others."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return "".join(filter(str.isalpha, text))


def groups_alike(texts: Iterable[str], least: Fraction) -> list[list[str]]:
    """Texts in groups, each of whose members has at least that share of its runs in common with the group's first.

    Two sets of runs that share so much must share one of their rarest runs; so a text is compared only with groups
    that have one of its rarest runs, and the work grows with the texts, not with their pairs. Whatever order the
    texts come in, the groups are the same.

    Args:
        texts: Different texts.
        least: Of the runs of both together (Jaccard), above 0.
    """
    runs = {text: runs_of(text) for text in sorted(texts)}
    common = Counter(run for some in runs.values() for run in some)
    groups: dict[str, list[str]] = {}
    having: dict[str, list[str]] = {}
    for text, own in runs.items():
        rarest = _rarest(own, common, least)
        candidates = dict.fromkeys(leader for run in rarest for leader in having.get(run, ()))
        found = next((leader for leader in candidates if _alike(runs[leader], own, least)), None)
        if found is None:
            groups[text] = []
            for run in rarest:
                having.setdefault(run, []).append(text)
        groups[found or text].append(text)
    return list(groups.values())


def runs_of(text: str) -> Runs:
    """The runs of characters in a text."""
    return frozenset(text[at : at + _RUN] for at in range(max(1, len(text) - _RUN + 1)))


def _rarest(runs: Runs, common: Counter[str], least: Fraction) -> list[str]:
    """So many of the rarest runs that texts alike enough have one of them in common."""
    return sorted(runs, key=lambda run: (common[run], run))[: len(runs) - ceil(least * len(runs)) + 1]


def _alike(one: Runs, other: Runs, least: Fraction) -> bool:
    shared = len(one & other)
    return shared >= least * (len(one) + len(other) - shared)
