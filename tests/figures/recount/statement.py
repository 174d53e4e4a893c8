"""The statement counted a second time: each case into the columns of the flow table, and the shares."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

import chinese_calendar

from tests.figures.recount.files import Dispute, Document, Round

Cells = dict[str, set[str]]

RESOLVED = ("by_grid", "by_village", "by_town", "by_county")
CONCLUDED = (*RESOLVED, "to_court", "to_petition", "to_others", "nowhere")


EXITS = {"court": "to_court", "arbitration": "to_court", "petition": "to_petition", "nowhere": "nowhere"}


def ending_of(now: Round, last: date) -> str:
    """The column a round ends in, as it stood on the last day."""
    if now.concluded is None or now.concluded > last:
        return "open"
    return EXITS.get(now.exit or "nowhere", "to_others") if now.ending == "by_exit" else now.ending


def columns(dispute: Dispute, first: date, last: date, today: date) -> set[str]:
    """Every column a case is counted in; none if the period is none of its business."""
    if dispute.void:
        found = voided(dispute, dispute.void, first, last)
        return found | late(dispute) if found else found
    begun = [each for each in dispute.rounds if each.opened <= last]
    found = entry(begun, first)
    if not found:
        return set()
    now, again = begun[-1], [each for each in begun[1:] if each.opened >= first]
    ending = ending_of(now, last)
    found |= {ending} | late(dispute) | ({"all_reopened"} if again else set())
    until = min(last, today) if ending == "open" else now.concluded
    limit = term(dispute, len(begun))
    if limit and until and until > limit:
        found |= {"held_past_term"} | ({"past_term"} if ending == "open" else set())
    if ending == "to_court" and now.exit == "court":
        found.add("guided_to_court")
    return found


def late(dispute: Dispute) -> set[str]:
    return {"late"} if dispute.lag > 7 else set()


def entry(begun: list[Round], first: date) -> set[str]:
    """How a case came into the period."""
    if not begun:
        return set()
    if any(each.opened < first and (each.concluded is None or each.concluded >= first) for each in begun):
        return {"carried"}
    if begun[0].opened >= first:
        return {"received"}
    return {"reopened"} if begun[-1].opened >= first else set()


def voided(dispute: Dispute, void: date, first: date, last: date) -> set[str]:
    """A void case was open until it was voided."""
    registered = dispute.rounds[0].opened
    if void < first or registered > last:
        return set()
    return {"carried" if registered < first else "received", "void" if void <= last else "open"}


def term(dispute: Dispute, place: int) -> date | None:
    """The last day of a round's mediation term."""
    now, details = dispute.rounds[place - 1], dispute.details
    labour = details["category"] in ("labour", "migrant_wages") and details["entruster"] != "court"
    start = now.accepted
    if labour and place == 1 and details["applied_on"]:
        start = date.fromisoformat(details["applied_on"])
    if start is None:
        return None
    limit = rested(limited(start, details, labour))
    return max(limit, now.extended) if now.extended else limit


def limited(start: date, details: Document, labour: bool) -> date:
    """The last day before rest days are looked at."""
    if details["entruster"] == "court":
        return start + timedelta(days=30)
    if labour:
        return start + timedelta(days=15)
    if details["category"] != "medical":
        year, month = (start.year + 1, 1) if start.month == 12 else (start.year, start.month + 1)
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    for _ in range(30):
        start = rested(start + timedelta(days=1))
    return start


def rested(day: date) -> date:
    """The day, or the first working day after it."""
    while not works(day):
        day += timedelta(days=1)
    return day


def works(day: date) -> bool:
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < 5


def kept(dispute: Dispute, last: date, today: date) -> bool:
    """Whether an agreement counted in the period holds as of today."""
    if dispute.rounds[-1].opened > last:
        return False
    now = dispute.rounds[-1]
    broken = [debt for debt in now.debts if not debt["done_on"] and (debt["defaulted"] or past(debt, today))]
    return not broken and not now.bad_news


def past(debt: Document, today: date) -> bool:
    return date.fromisoformat(debt["due"]) < today


def at_town(dispute: Dispute) -> bool:
    return dispute.details["level_received"] in ("town", "county")


def recount(cases: Iterable[Dispute], first: date, last: date, today: date) -> dict[str | None, Cells]:
    """Every cell of the flow table: by village, `""` for the town desk, None for the total."""
    table: dict[str | None, Cells] = defaultdict(lambda: defaultdict(set))
    for dispute in cases:
        village = "" if at_town(dispute) else dispute.details["village"]
        for column in columns(dispute, first, last, today):
            table[village][column].add(dispute.id)
            table[None][column].add(dispute.id)
    return table


def shares(
    cases: Iterable[Dispute], first: date, last: date, today: date
) -> dict[tuple[str, str], tuple[int, int]]:
    """Each share as its two numbers, by reach and reading."""
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    listed = list(cases)
    for reach, within in (("village", RESOLVED[:2]), ("town", RESOLVED[:3])):
        here = [dispute for dispute in listed if reach == "town" or not at_town(dispute)]
        ended = {dispute.id: columns(dispute, first, last, today) for dispute in here}
        all_, agreed = ([d for d in here if ended[d.id] & set(group)] for group in (CONCLUDED, RESOLVED))
        stayed = [dispute for dispute in agreed if ended[dispute.id] & set(within)]
        holding = [dispute for dispute in stayed if kept(dispute, last, today)]
        counts[reach, "resolved"] = len(stayed), len(agreed)
        counts[reach, "concluded"] = len(stayed), len(all_)
        counts[reach, "kept"] = len(holding), len(all_)
    return counts
