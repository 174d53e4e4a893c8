"""The book as it was known at an instant: every case as its events up to then make it.

An event was known at an instant if it and all before it in its case had been written down by then. What was undone
only later still counted, and a case registered later was not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice, takewhile
from typing import Any

from mediation_tui.errors import NotFound
from mediation_tui.i18n import N_
from mediation_tui.model.case import Case
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.fold import fold
from mediation_tui.store.port import Engine
from mediation_tui.store.progress import Progress
from mediation_tui.store.records.documents import FACT_COLUMNS
from mediation_tui.store.records.factrows import read_facts
from mediation_tui.store.records.opening import event_bodies, events_in, said_in

_TOGETHER = 500
"""Cases looked at at a time."""

_WRITTEN_DOWN = re.compile('"recorded_at": ?"([^"]+)"')
_Draw = Callable[[Case], CaseFacts]


def case_at(engine: Engine, case_id: str, instant: datetime) -> Case:
    """A case as it was known at an instant.

    Raises:
        NotFound: There was none of that id then.
    """
    found = _folded(engine, [case_id], instant)
    if case_id not in found:
        raise NotFound(N_("那时还没有这件案件：{case}。"), case=case_id)
    return found[case_id]


def cases_at(engine: Engine, ids: Iterable[str], instant: datetime) -> Iterator[Case]:
    """Those of some cases that were known at an instant, as they were then."""
    remaining = iter(sorted(set(ids)))
    while some := list(islice(remaining, _TOGETHER)):
        yield from _folded(engine, some, instant).values()


def facts_at(engine: Engine, instant: datetime, draw: _Draw, progress: Progress) -> Iterator[CaseFacts]:
    """The facts of every case known at an instant, in the order the cases were entered.

    Nobody's writing meanwhile changes what was known at an instant that has passed, so the cases are read some at a
    time.

    Args:
        engine: What holds the records.
        instant: The instant, with its zone.
        draw: Draws the facts of a case under the office's rules.
        progress: Told how many cases are done.
    """
    assert instant.tzinfo, "an instant has a zone"
    ((total,),) = engine.rows("cases", ("count(*)",))
    done = after = 0
    while rows := engine.rows(
        "cases", ("id", *FACT_COLUMNS), f"WHERE id > ? ORDER BY id LIMIT {_TOGETHER}", [after]
    ):
        yield from _drawn(engine, [row[1:] for row in rows], instant, draw)
        after, done = rows[-1][0], done + len(rows)
        progress(done, max(done, total))


def _drawn(
    engine: Engine, rows: Sequence[Sequence[Any]], instant: datetime, draw: _Draw
) -> Iterator[CaseFacts]:
    """Facts from the rows of cases, folding again those that were written in later."""
    standing = {facts.id: facts for facts in read_facts(rows, engine.location)}
    later = [facts.id for facts in standing.values() if facts.touched_at > instant]
    folded = _folded(engine, later, instant) if later else {}
    for case_id, facts in standing.items():
        if facts.touched_at <= instant:
            yield facts
        elif case_id in folded:
            yield draw(folded[case_id])


def _folded(engine: Engine, ids: Sequence[str], instant: datetime) -> dict[str, Case]:
    """Some cases as they were known at an instant; those that were not known are left out."""
    assert instant.tzinfo, "an instant has a zone"
    known = ((case_id, _known(bodies, instant)) for case_id, bodies in event_bodies(engine, ids))
    return {case_id: fold(events_in(bodies)) for case_id, bodies in known if bodies}


def _known(bodies: Iterable[str], instant: datetime) -> list[str]:
    """The events of a case that were known at an instant; the others are not read any further."""
    return list(
        takewhile(lambda body: datetime.fromisoformat(said_in(body, _WRITTEN_DOWN)) <= instant, bodies)
    )
