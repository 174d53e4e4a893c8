"""Reports as records: their steps, and each in one line."""

from __future__ import annotations

import json
from typing import Any

from mediation_tui.errors import Collision, NotFound
from mediation_tui.i18n import N_
from mediation_tui.model.canonical import canonical_hash
from mediation_tui.model.events import GENESIS
from mediation_tui.model.reporting import ReportHead, ReportState, ReportStep
from mediation_tui.store.port import Engine

_RIGHT = "reports"
"""The right to take a report's next step: who looks where it stands must be alone until the step is written."""

_SAID_BY_DRAFTS = ("kind", "title", "first", "last")
_SAID_BY_STEPS = (
    "number",
    "state",
    "actor",
    "at",
    "signer",
    "signed_on",
    "digest",
    "supersedes",
)
_SAID_BY_SIGNATURES = ("signer", "signed_on")
_COLUMNS = ("id", "report_id", *_SAID_BY_STEPS, *_SAID_BY_DRAFTS)


def heads(engine: Engine) -> tuple[ReportHead, ...]:
    """Each report in one line, the one somebody did something with last coming first; no figure is read.

    One whose draft is lost is left out: nothing tells what it was. A check names it.
    """
    lines: dict[str, dict[str, Any]] = {}
    for row in engine.rows("reports", _COLUMNS, "ORDER BY id"):
        step = dict(zip(_COLUMNS, row, strict=True))
        before = lines.pop(step["report_id"], {"begun": len(lines) + 1})
        said = step if step["state"] == ReportState.DRAFT else before
        signed = before if before.get("signer") else step
        lines[step["report_id"]] = (
            step
            | {name: said.get(name) for name in _SAID_BY_DRAFTS}
            | {name: signed[name] for name in _SAID_BY_SIGNATURES}
            | {"begun": before["begun"]}
        )
    return tuple(_head(line) for line in reversed(lines.values()) if line["kind"] is not None)


def _head(line: dict[str, Any]) -> ReportHead:
    names = ("begun", *_SAID_BY_STEPS, *_SAID_BY_DRAFTS)
    return ReportHead.model_validate({"id": line["report_id"], **{name: line[name] for name in names}})


def steps_of(engine: Engine, report_id: str) -> tuple[ReportStep, ...]:
    """All steps of a report, from its first draft on.

    Raises:
        NotFound: There is no such report.
    """
    found = engine.bodies("reports", "WHERE report_id = ? ORDER BY number", [report_id])
    steps = tuple(ReportStep.model_validate_json(body) for _row, body in found)
    if not steps:
        raise NotFound(N_("没有这份报告：{report}。"), report=report_id)
    return steps


def held_steps(engine: Engine, report_id: str) -> tuple[ReportStep, ...]:
    """The steps a report has so far, none for a new one; nobody takes another before this transaction ends."""
    engine.hold(_RIGHT)
    try:
        return steps_of(engine, report_id)
    except NotFound:
        return ()


def add_step(engine: Engine, step: ReportStep) -> None:
    """Write down a report's next step.

    Raises:
        Collision: It does not go on from where the report stands.
    """
    engine.hold(_RIGHT)
    if (step.number - 1, step.previous) != _end_of(engine, step.report_id):
        raise Collision(N_("别人同时在写同一处，这次没有记下，请再做一次。"))
    engine.add("reports", step.document)


def _end_of(engine: Engine, report_id: str) -> tuple[int, str]:
    """The number and the hash of a report's last step."""
    tail = "WHERE report_id = ? ORDER BY number DESC LIMIT 1"
    for row, number in engine.rows("reports", ("id", "number"), tail, [report_id]):
        return number, canonical_hash(json.loads(engine.body("reports", row) or "{}"))
    return 0, GENESIS
