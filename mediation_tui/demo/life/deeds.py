"""What a planned act does at the Desk: mostly one event, sometimes more than can be known before."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from mediation_tui.desk import Desk
from mediation_tui.model import events as happened
from mediation_tui.model.events import Correctable, EventData, Registration
from mediation_tui.rules.filing import missing_papers


@dataclass
class Docket:
    """A case on its way into the book.

    Attributes:
        case_id: Its id, once it is registered.
    """

    case_id: str = field(default="", init=False)


@dataclass(frozen=True)
class Correction:
    """A detail is put right."""

    detail: Correctable
    value: Any
    reason: str


@dataclass(frozen=True)
class TakeBack:
    """The last act is undone."""


@dataclass(frozen=True)
class Merger:
    """The case turns out to be another one's duplicate."""

    into: Docket
    reason: str


@dataclass(frozen=True)
class Binding:
    """The papers are put into the file, and the file is put away.

    Attributes:
        retention: How long it is kept.
        place: On which shelf.
        gaps: Papers that may be missing, with the reason; the first that is needed is. Empty for a complete file.
        pages: How many pages the papers have, in turn.
    """

    retention: str
    place: str
    gaps: tuple[happened.Gap, ...]
    pages: tuple[int, ...]


Deed = EventData | Registration | Correction | TakeBack | Merger | Binding
"""Whatever can be planned; all that is a single event is planned as its data."""


def bind(desk: Desk, docket: Docket, binding: Binding) -> None:
    """Put every paper needed into the file, but one where the plan has a gap, and put the file away."""
    needed = missing_papers(desk.book.case(docket.case_id))
    gaps = tuple(gap for gap in binding.gaps if gap.paper in needed)[:1]
    there = [paper for paper in needed if paper not in {gap.paper for gap in gaps}]
    for paper, pages in zip(there, cycle(binding.pages), strict=False):
        desk.record(docket.case_id, happened.DocumentAttached(paper=paper, pages=pages))
    archived = happened.Archived(retention=binding.retention, place=binding.place, gaps=gaps)
    desk.record(docket.case_id, archived)
