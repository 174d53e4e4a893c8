"""Where each chain ends, and what is missing from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mediation_tui.model.canonical import canonical_hash
from mediation_tui.store.embedded.salvage.finds import Finds
from mediation_tui.store.embedded.salvage.report import Gap

_GAPS = """
SELECT origin, before + 1, number - 1 FROM (
    SELECT origin, number, lag(number, 1, 0) OVER (PARTITION BY origin ORDER BY number) AS before
    FROM found WHERE kind = 'events'
) WHERE number > before + 1 ORDER BY origin, number"""
_LASTS = "SELECT origin, max(number) FROM found WHERE kind = 'events' GROUP BY origin"


@dataclass(frozen=True)
class Chains:
    """The chains of a damaged book.

    Attributes:
        ends: For the new book, the end of each chain as it is stored. One that was written down further than any
            event found stays there, so that no number is ever given twice; a chain whose end was not written
            down as far as its events go is not gone on with, for the same reason.
        gaps: The events that are missing.
        open_ends: The chains that are not gone on with because their end is not known.
    """

    ends: tuple[dict[str, Any], ...]
    gaps: tuple[Gap, ...]
    open_ends: tuple[str, ...]


def chains_in(finds: Finds) -> Chains:
    """The chains whose events or ends were found."""
    lasts: dict[str, int] = dict(finds.connection.execute(_LASTS))
    kept = {chain.document["origin"]: chain for chain in finds.of("chains")}
    gaps = [Gap(*found) for found in finds.connection.execute(_GAPS)]
    ends, open_ends = [], []
    for origin in sorted(lasts.keys() | kept.keys()):
        end, last = kept.get(origin), lasts.get(origin, 0)
        if end and end.number >= last:
            ends.append(end.document)
            gaps += [Gap(origin, last + 1, end.number)] if end.number > last else []
        else:
            ends.append(_end(finds, origin, last))
            open_ends.append(origin)
    return Chains(tuple(ends), tuple(gaps), tuple(open_ends))


def _end(finds: Finds, origin: str, last: int) -> dict[str, Any]:
    """The end of a chain at its last event found."""
    event = next(finds.of("events", "AND origin = ? AND number = ?", origin, last))
    return {"origin": origin, "sequence": last, "hash": canonical_hash(event.document), "ours": 0}
