"""What a stored document becomes in the next format, whatever engine holds it.

Like the engines' own steps this is written down once for each format and never changed afterwards.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any


def case_of_format_3(document: dict[str, Any], touched_at: str) -> dict[str, Any]:
    """A stored case that says more of itself, and asks for its governance kind.

    Its facts say what was averted, when it was last written in, and of its earlier rounds when they were accepted and
    in which form they were agreed.

    Args:
        document: As format 2 has it.
        touched_at: The latest instant any of its events was written down; see `instant_of_format_3`.
    """
    added = {"governance": None, "touched_at": touched_at}
    rounds = [
        {**past, "accepted_on": then["accepted_on"], "form": (then["agreement"] or {}).get("form")}
        for past, then in zip(document["facts"]["earlier_rounds"], document["case"]["rounds"], strict=False)
    ]
    listed = {"preventions": document["case"]["preventions"], "earlier_rounds": rounds}
    facts = {**document["facts"], **added, **listed}
    return {**document, "facts": facts, "case": {**document["case"], **added}}


def lists_of_format_3(document: dict[str, Any]) -> dict[str, str]:
    """The columns of a stored case that hold lists and differ from those of format 2."""
    return {
        name: json.dumps(document["facts"][name], ensure_ascii=False, sort_keys=True)
        for name in ("preventions", "earlier_rounds")
    }


def instant_of_format_3(instant: datetime) -> str:
    """An instant in the spelling of one length that sorts as the instants do."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


NEVER = "0001-01-01T00:00:00.000000Z"
"""Stands in a case without a single event; a check says so."""
