"""Whether the records of some cases are what was written: asked before anything is signed on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mediation_tui.store.port import Engine
from mediation_tui.store.records.documents import FACT_COLUMNS
from mediation_tui.store.records.factrows import UNREADABLE, facts_from, number_in
from mediation_tui.store.shape import Parameter

_TOGETHER = 500


def unsound(engine: Engine, ids: frozenset[str] | None) -> tuple[str, ...]:
    """The numbers of the cases, all or some, whose row does not fit its checksum or its columns, or says no facts.

    Where some are asked for, one that is not there is named by its id.
    """
    if ids is None:
        return tuple(sorted(_among_all(engine)))
    found: set[str] = set()
    listed = sorted(ids)
    for start in range(0, len(listed), _TOGETHER):
        some = listed[start : start + _TOGETHER]
        sql, values = engine.dialect.one_of("case_id", some)
        there = {case_id for (case_id,) in engine.rows("cases", ("case_id",), f"WHERE {sql}", values)}
        found |= {*_among(engine, f"WHERE {sql}", values), *(set(some) - there)}
    return tuple(sorted(found))


def _among_all(engine: Engine) -> Iterator[str]:
    """The numbers of all that are not what was written."""
    after = 0
    tail = f"WHERE id > ? ORDER BY id LIMIT {_TOGETHER}"
    while found := engine.rows("cases", ("id",), tail, [after]):
        yield from _among(engine, tail, [after])
        ((after,),) = found[-1:]


def _among(engine: Engine, tail: str, values: Sequence[Parameter]) -> Iterator[str]:
    """The numbers of those that are not what was written."""
    unlike = set(engine.unlike("cases", tail, values))
    for row, *columns in engine.rows("cases", ("id", *FACT_COLUMNS), tail, values):
        if row in unlike or not _says_facts(columns):
            yield number_in(columns)


def _says_facts(columns: Sequence[object]) -> bool:
    try:
        facts_from(columns)
    except UNREADABLE:
        return False
    return True
