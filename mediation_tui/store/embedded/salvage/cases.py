"""What is left of each case: folded from its events where they are all there, else as it was last stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from mediation_tui.model.case import Case
from mediation_tui.model.events.envelope import Event
from mediation_tui.model.fold import fold
from mediation_tui.store.embedded.salvage.finds import Find, Finds
from mediation_tui.store.embedded.salvage.report import CaseLeft, Left

_ALL = """
SELECT subject FROM found WHERE kind IN ('cases', 'events')
GROUP BY subject ORDER BY max(kind = 'cases') DESC, min(id)"""


@dataclass(frozen=True)
class Kept:
    """One case for the new book.

    Attributes:
        left: What is left of it.
        case: The case; none where its events make none and it was not stored.
        row: The id it was stored under; none where only its events were found.
    """

    left: CaseLeft
    case: Case | None
    row: int | None


def cases_in(finds: Finds, *, doubt: bool) -> Iterator[Kept]:
    """Every case of which an event or the stored case was found, those that were stored first.

    Args:
        finds: What was found.
        doubt: Whether events are missing that may be any case's.
    """
    for (case_id,) in finds.connection.execute(_ALL).fetchall():
        events = list(finds.of("events", "AND subject = ? ORDER BY id", case_id))
        yield _kept(case_id, events, finds.one("cases", case_id), doubt=doubt)


def _kept(case_id: str, events: list[Find], stored: Find | None, *, doubt: bool) -> Kept:
    folded, last = _folded(events), _stored(stored)
    version = last.version if last else 0
    missing = max(0, version - len(events))
    case = last if missing and last else folded or last
    if not case:
        left = Left.LOST
    elif missing or not folded:
        left = Left.INCOMPLETE
    else:
        known = stored and stored.live and version == len(events)
        left = Left.WHOLE if known or not doubt else Left.DOUBTFUL
    number = str(case.number) if case else ""
    return Kept(CaseLeft(case_id, number, left, len(events), missing), case, stored.id if stored else None)


def _folded(events: list[Find]) -> Case | None:
    """The case its events make, if they make one."""
    try:
        return fold([Event.model_validate(event.document) for event in events])
    except (ValidationError, LookupError, AssertionError):
        return None


def _stored(found: Find | None) -> Case | None:
    """The case as it was last stored."""
    try:
        return Case.model_validate(found.document["case"]) if found else None
    except ValidationError:
        return None
