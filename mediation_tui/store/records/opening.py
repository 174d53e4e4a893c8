"""From stored texts to cases and events: what is read when a case is opened, and not before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, islice
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from mediation_tui.errors import NotFound
from mediation_tui.i18n import N_
from mediation_tui.model.case import Case
from mediation_tui.model.events.envelope import EVENTS, Event
from mediation_tui.model.party import listed
from mediation_tui.store.port import Engine
from mediation_tui.store.records.documents import sought

_TOGETHER = 200
"""Cases whose events are read at a time."""

_CASE = re.compile('"case_id": ?"([^"]+)"')

_Kind = TypeVar("_Kind", bound=Case)


class _Document(BaseModel, Generic[_Kind]):
    """A stored document; what else is in it stays unread."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)
    case: _Kind


@cache
def reader_of(kind: type[Case] | None = None) -> Callable[[str], Case]:
    """What reads the case in a stored document: in full, or as far as a kind of case does."""
    read = _Document[kind or Case].model_validate_json  # type: ignore[misc]
    return lambda body: read(body).case


def case_in(body: str) -> Case:
    """The case in a stored document."""
    return reader_of()(body)


def case_row(engine: Engine, case_id: str, *, held: bool = False) -> tuple[int, str]:
    """The row and the stored document of a case; held, nobody else changes it before the transaction ends.

    Raises:
        NotFound: There is none of that id.
    """
    tail = f"WHERE case_id = ? {engine.dialect.held if held else ''}"
    for found in engine.bodies("cases", tail, [case_id]):
        return found
    raise NotFound(N_("没有这件案件：{case}。"), case=case_id)


def events_in(bodies: Iterable[str]) -> tuple[Event, ...]:
    """The events in stored documents."""
    return EVENTS.validate_json(f"[{','.join(bodies)}]")


def events_of(engine: Engine, case_id: str) -> tuple[Event, ...]:
    """All events of a case in the order they were written."""
    found = engine.bodies("events", "WHERE case_id = ? ORDER BY id", [case_id])
    return events_in(body for _row, body in found)


def events_by_case(engine: Engine, ids: Iterable[str]) -> Iterator[tuple[Event, ...]]:
    """All events of some cases, a case at a time in the order of their ids; much faster than case by case."""
    remaining = iter(sorted(set(ids)))
    while some := list(islice(remaining, _TOGETHER)):
        yield from [events_in(bodies) for _case, bodies in event_bodies(engine, some)]


def event_bodies(engine: Engine, ids: Sequence[str]) -> Iterator[tuple[str, Iterator[str]]]:
    """The stored events of some cases, a case at a time in the order of their ids."""
    sql, values = engine.dialect.one_of("case_id", ids)
    found = engine.bodies("events", f"WHERE {sql} ORDER BY case_id, id", values)
    return groupby((body for _row, body in found), lambda body: said_in(body, _CASE))


def said_in(body: str, part: re.Pattern[str]) -> str:
    """What an event's text says in one place; in a text inside it no quotation mark stands bare."""
    found = part.search(body)
    if found is None:
        raise LookupError(part.pattern)
    return found[1]


def cases_naming(engine: Engine, name: str) -> Iterator[Case]:
    """Cases with a party of exactly that name, latest first."""
    contains = engine.dialect.contains.format(column="search")
    tail = f"WHERE {contains} OR {contains} ORDER BY registered_on DESC, id DESC"
    for _row, body in engine.bodies("cases", tail, [sought(name), sought(listed(name, minor=True))]):
        case = case_in(body)
        if any(party.name == name for party in case.parties):
            yield case
