"""Measures counted a second time, naively, from the events as they are exported and nothing else.

Where the statement's recount has read a case into rounds, this goes through the rounds; everything else is looked
up in the events again and again, as slowly as a clerk would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.figures.recount.files import Dispute, Document, Round, day_of, read
from tests.figures.recount.statement import CONCLUDED, RESOLVED, columns, rested, term

ENDED = {*CONCLUDED, "withdrawn"}
Pairs = tuple[int, int]


@dataclass
class Paper:
    """One case on the clerk's table: its events that stand, and what the statement's recount reads in them."""

    events: list[Document]
    dispute: Dispute

    @property
    def id(self) -> str:
        return self.dispute.id


def papers(exported: Iterable[list[dict[str, Any]]]) -> list[Paper]:
    return [Paper(list(standing(events)), read(events)) for events in exported]


def standing(events: list[dict[str, Any]]) -> Iterator[Document]:
    """Events that were not taken back."""
    gone = {event["data"]["event"] for event in events if event["data"]["kind"] == "undone"}
    return (event for event in events if event["id"] not in gone and event["data"]["kind"] != "undone")


@dataclass
class Clerk:
    """Somebody who counts a period with a pencil."""

    table: list[Paper]
    first: date
    last: date
    today: date

    def inside(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    def cells(self, paper: Paper) -> set[str]:
        return columns(paper.dispute, self.first, self.last, self.today)

    def in_column(self, *names: str) -> list[Paper]:
        return [paper for paper in self.table if self.cells(paper) & set(names)]

    def concluded(self) -> list[Paper]:
        return self.in_column(*ENDED)

    def balance(self) -> dict[str, set[str]]:
        def ids(*names: str) -> set[str]:
            return {paper.id for paper in self.in_column(*names)}

        return {
            "opening": ids("carried"),
            "received": ids("received"),
            "reopened": ids("reopened"),
            "concluded": ids(*ENDED),
            "void": ids("void"),
            "closing": ids("open"),
        }

    def clearance(self) -> Pairs:
        came = [p for p in self.table if not p.dispute.void and self.inside(p.dispute.rounds[0].opened)]
        return len(self.concluded()), len(came)

    def then(self, paper: Paper) -> Round:
        """The round as it was when the period ended."""
        return [each for each in paper.dispute.rounds if each.opened <= self.last][-1]

    def place(self, paper: Paper) -> int:
        return len([each for each in paper.dispute.rounds if each.opened <= self.last])

    def days(self) -> list[int]:
        """From acceptance to conclusion, shortest first."""
        rounds = [self.then(paper) for paper in self.concluded()]
        return sorted((r.concluded - r.accepted).days for r in rounds if r.concluded and r.accepted)

    def performed_days(self) -> list[int]:
        """From acceptance to the last instalment, where that was paid in the period."""
        found = []
        for paper in self.table:
            taken = [days for r in paper.dispute.rounds if (days := self.performed(r)) is not None]
            found += taken[-1:]
        return sorted(found)

    def performed(self, now: Round) -> int | None:
        done = [debt["done_on"] for debt in now.debts]
        if not done or not all(done) or not now.accepted:
            return None
        last = date.fromisoformat(max(done))
        return (last - now.accepted).days if self.inside(last) else None

    def on_time(self) -> Pairs:
        good = every = 0
        for paper in self.concluded():
            kind = self.concluding(paper)
            limit = term(paper.dispute, self.place(paper))
            if kind in ("agreement_reached", "mediation_failed") and limit:
                every += 1
                concluded = self.then(paper).concluded
                good += concluded is not None and concluded <= limit
        return good, every

    def concluding(self, paper: Paper) -> str:
        """What act ended the round."""
        kinds = [e["data"]["kind"] for e in paper.events if e["data"]["kind"] in ENDS]
        return kinds[self.place(paper) - 1]

    def backlog(self) -> Pairs:
        return len(self.in_column("past_term")), len(self.in_column("open"))

    def ages(self) -> list[int]:
        """Of the open disputes, in bands; the last are those not accepted by then."""
        bands, until = [0] * 6, min(self.last, self.today)
        for paper in self.in_column("open"):
            accepted = self.then(paper).accepted
            if accepted is None or accepted > until:
                bands[5] += 1
            else:
                age = (until - accepted).days
                bands[sum(age > limit for limit in (7, 15, 30, 60))] += 1
        return bands

    def performance(self) -> tuple[Pairs, Pairs]:
        """Agreements, and instalments."""
        good = every = paid = instalments = 0
        for paper in self.in_column(*RESOLVED):
            due = [d for d in self.then(paper).debts if date.fromisoformat(d["due"]) < self.today]
            met = [debt for debt in due if debt["done_on"]]
            every, good = every + bool(due), good + (bool(due) and met == due)
            instalments, paid = instalments + len(due), paid + len(met)
        return (good, every), (paid, instalments)

    def escape(self, window: int) -> tuple[Pairs, int, int]:
        """Escaped of those watched long enough; those not; and those nobody asked about."""
        gone = watched = waiting = silent = 0
        for paper in self.concluded():
            concluded = self.then(paper).concluded
            assert concluded
            end = concluded + timedelta(days=window)
            if end >= self.today:
                waiting += 1
                continue
            away = any(concluded <= day <= end for day in left(paper))
            asked = any(e["data"]["kind"] == "visit_made" and day_of(e) >= concluded for e in paper.events)
            watched, gone, silent = watched + 1, gone + away, silent + (not away and not asked)
        return (gone, watched), waiting, silent

    def visits(self) -> Pairs:
        good = every = 0
        for paper in self.table:
            if paper.dispute.void:
                continue
            for place, now in enumerate(paper.dispute.rounds):
                if now.concluded is None or now.ending not in RESOLVED:
                    continue
                due = rested(now.concluded + timedelta(days=30))
                later = [each.opened for each in paper.dispute.rounds[place + 1 :]]
                if not self.inside(due) or due >= self.today or (later and later[0] <= due):
                    continue
                every += 1
                good += any(day <= due for day in visited(paper, place))
        return good, every

    def risen(self) -> Pairs:
        """Steps up and steps down."""
        up = down = 0
        for paper in self.table:
            level = paper.events[0]["data"]["risk"]
            for event in paper.events:
                if event["data"]["kind"] == "risk_changed":
                    counts = self.inside(day_of(event)) and not paper.dispute.void
                    up += counts and event["data"]["risk"] > level
                    down += counts and event["data"]["risk"] < level
                    level = event["data"]["risk"]
        return up, down

    def averted(self, kind: str) -> Pairs:
        """Disputes and persons."""
        disputes, people = set(), 0
        for paper in self.table:
            if not paper.dispute.void:
                for event in paper.events:
                    data = event["data"]
                    if (
                        data["kind"] == "prevention_noted"
                        and data["averted"] == kind
                        and self.inside(day_of(event))
                    ):
                        disputes.add(paper.id)
                        people += data["people"]
        return len(disputes), people


ENDS = ("agreement_reached", "mediation_failed", "transferred", "not_accepted", "withdrawn")


def left(paper: Paper) -> Iterator[date]:
    """The days it was known to be with a court, an arbitrator, the petition office or the police."""
    outside = ("court", "arbitration", "petition", "police")
    for event in paper.events:
        data = event["data"]
        if data["kind"] in ENDS and data.get("exit") in outside:
            yield day_of(event)
        if data["kind"] == "visit_made" and (data["sued"] or data["later_exit"] in outside):
            yield day_of(event)


def visited(paper: Paper, place: int) -> Iterator[date]:
    """The days of the visits made in the round at that place, from 0."""
    at = 0
    for event in paper.events:
        at += event["data"]["kind"] == "reopened"
        if event["data"]["kind"] == "visit_made" and at == place:
            yield day_of(event)


def middle(days: list[int], part: Fraction) -> int | None:
    """Count up the list until that part of it has been passed."""
    for counted, each in enumerate(days, start=1):
        if counted >= len(days) * part:
            return each
    return None
