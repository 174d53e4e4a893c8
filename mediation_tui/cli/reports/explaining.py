"""Where the numbers of a statement come from: formulas with what was divided by what, and the cases by number."""

from __future__ import annotations

from collections.abc import Iterator

from mediation_tui.figures.columns import BESIDE, FLOW
from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.statement import FORMULAS, Reach, Reading, Statement
from mediation_tui.i18n import _


def explanation(statement: Statement) -> Iterator[str]:
    """The shares of the total line, then every figure of it with its cases."""
    numbers = {passed.facts.id: passed.facts.number for passed in statement.total.passages}
    yield ""
    for reach in Reach:
        for reading in Reading:
            yield from _share(statement, reach, reading, numbers)
    yield ""
    for column in (column for group in (*FLOW, BESIDE) for column in group.columns):
        cases = statement.total.cases(column)
        yield _("{what} {n}：{cases}").format(what=column.label, n=len(cases), cases=_numbers(cases, numbers))


def _share(statement: Statement, reach: Reach, reading: Reading, numbers: dict[str, str]) -> Iterator[str]:
    share = statement.total.share(reach, reading)
    yield _("{reach} {reading} {share} ＝ {formula}").format(
        reach=reach.label, reading=reading.label, share=share, formula=_(FORMULAS[reach, reading])
    )
    yield _("  计入分母、未计入分子：{cases}").format(cases=_numbers(share.whole - share.part, numbers))


def _numbers(cases: CaseIds, numbers: dict[str, str]) -> str:
    """The cases by their numbers, in the order of the statement."""
    return _("、").join(number for case, number in numbers.items() if case in cases) or "—"
