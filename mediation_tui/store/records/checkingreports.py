"""Checking the reports of a book: each as it was signed, and every step one that was allowed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from itertools import groupby
from operator import itemgetter
from typing import Any

from pydantic import ValidationError

from mediation_tui.errors import Refused
from mediation_tui.i18n import N_, _
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.events import GENESIS
from mediation_tui.model.reporting import ReportState, ReportStep
from mediation_tui.rules import reporting
from mediation_tui.store.book import Finding
from mediation_tui.store.port import Engine

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
    listed = engine.rows("reports", ("report_id", "number", "id"), "ORDER BY report_id, number")
    for report_id, rows in groupby(listed, itemgetter(0)):
        places = [(number, row) for _report, number, row in rows]
        for problem, advice in _problems(engine, places, damaged):
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


def _problems(
    engine: Engine, places: list[tuple[int, int]], damaged: Set[int | None]
) -> Iterator[tuple[str, str]]:
    """What is wrong with one report's steps, and what to do about it.

    Whether a step was allowed is only asked where everything before it is known.
    """
    expected, previous = 1, GENESIS
    earlier: list[ReportStep] | None = []
    for number, row in places:
        if number != expected:
            yield _("第 {first} 到 {last} 步缺失。").format(first=expected, last=number - 1), REPORT_LOST
            previous, earlier = "", None
        document = {} if row in damaged else json.loads(engine.body("reports", row) or "{}")
        if previous and document and document["previous"] != previous:
            yield _("第 {n} 步与前一步接不上。").format(n=number), REPORT_REWRITTEN
        yield from _content(document)
        previous = canonical_hash(document) if document else ""
        earlier, problem = _gone_on(earlier, document)
        if problem:
            yield _("第 {n} 步有误：{problem}").format(n=number, problem=problem), REPORT_REWRITTEN
        expected = number + 1


def _content(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Whether a draft's figures are those its digest was taken of."""
    if document and document["report"] and canonical_hash(document["report"]) != document["digest"]:
        yield _("第 {n} 步的数字与校验码不符。").format(n=document["number"]), REPORT_REWRITTEN


def _gone_on(
    earlier: list[ReportStep] | None, document: dict[str, Any]
) -> tuple[list[ReportStep] | None, str]:
    """The steps with one more, and why it was not allowed; no steps any more where one of them is not known."""
    if earlier is None or not document:
        return None, ""
    try:
        step = ReportStep.model_validate(document)
        reporting.check(earlier, step)
    except ValidationError:
        return None, _("读不出来。")
    except Refused as error:
        return None, str(error)
    return [*earlier, step], ""


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
