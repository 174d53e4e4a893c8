"""排查, 零报告: no screening is on record yet, so nobody knows, and nothing is said to be 0."""

from __future__ import annotations

from mediation_tui.figures.figure import TIMES
from mediation_tui.figures.measures.measure import Group, Measure, unknown
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_

_DATES = Phrase(N_("排查日期"))

SCREENING = Group(
    Phrase(N_("排查与零报告")),
    Phrase(N_("本册还没有排查记录：不知道，不是 0。没有报的单位要逐个列名。")),
    (
        Measure(
            "screenings", Phrase(N_("排查")), Phrase(N_("期间内开展排查的次数")), _DATES, unknown, unit=TIMES
        ),
        Measure(
            "screened_disputes",
            Phrase(N_("排查发现的纠纷")),
            Phrase(N_("期间内排查发现的纠纷")),
            _DATES,
            unknown,
        ),
        Measure(
            "screening_reports",
            Phrase(N_("报告率（含零报告）")),
            Phrase(N_("期间内报了排查情况（含零报告）的单位 ÷ 应报的单位")),
            _DATES,
            unknown,
            unit=Phrase(N_("个单位")),
        ),
    ),
)
