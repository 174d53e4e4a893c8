"""The cases behind a signed report, by their numbers alone, as they were when it was counted (明细)."""

from __future__ import annotations

from collections.abc import Mapping

from mediation_tui.i18n import _
from mediation_tui.model.reporting import Report
from mediation_tui.papers.heads import Head
from mediation_tui.papers.issued.places import places_of
from mediation_tui.papers.sheet import Row, Sheet


def cases_sheet(report: Report) -> Sheet:
    """Every case a report counts, and where it counts it; nothing but what was frozen.

    Args:
        report: What it says.
    """
    counted = _counted_in(report)
    numbers = sorted(counted, key=lambda case: (report.numbers[case], case))
    return Sheet(
        title=_("{title}明细").format(title=report.title),
        heads=tuple(Head(text) for text in (_("序号"), _("案号"), _("计入"))),
        rows=tuple(
            Row((n, report.numbers[case], _("、").join(counted[case]))) for n, case in enumerate(numbers, 1)
        ),
        name=_("明细"),
        notes=(
            _("本表不列当事人，是统计时的情况。计入：这件案件算在哪几栏（或哪几行），只列计数的，不列比率。"),
        ),
        landscape=False,
    )


def _counted_in(report: Report) -> Mapping[str, tuple[str, ...]]:
    """For each case what the columns or lines it is counted in are called, in their order."""
    places = places_of(report)
    gathered: dict[str, dict[str, None]] = {}
    for figure in report.figures:
        if figure.whole is None:
            for case in figure.cases:
                gathered.setdefault(case, {})[places[figure.line, figure.column]] = None
    return {case: tuple(names) for case, names in gathered.items()}
