"""Checking the reports of a book: each as it was signed, and every step one that was allowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from mediation_tui.i18n import N_, _
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.reporting import ReportState
from mediation_tui.rules.registers import REPORTS
from mediation_tui.store.book import Finding
from mediation_tui.store.port import Engine
from mediation_tui.store.records.checkingsteps import places, problems

REPORT_LOST = N_("请用 restore 恢复最近的备份；数字以签发的纸质报告为准。")
REPORT_REWRITTEN = N_("有人在程序之外改过报告：请拿备份和签发的纸质报告对照。")


def report_named(engine: Engine, row: int) -> tuple[str, int]:
    """What a report is called, and the number of the step in a row."""
    ((report_id, number),) = engine.rows("reports", ("report_id", "number"), "WHERE id = ?", [row])
    return _name_of(engine, report_id), number


def report_findings(engine: Engine, damaged: Set[int | None]) -> Iterator[Finding]:
    """Reports that are not as they were written.

    Args:
        engine: What holds the records.
        damaged: Rows already known not to be what was written.
    """
    for report_id, steps in places(engine, REPORTS):
        found = problems(engine, REPORTS, steps, damaged, _content, REPORT_LOST, REPORT_REWRITTEN)
        for problem, advice in found:
            name = _name_of(engine, report_id)
            yield Finding(
                _("报告《{title}》：{problem}").format(title=name, problem=problem), advice=_(advice)
            )
    yield from _answers(engine)


def _name_of(engine: Engine, report_id: str) -> str:
    """A report's title, or its id where that is lost."""
    tail = "WHERE report_id = ? AND title IS NOT NULL ORDER BY number DESC LIMIT 1"
    found = engine.rows("reports", ("title",), tail, [report_id])
    return str(found[0][0]) if found else report_id


def _content(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Whether a draft's figures are those its digest was taken of."""
    if document and document["report"] and canonical_hash(document["report"]) != document["digest"]:
        yield _("第 {n} 步的数字与校验码不符。").format(n=document["number"]), REPORT_REWRITTEN


def _answers(engine: Engine) -> Iterator[Finding]:
    """Reports that answer one that was never returned, or that is answered already."""
    steps = engine.rows("reports", ("report_id", "state", "number", "supersedes"), "ORDER BY number, id")
    states = {report_id: state for report_id, state, _number, _answered in steps}
    answered: set[str] = set()
    for report_id, _state, number, before in steps:
        if before is None or number > 1:
            continue
        if states.get(before) != ReportState.RETURNED or before in answered:
            title = _name_of(engine, report_id)
            sentence = _("报告《{title}》替换的不是一份被回退的报告。").format(title=title)
            yield Finding(sentence, advice=_(REPORT_REWRITTEN))
        answered.add(before)
