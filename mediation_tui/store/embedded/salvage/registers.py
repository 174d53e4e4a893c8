"""What is left of each report: its steps are kept as they were, and a missing one stays missing."""

from __future__ import annotations

from itertools import groupby

from mediation_tui.store.embedded.salvage.finds import Find, Finds
from mediation_tui.store.embedded.salvage.report import ReportLeft


def reports_in(finds: Finds) -> tuple[ReportLeft, ...]:
    """Every report of which a step was found."""
    steps = finds.of("reports", "ORDER BY subject, number")
    return tuple(
        _left(list(found)) for _report, found in groupby(steps, lambda step: step.document["report_id"])
    )


def _left(steps: list[Find]) -> ReportLeft:
    titles = [str(step.document["report"]["title"]) for step in steps if step.document.get("report")]
    last = steps[-1]
    return ReportLeft(
        str(last.document["report_id"]), titles[-1] if titles else "", len(steps), last.number - len(steps)
    )
