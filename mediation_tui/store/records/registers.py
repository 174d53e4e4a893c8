"""What lists ask of the registers: the rounds and questions of a period, and meetings, the newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any, TypeVar

from mediation_tui.model.consultation import Consultation, consultation_of
from mediation_tui.model.meeting import MeetingAct, MeetingHead, head_of
from mediation_tui.model.period import Period
from mediation_tui.model.screening import LONGEST, Screening, screening_of
from mediation_tui.model.steps import Step
from mediation_tui.rules.registers import CONSULTATIONS, MEETINGS, SCREENINGS, Register
from mediation_tui.store.port import Engine
from mediation_tui.store.records.steps import records, steps_of

S = TypeVar("S", bound=Step)
Kept = TypeVar("Kept", Screening, Consultation)

_TOGETHER = 100


def screenings(
    engine: Engine, period: Period, instant: datetime | None, village: str | None
) -> Iterator[Screening]:
    """The rounds for a period that has days in common with one, as they were known at an instant."""
    chosen = "WHERE first BETWEEN ? AND ? AND last >= ?"
    values = [str(period.first - LONGEST), str(period.last), str(period.first)]
    if village is not None:
        chosen, values = f"{chosen} AND village = ?", [*values, village]
    for steps in records(engine, SCREENINGS, chosen, values, lambda steps: _known(steps, instant)):
        if steps:
            found = screening_of(steps)
            here = village in (None, found.round.village)
            if here and found.round.first <= period.last and found.round.last >= period.first:
                yield found


def first_screened(engine: Engine, instant: datetime | None) -> date | None:
    """The first day of the earliest period somebody reported a round for, as it was known at an instant."""
    return _earliest(engine, SCREENINGS, "first", screening_of, lambda found: found.round.first, instant)


def first_consulted(engine: Engine, instant: datetime | None) -> date | None:
    """The day of the first legal question on record, as it was known at an instant."""
    return _earliest(engine, CONSULTATIONS, "day", consultation_of, lambda found: found.question.day, instant)


def _earliest(
    engine: Engine,
    register: Register[S],
    column: str,
    fold: Callable[[Sequence[S]], Kept],
    day_of: Callable[[Kept], date],
    instant: datetime | None,
) -> date | None:
    """The earliest day of a record that was not withdrawn.

    Args:
        engine: What holds the records.
        register: Their kind.
        column: Where each step that says one has the day.
        fold: Makes a record of its steps.
        day_of: Its day.
        instant: As known then; as they stand unless it is given.
    """
    earliest: date | None = None
    for record, day in _by_day(engine, register, column):
        if earliest and day > str(earliest):
            break
        steps = _known(steps_of(engine, register, record), instant)
        found = fold(steps) if steps else None
        if found and not found.withdrawn:
            earliest = min(earliest or day_of(found), day_of(found))
    return earliest


def consultations(engine: Engine, period: Period, instant: datetime | None) -> Iterator[Consultation]:
    """The questions of a period's days, as they were known at an instant."""
    chosen, values = "WHERE day BETWEEN ? AND ?", [str(period.first), str(period.last)]
    for steps in records(engine, CONSULTATIONS, chosen, values, lambda steps: _known(steps, instant)):
        if steps:
            found = consultation_of(steps)
            if found.question.day in period:
                yield found


def meetings(engine: Engine, offset: int, limit: int) -> Iterator[MeetingHead]:
    """Meetings in one line each, the newest first; what they looked at is not read."""
    tail = "WHERE day IS NOT NULL ORDER BY day DESC, id DESC LIMIT ? OFFSET ?"
    ids = [found for (found,) in engine.rows("meetings", ("meeting_id",), tail, [limit, offset])]
    by_id = {head.id: head for head in _heads(engine, ids)}
    yield from (by_id[found] for found in ids)


def meetings_of(engine: Engine, week: Period) -> Iterator[MeetingHead]:
    """The meetings about a week, the one begun first coming first."""
    found = engine.rows("meetings", ("meeting_id",), "WHERE first = ? ORDER BY id", [str(week.first)])
    yield from _heads(engine, [meeting for (meeting,) in found])


def _heads(engine: Engine, ids: Sequence[str]) -> Iterator[MeetingHead]:
    if not ids:
        return
    among, values = engine.dialect.one_of("meeting_id", ids)
    others, kinds = engine.dialect.one_of("kind", [act for act in MeetingAct if act is not MeetingAct.SEEN])
    tail = f"WHERE {among} AND {others} ORDER BY meeting_id, number"
    found = engine.bodies("meetings", tail, [*values, *kinds])
    steps = (MEETINGS.step.model_validate_json(body) for _row, body in found)
    for _id, said in groupby(steps, lambda step: step.meeting_id):
        yield head_of(tuple(said))


def _by_day(engine: Engine, register: Register[Any], column: str) -> Iterator[tuple[str, str]]:
    """Each record's id with each day its steps name, the earliest day first."""
    tail = f"WHERE {column} IS NOT NULL ORDER BY {column}, id LIMIT {_TOGETHER} OFFSET ?"
    offset = 0
    while found := engine.rows(register.table, (register.names_record, column), tail, [offset]):
        yield from found
        offset += len(found)


def _known(steps: Sequence[S], instant: datetime | None) -> Sequence[S]:
    """The steps that were taken by an instant; all unless one is given."""
    return steps if instant is None else tuple(step for step in steps if step.at <= instant)
