"""From stored texts to cases and events: what is read when a case is opened, and not before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from mediation_tui.model.case import Case
from mediation_tui.model.events.envelope import EVENTS, Event
from mediation_tui.model.party import listed
from mediation_tui.store.embedded.documents import sought
from mediation_tui.store.engine import BookDB


def case_in(body: str) -> Case:
    """The case in a stored document."""
    return Case.model_validate(json.loads(body)["case"])


def events_in(bodies: Iterable[str]) -> tuple[Event, ...]:
    """The events in stored documents."""
    return EVENTS.validate_json(f"[{','.join(bodies)}]")


def events_of(db: BookDB, case_id: str) -> tuple[Event, ...]:
    """All events of a case in the order they were written."""
    found = db.bodies("events", "WHERE case_id = ? ORDER BY id", [case_id])
    return events_in(body for _row, body in found)


def cases_naming(db: BookDB, name: str) -> Iterator[Case]:
    """Cases with a party of exactly that name, latest first."""
    tail = "WHERE instr(search, ?) OR instr(search, ?) ORDER BY registered_on DESC"
    for _row, body in db.bodies("cases", tail, [sought(name), sought(listed(name, minor=True))]):
        case = case_in(body)
        if any(party.name == name for party in case.parties):
            yield case
