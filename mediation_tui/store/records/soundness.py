"""Whether the records of some cases are what was written: asked before anything is signed on them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from mediation_tui.errors import DamagedBook
from mediation_tui.store.port import Engine
from mediation_tui.store.progress import Progress, unwatched
from mediation_tui.store.records.documents import FACT_COLUMNS
from mediation_tui.store.records.factrows import UNREADABLE, facts_from, number_in
from mediation_tui.store.shape import Parameter

_TOGETHER = 500

Part = tuple[str, Sequence[Parameter]]
"""Some rows of a table, as what follows `FROM table` and the values of its question marks."""


def unsound(engine: Engine, ids: frozenset[str] | None, progress: Progress = unwatched) -> tuple[str, ...]:
    """The numbers of the cases, all or some, that are not what was written.

    A case is not if its row or one of its events does not fit its checksum or its columns, if its row says no facts,
    if it has no row or other events than its row was made from. One without a row is named by its id where some are
    asked for.

    Args:
        engine: What holds the records.
        ids: Of these cases alone; of all unless given.
        progress: Told how many of how many rows have been looked at, where all are.
    """
    found = _among_all(engine, progress) if ids is None else _among_some(engine, sorted(ids))
    return tuple(sorted(set(found)))


def _among_some(engine: Engine, ids: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(ids), _TOGETHER):
        some = ids[start : start + _TOGETHER]
        part = engine.dialect.one_of("case_id", some)
        there = {case_id for (case_id,) in engine.rows("cases", ("case_id",), f"WHERE {part[0]}", part[1])}
        tail = f"WHERE {part[0]}", part[1]
        missing = _without_events(engine, f"AND {part[0]}", part[1])
        yield from chain(_rows(engine, tail), _events(engine, tail), missing, set(some) - there)


def _among_all(engine: Engine, progress: Progress) -> Iterator[str]:
    totals = [engine.rows(table, ("count(*)",))[0][0] for table in ("cases", "events")]
    done = 0
    for table, look in (("cases", _rows), ("events", _events)):
        for count, part in _parts(engine, table):
            yield from look(engine, part)
            done += count
            progress(done, max(done, sum(totals)))
    yield from _without_events(engine)
    for (case,) in engine.rows("events", ("DISTINCT case_id",), _ROWLESS):
        yield _number_written(engine, case)


_ROWLESS = "WHERE case_id NOT IN (SELECT case_id FROM cases WHERE case_id IS NOT NULL)"
_MISCOUNTED = "WHERE version <> (SELECT count(*) FROM events WHERE events.case_id = cases.case_id)"
"""Cases that were made from more events, or from fewer, than there are."""


def _without_events(engine: Engine, narrowed: str = "", values: Sequence[Parameter] = ()) -> Iterator[str]:
    """The numbers of the cases of which events are missing, or have been added."""
    found = engine.rows("cases", ("number", "case_id"), f"{_MISCOUNTED} {narrowed}", values)
    yield from (str(number or case) for number, case in found)


def _parts(engine: Engine, table: str) -> Iterator[tuple[int, Part]]:
    """A whole table, some rows at a time; how many they are, and which."""
    after = 0
    tail = f"WHERE id > ? ORDER BY id LIMIT {_TOGETHER}"
    while found := engine.rows(table, ("id",), tail, [after]):
        yield len(found), (tail, [after])
        ((after,),) = found[-1:]


def _rows(engine: Engine, part: Part) -> Iterator[str]:
    """The numbers of the cases in whose row something is not what was written."""
    unlike = set(engine.unlike("cases", *part))
    for row, *columns in engine.rows("cases", ("id", *FACT_COLUMNS), *part):
        if row in unlike or not _says_facts(columns):
            yield number_in(columns)


def _events(engine: Engine, part: Part) -> Iterator[str]:
    """The numbers of the cases one of whose events is not what was written.

    Their texts are enough: one that was put to another case leaves this one without it.
    """
    if _all_texts_are_whole(engine, part):
        return
    for row in list(engine.unlike("events", *part)):
        for case in _cases_of(engine, row):
            numbers = engine.rows("cases", ("number",), "WHERE case_id = ?", [case])
            yield from (str(number or case) for (number,) in numbers or [(case,)])


def _all_texts_are_whole(engine: Engine, part: Part) -> bool:
    try:
        for _text in engine.bodies("events", *part):
            pass
    except DamagedBook:
        return False
    return True


def _cases_of(engine: Engine, row: int) -> Iterable[str]:
    """The case an event belongs to, as it says itself where that can be read; else as its column says."""
    try:
        return [json.loads(body)["case_id"] for _row, body in engine.bodies("events", "WHERE id = ?", [row])]
    except (DamagedBook, *UNREADABLE):
        return [str(case) for (case,) in engine.rows("events", ("case_id",), "WHERE id = ?", [row])]


def _number_written(engine: Engine, case: str) -> str:
    """The number a case was registered under, as its events say; its id where they cannot be read."""
    try:
        bodies = [
            body for _row, body in engine.bodies("events", "WHERE case_id = ? ORDER BY id LIMIT 1", [case])
        ]
        return str(json.loads(bodies[0])["data"]["number"])
    except (DamagedBook, *UNREADABLE):
        return case


def _says_facts(columns: Sequence[object]) -> bool:
    try:
        facts_from(columns)
    except UNREADABLE:
        return False
    return True
