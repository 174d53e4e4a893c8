"""Checking a book: rows, chains, and every case against its events, in plain words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mediation_tui.i18n import N_, _
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.case import Case
from mediation_tui.model.events import GENESIS
from mediation_tui.model.fold import fold
from mediation_tui.rules.facts import facts_of
from mediation_tui.rules.registers import REGISTERS, REPORTS
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.store.book import Finding
from mediation_tui.store.port import Engine, Fault
from mediation_tui.store.records.chains import heads
from mediation_tui.store.records.checkingreports import REPORT_LOST, report_findings, report_named
from mediation_tui.store.records.checkingsteps import damaged_step, register_findings
from mediation_tui.store.records.opening import events_of

_BATCH = 1000
_OTHERS = tuple(register for register in REGISTERS if register is not REPORTS)
"""The registers beside the reports, which hold nothing but their steps."""

RESTORE = N_("请先不要再写入，用 restore 恢复最近的备份；没有备份，就用 salvage 把读得出的另存一本。")
REFOLD = N_("事件仍在：用 salvage 另存一本，这件案件会由它的事件重新生成。")
REWRITTEN = N_("有人在程序之外改过记录：请找最近的备份对照，弄清是谁改的。")
ROSTER = N_("请用 restore 恢复最近的备份，或重新导入名册。")


def findings(engine: Engine, rules: Callable[[], RuleSet]) -> Iterator[Finding]:
    """Everything in the book that is not as it was written, and what to do about it.

    Of a file whose pages are at fault nothing more is read, and cases are compared only where every record is whole.
    """
    faults = list(engine.faults())
    for fault in faults:
        yield _said(engine, fault)
    if any(fault.id is None for fault in faults):
        return
    for origin, last in heads(engine).items():
        yield from _chain(engine, origin, last, _damaged(faults, "events"))
    yield from _strays(engine)
    yield from report_findings(engine, _damaged(faults, "reports"))
    for register in _OTHERS:
        yield from register_findings(engine, register, _damaged(faults, register.table))
    if not faults:
        yield from _cases(engine, rules())


def _damaged(faults: Iterable[Fault], table: str) -> Set[int | None]:
    """The rows of a table that are not what was written."""
    return {fault.id for fault in faults if fault.table == table}


def _said(engine: Engine, fault: Fault) -> Finding:
    """A fault of the engine's in plain words."""
    if fault.id is None:
        return Finding(_("文件有损坏：{report}").format(report=fault.report), advice=_(RESTORE))
    if not engine.rows(fault.table, ("id",), "WHERE id = ?", [fault.id]):
        return _nameless(
            fault, RESTORE
        )  # a walk through the damaged table came by it, its number leads elsewhere
    match fault.table:
        case "events":
            ((case_id, sequence),) = engine.rows(
                "events", ("case_id", "sequence"), "WHERE id = ?", [fault.id]
            )
            sentence = _("第 {n} 号事件与写入时不符。").format(n=sequence)
            return _about(engine, case_id, sentence, _(RESTORE))
        case "cases":
            ((case_id,),) = engine.rows("cases", ("case_id",), "WHERE id = ?", [fault.id])
            return _about(engine, case_id, _("案件的存档与写入时不符。"), _(REFOLD))
        case "reports":
            title, number = report_named(engine, fault.id)
            sentence = _("报告《{title}》：第 {n} 步与写入时不符。").format(title=title, n=number)
            return Finding(sentence, advice=_(REPORT_LOST))
    for register in _OTHERS:
        if register.table == fault.table:
            return damaged_step(engine, register, fault.id)
    return _nameless(fault, ROSTER)


def _nameless(fault: Fault, advice: str) -> Finding:
    """A fault in a row of which nothing is known but where it stands."""
    sentence = _("“{table}”的第 {id} 条记录与写入时不符。").format(table=fault.table, id=fault.id)
    return Finding(sentence, advice=_(advice))


def _about(engine: Engine, case_id: Any, sentence: str, advice: str) -> Finding:
    """A finding on a case, by its number where the book knows it."""
    known = engine.rows("cases", ("number",), "WHERE case_id = ?", [case_id])
    number = str(known[0][0]) if known else ""
    if number:
        sentence = _("{number}：{problem}").format(number=number, problem=sentence)
    return Finding(sentence, str(case_id), number, advice)


@dataclass
class _Link:
    """One event as its chain sees it."""

    row: int
    case_id: str
    sequence: int


