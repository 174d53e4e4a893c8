"""Checking an embedded book: rows, chains, and every case against its events."""

from __future__ import annotations

import json
from collections.abc import Iterator

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
    """Everything in the book that is not as it was written, in plain words."""
    faults = list(db.faults())
    for fault in faults:
        yield Finding(_said(fault))
    yield from _chains(db)
    if not faults:
        yield from _cases(db, rules, calendar)


def _said(fault: Fault) -> str:
    """A fault of the file in plain words."""
    if fault.id is None:
        return _("文件有损坏：{report}").format(report=fault.report)
    return _("“{table}”的第 {id} 条记录与写入时不符。").format(table=fault.table, id=fault.id)


def _chains(db: BookDB) -> Iterator[Finding]:
    """Gaps and breaks in each origin's chain of events."""
    origin, expected, previous = None, 1, GENESIS
    rows = db.rows("events", ("id", "origin", "sequence", "hash"), "ORDER BY origin, sequence")
    for row_id, writer, sequence, digest in rows:
        if writer != origin:
            origin, expected, previous = writer, 1, GENESIS
        body = json.loads(db.body("events", row_id) or "{}")
        if sequence != expected:
            yield Finding(
                _("第 {expected} 到 {last} 号事件缺失。").format(expected=expected, last=sequence - 1),
                body.get("case_id"),
            )
        elif body.get("previous") != previous:
            yield Finding(_("第 {n} 号事件与前一号接不上。").format(n=sequence), body.get("case_id"))
        expected, previous = sequence + 1, digest


def _cases(db: BookDB, rules: RuleSet, calendar: WorkingDays) -> Iterator[Finding]:
    """Cases that are not what their events make them, and events without a case."""
    known: set[str] = set()
    for row_id, case_id, number in db.rows("cases", ("id", "case_id", "number"), "ORDER BY id"):
        known.add(case_id)
        if problem := _differs(db, row_id, case_id, rules, calendar):
            yield Finding(f"{number}：{problem}", case_id)
    for (case_id,) in db.rows("events", ("DISTINCT case_id",)):
        if case_id not in known:
            yield Finding(_("有事件而没有案件：{case}。").format(case=case_id), case_id)


def _differs(db: BookDB, row_id: int, case_id: str, rules: RuleSet, calendar: WorkingDays) -> str:
    """What is wrong with a stored case; empty when it is exactly the fold of its events."""
    stored = json.loads(db.body("cases", row_id) or "{}")
    try:
        folded = fold(events_of(db, case_id))
    except (ValidationError, IndexError, AssertionError):
        return _("事件读不出一件完整的案件。")
    if Case.model_validate(stored["case"]) != folded:
        return _("案件与它的事件不一致。")
    if stored["facts"] != facts_of(folded, rules, calendar).model_dump(mode="json"):
        return _("案件的摘要与案件不一致。")
    return ""
