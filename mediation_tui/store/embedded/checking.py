"""Checking an embedded book: rows, chains, and every case against its events."""

from __future__ import annotations

import json
from collections.abc import Iterator, Set

from pydantic import ValidationError

from mediation_tui.i18n import _
from mediation_tui.model.case import Case
from mediation_tui.model.events import GENESIS
from mediation_tui.model.fold import fold
from mediation_tui.rules.facts import facts_of
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.store.book import Finding
from mediation_tui.store.embedded.opening import events_of
from mediation_tui.store.engine import BookDB, Fault


def findings(db: BookDB, rules: RuleSet, calendar: WorkingDays) -> Iterator[Finding]:
    """Everything in the book that is not as it was written, in plain words.

    Of a file whose pages are at fault nothing more is read, and cases are compared only where every record is whole.
    """
    faults = list(db.faults())
    for fault in faults:
        yield Finding(_said(fault))
    if any(fault.id is None for fault in faults):
        return
    yield from _chains(db, {fault.id for fault in faults if fault.table == "events"})
    if not faults:
        yield from _cases(db, rules, calendar)


def _said(fault: Fault) -> str:
    """A fault of the file in plain words."""
    if fault.id is None:
        return _("文件有损坏：{report}").format(report=fault.report)
    return _("“{table}”的第 {id} 条记录与写入时不符。").format(table=fault.table, id=fault.id)


def _chains(db: BookDB, damaged: Set[int | None]) -> Iterator[Finding]:
    """Gaps and breaks in each origin's chain of events; what a damaged record names as its previous is not read."""
    origin, expected, previous = None, 1, GENESIS
    columns = ("id", "case_id", "origin", "sequence", "hash")
    for row_id, case_id, writer, sequence, digest in db.rows("events", columns, "ORDER BY origin, sequence"):
        if writer != origin:
            origin, expected, previous = writer, 1, GENESIS
        if sequence != expected:
            missing = _("第 {expected} 到 {last} 号事件缺失。").format(expected=expected, last=sequence - 1)
            yield Finding(missing, case_id)
        elif row_id not in damaged and _names_as_previous(db, row_id) != previous:
            yield Finding(_("第 {n} 号事件与前一号接不上。").format(n=sequence), case_id)
        expected, previous = sequence + 1, digest


def _names_as_previous(db: BookDB, row_id: int) -> str:
    """The hash of the event before it, as an event has it."""
    return str(json.loads(db.body("events", row_id) or "{}").get("previous"))


def _cases(db: BookDB, rules: RuleSet, calendar: WorkingDays) -> Iterator[Finding]:
    """Cases that are not what their events make them, and events without a case."""
    known: set[str] = set()
    for row_id, case_id, number in db.rows("cases", ("id", "case_id", "number"), "ORDER BY id"):
        known.add(case_id)
        if problem := _differs(db, row_id, case_id, rules, calendar):
            yield Finding(_("{number}：{problem}").format(number=number, problem=problem), case_id)
    for (case_id,) in db.rows("events", ("DISTINCT case_id",)):
        if case_id not in known:
            yield Finding(_("有事件而没有案件：{case}。").format(case=case_id), case_id)


def _differs(db: BookDB, row_id: int, case_id: str, rules: RuleSet, calendar: WorkingDays) -> str:
    """What is wrong with a stored case; empty when it is exactly the fold of its events."""
    stored = json.loads(db.body("cases", row_id) or "{}")
    try:
        folded = fold(events_of(db, case_id))
    except (ValidationError, LookupError, AssertionError):
        return _("事件读不出一件完整的案件。")
    if Case.model_validate(stored["case"]) != folded:
        return _("案件与它的事件不一致。")
    if stored["facts"] != facts_of(folded, rules, calendar).model_dump(mode="json"):
        return _("案件的摘要与案件不一致。")
    return ""
