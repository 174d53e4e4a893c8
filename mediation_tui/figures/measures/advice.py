"""法律咨询: no consultation is on record yet, so nobody knows, and nothing is said to be 0."""

from __future__ import annotations

from mediation_tui.figures.figure import TIMES
from mediation_tui.figures.measures.measure import Group, Measure, unknown
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_

_DATES = Phrase(N_("咨询日期"))

ADVICE = Group(
    Phrase(N_("法律咨询")),
    Phrase(N_("本册还没有咨询记录：不知道，不是 0。")),
    (
        Measure(
            "advice", Phrase(N_("解答法律咨询")), Phrase(N_("期间内解答的咨询")), _DATES, unknown, unit=TIMES
        ),
        Measure(
            "advice_to_cases",
            Phrase(N_("咨询转为调解")),
            Phrase(N_("期间内的咨询中后来登记为纠纷的")),
            _DATES,
            unknown,
        ),
    ),
)
