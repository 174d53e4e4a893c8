"""The register of screening rounds as a clerk reads it: slip by slip, the last word on each round standing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any


@dataclass
class Round:
    """One round that stands."""

    village: str
    kind: str
    first: date
    last: date
    zero: bool


def read_rounds(slips: Iterable[dict[str, Any]]) -> list[Round]:
    """The rounds of which somebody has not said that there was none.

    Args:
        slips: Every step of every round as it is exported, in the order they were written.
    """
    said: dict[str, dict[str, Any] | None] = {}
    for slip in slips:
        said[slip["screening_id"]] = slip["data"].get("round")
    return [
        Round(
            told["village"],
            told["kind"],
            date.fromisoformat(told["first"]),
            date.fromisoformat(told["last"]),
            told["zero"],
        )
        for told in said.values()
        if told
    ]


def rounds_in(
    rounds: Sequence[Round], first: date, last: date, village: str | None = None, kind: str | None = None
) -> str:
    """How many rounds end in a period, as it is printed; nobody knows where none had been reported by its end."""
    if not any(each.first <= last for each in rounds):
        return "—"
    counted = [
        each
        for each in rounds
        if first <= each.last <= last and village in (None, each.village) and kind in (None, each.kind)
    ]
    return str(len(counted))


def weeks_missing(rounds: Sequence[Round], villages: Iterable[str], first: date, last: date) -> int | None:
    """How many weeks of villages nobody reported, from the first week anybody did."""
    if not any(each.first <= last for each in rounds):
        return None
    begun, missing = min(each.first for each in rounds), 0
    for village in villages:
        own = [each for each in rounds if each.village == village and each.kind != "special"]
        sunday = first + timedelta(days=6 - first.weekday())
        while sunday <= last:
            monday = sunday - timedelta(days=6)
            told = any(
                monday <= each.last <= sunday or each.first <= monday <= sunday <= each.last for each in own
            )
            missing += monday >= begun and not told
            sunday += timedelta(days=7)
    return missing
