"""法律咨询: questions answered, and which of them became disputes; where no register is kept nobody knows, which is not 0."""

from __future__ import annotations

from mediation_tui.figures.figure import CASES, NONE
from mediation_tui.figures.measures.caseload import Caseload
from mediation_tui.figures.measures.measure import Amount, Group, Measure
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_

_DATES = Phrase(N_("咨询日期"))


def _answered(load: Caseload) -> Amount | None:
    questions = load.registers.questions
    return None if questions is None else Amount(NONE, len(questions))


def _became_cases(load: Caseload) -> Amount | None:
    questions = load.registers.questions
    if questions is None:
        return None
    cases = [each.case for each in questions if each.case]
    return Amount(frozenset(cases), len(cases))


ADVICE = Group(
    Phrase(N_("法律咨询")),
    Phrase(N_("按问题计，不按人计；转为调解的两边都计。本册没有咨询记录的印“—”：不知道，不是 0。")),
    (
        Measure(
            "advice",
            Phrase(N_("解答法律咨询")),
            Phrase(N_("期间内解答的咨询")),
            _DATES,
            _answered,
            unit=CASES,
        ),
        Measure(
            "advice_to_cases",
            Phrase(N_("咨询转为调解")),
            Phrase(N_("期间内的咨询中后来登记为纠纷的")),
            _DATES,
            _became_cases,
        ),
    ),
)
