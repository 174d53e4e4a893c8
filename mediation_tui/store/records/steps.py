"""Records that are their steps: reading them, and taking the next step."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from mediation_tui.errors import Collision, NotFound
from mediation_tui.i18n import N_
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.events import GENESIS
from mediation_tui.model.steps import Step
from mediation_tui.rules.registers import Register
from mediation_tui.store.port import Engine
from mediation_tui.store.shape import Parameter

S = TypeVar("S", bound=Step)
T = TypeVar("T")


def steps_of(engine: Engine, register: Register[S], record_id: str) -> tuple[S, ...]:
    """All steps of a record, in their order.

    Raises:
        NotFound: There is no such record.
    """
    steps = tuple(_steps(engine, register, f"WHERE {register.names_record} = ?", [record_id]))
    if not steps:
        raise NotFound(register.unknown, record=record_id)
    return steps


def records(
    engine: Engine,
    register: Register[S],
    chosen: str,
    values: Sequence[Parameter],
    fold: Callable[[Sequence[S]], T],
) -> Iterator[T]:
    """Some records, those begun first coming first.

    Args:
        engine: What holds them.
        register: Their kind.
        chosen: SQL for their steps, such as `WHERE number = 1`; a record is read whole if one of its steps is chosen.
        values: What its question marks stand for.
        fold: Makes a record of its steps.
    """
    name = register.names_record
    tail = f"WHERE {name} IN (SELECT {name} FROM {register.table} {chosen})"
    for _id, steps in groupby(_steps(engine, register, tail, values), attrgetter(name)):
        yield fold(tuple(steps))


def held_steps(engine: Engine, register: Register[S], record_id: str) -> tuple[S, ...]:
    """The steps a record has so far, none for a new one.

    Nobody takes a step of any record of this kind before this transaction ends: whoever looks where things stand is
    alone until the step is written.
    """
    engine.hold(register.table)
    try:
        return steps_of(engine, register, record_id)
    except NotFound:
        return ()


def add_step(engine: Engine, register: Register[S], step: S) -> None:
    """Write down a record's next step.

    Raises:
        Collision: It does not go on from where the record stands.
    """
    engine.hold(register.table)
    if (step.number - 1, step.previous) != _end_of(engine, register, step.record_id):
        raise Collision(N_("别人同时在写同一处，这次没有记下，请再做一次。"))
    engine.add(register.table, step.document)


def _steps(engine: Engine, register: Register[S], chosen: str, values: Sequence[Parameter]) -> Iterator[S]:
    found = engine.bodies(register.table, f"{chosen} ORDER BY {register.names_record}, number", values)
    for _row, body in found:
        yield register.step.model_validate_json(body)


def _end_of(engine: Engine, register: Register[S], record_id: str) -> tuple[int, str]:
    """The number and the hash of a record's last step."""
    tail = f"WHERE {register.names_record} = ? ORDER BY number DESC LIMIT 1"
    for row, number in engine.rows(register.table, ("id", "number"), tail, [record_id]):
        return number, canonical_hash(json.loads(engine.body(register.table, row) or "{}"))
    return 0, GENESIS
