"""What a stored document becomes in the next format, whatever engine holds it.

Like the engines' own steps this is written down once for each format and never changed afterwards.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any


def case_of_format_3(document: dict[str, Any], touched_at: str) -> dict[str, Any]:
    """A stored case that says what was averted and when it was last written in, and asks for its governance kind.

    Args:
        document: As format 2 has it.
        touched_at: The latest instant any of its events was written down; see `instant_of_format_3`.
    """
    added = {"governance": None, "touched_at": touched_at}
    facts = {**document["facts"], **added, "preventions": document["case"]["preventions"]}
    return {**document, "facts": facts, "case": {**document["case"], **added}}


def instant_of_format_3(instant: datetime) -> str:
    """An instant in the spelling of one length that sorts as the instants do."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


NEVER = "0001-01-01T00:00:00.000000Z"
"""Stands in a case without a single event; a check says so."""
