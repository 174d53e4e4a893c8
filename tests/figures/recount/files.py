"""Reading a case's file: its events in the order they were written, into rounds and a few notes beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from typing import Any

Document = Mapping[str, Any]

BEIJING = timezone(timedelta(hours=8))


@dataclass
class Round:
    """One round of a dispute, as the clerk writes it down."""

    opened: date
    accepted: date | None = None
    extended: date | None = None
    concluded: date | None = None
    ending: str = "open"
    outcome: str | None = None
    form: str | None = None
    exit: str | None = None
    debts: list[dict[str, Any]] = field(default_factory=list)
    bad_news: bool = False


@dataclass
class Averted:
    """Something worse that did not happen, and how many persons it would have struck."""

    on: date
    kind: str
    people: int


@dataclass
class Dispute:
    """One case on the clerk's table."""

    id: str
    details: dict[str, Any]
    rounds: list[Round]
    void: date | None = None
    lag: int = 0
    parties: int = 0
    difficulty: str | None = None
    averted: list[Averted] = field(default_factory=list)


def read(events: Iterable[Document]) -> Dispute:
    """One case from its events, in the order they were written."""
    listed = list(events)
    undone = {event["data"]["event"] for event in listed if event["data"]["kind"] == "undone"}
    standing = [event for event in listed if event["id"] not in undone and event["data"]["kind"] != "undone"]
    first = standing[0]
    dispute = Dispute(first["case_id"], dict(first["data"]), [Round(day_of(first))])
    dispute.parties = len(first["data"]["parties"])
    for event in standing:
        written = datetime.fromisoformat(event["recorded_at"]).astimezone(BEIJING).date()
        dispute.lag = max(dispute.lag, (written - day_of(event)).days)
        note(dispute, event["data"], day_of(event))
    return dispute


def day_of(event: Document) -> date:
    return date.fromisoformat(event["happened_on"])


def note(dispute: Dispute, data: Document, on: date) -> None:
    """What one event changes."""
    now = dispute.rounds[-1]
    match data["kind"]:
        case "details_corrected":
            dispute.details[data["field"]] = data["after"]
        case "party_added":
            dispute.parties += 1
        case "graded":
            dispute.difficulty = data["difficulty"]
        case "prevention_noted":
            dispute.averted.append(Averted(on, data["averted"], data["people"]))
        case "accepted":
            now.accepted = on
        case "extension_agreed":
            now.extended = date.fromisoformat(data["until"])
        case "agreement_reached":
            now.concluded, now.ending = on, f"by_{data['level_resolved']}"
            now.outcome, now.form = "agreed", data["form"]
            now.debts = [dict(promise) | {"defaulted": False} for promise in data["promises"]]
        case "obligation_performed":
            now.debts[data["obligation"] - 1]["done_on"] = on.isoformat()
        case "obligation_defaulted":
            now.debts[data["obligation"] - 1]["defaulted"] = True
        case "mediation_failed" | "transferred" | "not_accepted":
            now.concluded, now.ending, now.exit = on, "by_exit", data["exit"]
            now.outcome = data["kind"].removeprefix("mediation_")
        case "withdrawn":
            now.concluded, now.ending, now.outcome = on, "withdrawn", "withdrawn"
        case "visit_made":
            now.bad_news = now.bad_news or data["relapsed"] or data["sued"] or bool(data["later_exit"])
            now.exit = data["later_exit"] or now.exit
        case "reopened":
            dispute.rounds.append(Round(on, accepted=on))
        case "voided" | "merged_into":
            dispute.void = on
