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


def case_of_format_4(document: dict[str, Any], notes: dict[int, str]) -> dict[str, Any]:
    """A stored case that names the round that found it, and says of its decisions why they were not done.

    Its facts say since when a partner's answer is awaited.

    Args:
        document: As format 3 has it.
        notes: For each decision of which it was said what came of it, by its place from 1, the note beside that.
    """
    decisions = [
        {**decision, "meeting": None, "note": notes.get(place, "")}
        for place, decision in enumerate(document["case"]["decisions"], start=1)
    ]
    return {
        **document,
        "facts": {**document["facts"], **_facts_added(document)},
        "case": {**document["case"], "screening": None, "decisions": decisions},
    }


def _facts_added(document: dict[str, Any]) -> dict[str, str | None]:
    """The facts that are added; in format 3 no term stood still."""
    return {
        "screening": None,
        "awaiting_since": _awaiting(document),
        "paused_on": None,
        "session_on": _session(document),
        "decision_due": _decision_due(document),
    }


def _awaiting(document: dict[str, Any]) -> str | None:
    """When the earliest handover went out that is not answered yet."""
    went = [each for each in document["case"]["handovers"] if each["direction"] == "out"]
    return min((each["on"] for each in went if each["feedback_on"] is None), default=None)


def _session(document: dict[str, Any]) -> str | None:
    """The day arranged for a session at the last one of the present round, while the dispute is open."""
    sessions, opened = document["case"]["sessions"], document["case"]["rounds"][-1]["opened_on"]
    if not sessions or document["facts"]["state"] not in {"registered", "accepted", "mediating"}:
        return None
    arranged: str | None = sessions[-1]["next_on"]
    return arranged if sessions[-1]["on"] >= opened else None


def _decision_due(document: dict[str, Any]) -> str | None:
    """When the earliest decision nobody has answered for is due."""
    if document["facts"]["state"] in {"voided", "archived"}:
        return None
    decisions = document["case"]["decisions"]
    return min((each["due"] for each in decisions if each["done_on"] is None), default=None)


def answered_in_format_3(document: dict[str, Any]) -> bool:
    """Whether it was said of any decision of a stored case what came of it."""
    return any(decision["done_on"] for decision in document["case"]["decisions"])


def notes_of_format_4(events: list[dict[str, Any]]) -> dict[int, str]:
    """What was noted beside the outcome of each decision, by its place, from the events of a case in their order."""
    undone = {event["data"]["event"] for event in events if event["data"]["kind"] == "undone"}
    return {
        event["data"]["decision"]: event["data"]["note"]
        for event in events
        if event["data"]["kind"] == "decision_done" and event["id"] not in undone
    }