def _links(engine: Engine, origin: str) -> Iterator[_Link]:
    """The events of an origin in their order."""
    after = 0
    tail = f"WHERE origin = ? AND sequence > ? ORDER BY sequence LIMIT {_BATCH}"
    while found := engine.rows("events", ("id", "case_id", "sequence"), tail, [origin, after]):
        for link in found:
            yield _Link(*link)
        after = found[-1][2]


def _chain(engine: Engine, origin: str, last: int, damaged: Set[int | None]) -> Iterator[Finding]:
    """Gaps and breaks in one chain; what a damaged record names as its previous is not read.

    Args:
        engine: What holds the records.
        origin: Whose chain.
        last: The number its end was written down with.
        damaged: Rows already known not to be what was written.
    """
    expected, previous = 1, GENESIS
    for link in _links(engine, origin):
        if link.sequence != expected:
            yield _missing(expected, link.sequence - 1)
            previous = ""
        if link.row in damaged:
            previous = ""
        else:
            event = json.loads(engine.body("events", link.row) or "{}")
            if previous and event.get("previous") != previous:
                problem = _("第 {n} 号事件与前一号接不上。").format(n=link.sequence)
                yield _about(engine, link.case_id, problem, _(REWRITTEN))
            previous = canonical_hash(event)
        expected = link.sequence + 1
    if expected <= last:
        yield _missing(expected, last)
    elif previous and previous != _end_of(engine, origin):
        yield Finding(_("最后一号事件（第 {n} 号）不是写入时的那一个。").format(n=last), advice=_(REWRITTEN))


def _end_of(engine: Engine, origin: str) -> str:
    """The hash a chain's end was written down with."""
    ((digest,),) = engine.rows("chains", ("hash",), "WHERE origin = ?", [origin])
    return str(digest)


def _missing(first: int, last: int) -> Finding:
    sentence = _("第 {first} 到 {last} 号事件缺失。").format(first=first, last=last)
    return Finding(sentence, advice=_(RESTORE))


def _strays(engine: Engine) -> Iterator[Finding]:
    """Events of origins whose chain's end was never written down, and events without a case."""
    chains = heads(engine)
    yield from _foreign(engine)
    for (origin,) in engine.rows("events", ("DISTINCT origin",), "ORDER BY origin"):
        if origin not in chains:
            yield Finding(_("有来历不明的事件（{origin}）。").format(origin=origin), advice=_(REWRITTEN))
    known = {case_id for (case_id,) in engine.rows("cases", ("case_id",))}
    for (case_id,) in engine.rows("events", ("DISTINCT case_id",), "ORDER BY case_id"):
        if case_id not in known:
            yield Finding(
                _("有事件而没有案件：{case}。").format(case=case_id), str(case_id), advice=_(REFOLD)
            )


def _foreign(engine: Engine) -> Iterator[Finding]:
    """Chains that claim to be this book's and are another's, as where another book's log came beside its file."""
    ((_row, body),) = engine.bodies("settings", "WHERE name = ?", ["origin"])
    own = json.loads(body)["origin"]
    for (origin,) in engine.rows("chains", ("origin",), "WHERE ours = 1 ORDER BY origin"):
        if origin != own and not origin.startswith(f"{own}."):
            yield Finding(
                _("混进了另一本案件簿的记录（{origin}）。").format(origin=origin), advice=_(RESTORE)
            )


def _cases(engine: Engine, rules: RuleSet) -> Iterator[Finding]:
    """Cases that are not what their events make them."""
    for row, case_id in engine.rows("cases", ("id", "case_id"), "ORDER BY id"):
        if told := _differs(engine, row, case_id, rules):
            problem, advice = told
            yield _about(engine, case_id, _(problem), _(advice))


def _differs(engine: Engine, row: int, case_id: str, rules: RuleSet) -> tuple[str, str] | None:
    """What is wrong with a stored case, and what to do; nothing when it is exactly the fold of its events."""
    stored = json.loads(engine.body("cases", row) or "{}")
    try:
        folded = fold(events_of(engine, case_id))
    except (ValidationError, LookupError, AssertionError):
        return N_("事件读不出一件完整的案件。"), RESTORE
    if folded.version < stored["case"]["version"]:
        return N_("它的事件不全。"), RESTORE
    if Case.model_validate(stored["case"]) != folded:
        return N_("案件与它的事件不一致。"), REFOLD
    if stored["facts"] != facts_of(folded, rules, rules.calendar).model_dump(mode="json"):
        return N_("案件的摘要与案件不一致。"), REFOLD
    return None
