"""Checking the registers of a book: every record's steps a chain without gaps, and each step one that was allowed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Set
from itertools import groupby
from operator import itemgetter
from typing import Any

from pydantic import ValidationError

from mediation_tui.errors import MediationError
from mediation_tui.i18n import N_, _
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.events import GENESIS
from mediation_tui.model.steps import Step
from mediation_tui.rules.registers import CONSULTATIONS, MEETINGS, SCREENINGS, Register
from mediation_tui.store.book import Finding
from mediation_tui.store.port import Engine

STEP_LOST = N_("请用 restore 恢复最近的备份。")
STEP_REWRITTEN = N_("有人在程序之外改过记录：请找最近的备份对照，弄清是谁改的。")

Content = Callable[[Mapping[str, Any]], Iterator[tuple[str, str]]]
"""What else may be wrong with a step's document, each with what to do about it."""


def nothing_else(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """A step that says nothing but what its chain proves."""
    return iter(())


def places(engine: Engine, register: Register[Any]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Each record of a register with the numbers and the rows of its steps."""
    name = register.names_record
    listed = engine.rows(register.table, (name, "number", "id"), f"ORDER BY {name}, number")
    for record_id, rows in groupby(listed, itemgetter(0)):
        yield record_id, [(number, row) for _record, number, row in rows]


def problems(
    engine: Engine,
    register: Register[Any],
    steps: list[tuple[int, int]],
    damaged: Set[int | None],
    content: Content = nothing_else,
    lost: str = STEP_LOST,
    rewritten: str = STEP_REWRITTEN,
) -> Iterator[tuple[str, str]]:
    """What is wrong with one record's steps, and what to do about it.

    Whether a step was allowed is only asked where everything before it is known.

    Args:
        engine: What holds the records.
        register: Its kind.
        steps: The numbers and the rows of its steps.
        damaged: Rows already known not to be what was written.
        content: What else is looked at.
        lost: What to do about a missing step.
        rewritten: What to do about one that is not what was written.
    """
    expected, previous = 1, GENESIS
    earlier: list[Step] | None = []
    for number, row in steps:
        if number != expected:
            yield _("第 {first} 到 {last} 步缺失。").format(first=expected, last=number - 1), lost
            previous, earlier = "", None
        document = {} if row in damaged else json.loads(engine.body(register.table, row) or "{}")
        if previous and document and document["previous"] != previous:
            yield _("第 {n} 步与前一步接不上。").format(n=number), rewritten
        yield from content(document)
        previous = canonical_hash(document) if document else ""
        earlier, problem = _gone_on(register, earlier, document)
        if problem:
            yield _("第 {n} 步有误：{problem}").format(n=number, problem=problem), rewritten
        expected = number + 1


def _gone_on(
    register: Register[Any], earlier: list[Step] | None, document: Mapping[str, Any]
) -> tuple[list[Step] | None, str]:
    """The steps with one more, and why it was not allowed; no steps any more where one of them is not known."""
    if earlier is None or not document:
        return None, ""
    try:
        step = register.step.model_validate(document)
        register.check(earlier, step)
    except ValidationError:
        return None, _("读不出来。")
    except MediationError as error:
        return None, str(error)
    return [*earlier, step], ""


_NAMED: Mapping[Register[Any], str] = {
    SCREENINGS: N_("{first} – {last} 的排查（{village}）"),
    CONSULTATIONS: N_("{day} 的法律咨询（{adviser}）"),
    MEETINGS: N_("{day} 的周研判会议"),
}
"""What a record is called; each from its own columns."""

_COLUMNS: Mapping[Register[Any], tuple[str, ...]] = {
    SCREENINGS: ("first", "last", "village"),
    CONSULTATIONS: ("day", "adviser"),
    MEETINGS: ("day",),
}


def record_named(engine: Engine, register: Register[Any], record_id: str) -> str:
    """What people call a record, or its id where what it says is lost."""
    columns = _COLUMNS[register]
    tail = f"WHERE {register.names_record} = ? AND {columns[0]} IS NOT NULL ORDER BY number DESC LIMIT 1"
    for found in engine.rows(register.table, columns, tail, [record_id]):
        return _(_NAMED[register]).format(**dict(zip(columns, found, strict=True)))
    return record_id


def register_findings(engine: Engine, register: Register[Any], damaged: Set[int | None]) -> Iterator[Finding]:
    """Records of a register that are not as they were written.

    Args:
        engine: What holds the records.
        register: Their kind.
        damaged: Rows already known not to be what was written.
    """
    for record_id, steps in places(engine, register):
        for problem, advice in problems(engine, register, steps, damaged):
            name = record_named(engine, register, record_id)
            yield Finding(_("{record}：{problem}").format(record=name, problem=problem), advice=_(advice))


def damaged_step(engine: Engine, register: Register[Any], row: int) -> Finding:
    """A step that does not fit its checksum."""
    columns = (register.names_record, "number")
    ((record_id, number),) = engine.rows(register.table, columns, "WHERE id = ?", [row])
    sentence = _("{record}：第 {n} 步与写入时不符。")
    name = record_named(engine, register, record_id)
    return Finding(sentence.format(record=name, n=number), advice=_(STEP_LOST))
