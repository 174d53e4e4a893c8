"""How a question is found: something is noticed in each file, and asked about all that was noticed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from mediation_tui.figures.figure import CaseIds, Ratio
from mediation_tui.figures.lines import Place
from mediation_tui.figures.questions.file import File
from mediation_tui.figures.questions.question import Question
from mediation_tui.figures.questions.scene import Scene
from mediation_tui.figures.questions.thresholds import enough

K = TypeVar("K")
N = TypeVar("N")

Noticed = Mapping[str, N]
"""What was noticed, by case id and in the order of the ids."""


@dataclass(frozen=True)
class Inquiry(Generic[N]):
    """One thing to look for. Only what was noticed is kept of a file, so that a county's year fits in memory.

    Attributes:
        notice: What a file shows that matters here; none if nothing.
        ask: The questions it all comes to; each kind at most once a place.
    """

    notice: Callable[[File, Scene], N | None]
    ask: Callable[[Noticed[N], Scene], Iterator[Question]]


def gathered(pairs: Iterable[tuple[K, str]]) -> dict[K, CaseIds]:
    """The cases under each key, keys in the order they first come."""
    found: dict[K, set[str]] = {}
    for key, case_id in pairs:
        found.setdefault(key, set()).add(case_id)
    return {key: frozenset(ids) for key, ids in found.items()}


def where_enough(
    part: Iterable[tuple[Place, str]], whole: Iterable[tuple[Place, str]], least: int, share: Fraction
) -> Iterator[tuple[Place, CaseIds, Ratio]]:
    """The places where a part of the cases is at least that many and at least that share of the whole."""
    all_there = gathered(whole)
    for place, cases in gathered(part).items():
        ratio = Ratio(len(cases), len(all_there[place]))
        if enough(ratio.numerator, ratio.denominator, least, share):
            yield place, cases, ratio
