"""排查, 零报告: what was reported, and by how many of those who owed it; a missing report is never a zero."""

from __future__ import annotations

from mediation_tui.figures.figure import NONE, TIMES, Ratio
from mediation_tui.figures.measures.caseload import Caseload
from mediation_tui.figures.measures.measure import Amount, Group, Measure, Portion
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import N_
from mediation_tui.model.vocabulary import Discovery
from mediation_tui.rules.screening import Answer

_DATES = Phrase(N_("排查期间的最后一天"))


def _rounds(load: Caseload) -> Amount | None:
    rounds = load.registers.rounds
    return None if rounds is None else Amount(NONE, len(rounds))


def _found(load: Caseload) -> Amount | None:
    """The disputes registered as found by screening, with those that were settled at once or passed up."""
    rounds = load.registers.rounds
    if rounds is None:
        return None
    cases = frozenset(
        facts.id
        for facts in load.here
        if facts.id in load.received and (facts.screening or facts.discovery is Discovery.SCREENING)
    )
    return Amount(cases, len(cases) + sum(each.round.handled + each.round.passed_up for each in rounds))


def _reported(load: Caseload) -> Portion | None:
    marks = load.registers.marks
    if marks is None:
        return None
    given = sum(mark.answer is not Answer.MISSING for mark in marks)
    return Portion(NONE, NONE, Ratio(given, len(marks)))


SCREENING = Group(
    Phrase(N_("排查与零报告")),
    Phrase(N_("没有报不等于零。本册没有排查记录的印“—”：不知道，不是 0。没有报的单位要逐个列名。")),
    (
        Measure(
            "screenings",
            Phrase(N_("排查")),
            Phrase(N_("期间内报来的排查（含零报告）")),
            _DATES,
            _rounds,
            unit=TIMES,
        ),
        Measure(
            "screened_disputes",
            Phrase(N_("排查发现的纠纷")),
            Phrase(N_("期间内登记、由排查发现的纠纷，加上当场处理和上报的")),
            _DATES,
            _found,
        ),
        Measure(
            "screening_reports",
            Phrase(N_("报告率（含零报告）")),
            Phrase(N_("期间内到期而报了的排查（含零报告） ÷ 期间内到期的排查")),
            _DATES,
            _reported,
            unit=TIMES,
        ),
    ),
)
