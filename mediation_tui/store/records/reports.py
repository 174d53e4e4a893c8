"""Reports in one line each."""

from __future__ import annotations

from typing import Any

from mediation_tui.model.reporting import ReportHead, ReportState
from mediation_tui.store.port import Engine

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
