"""Where the numbers of a report come from: formulas with what was divided by what, and the cases by number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mediation_tui.figures.annual import AnnualReport
from mediation_tui.figures.columns import BESIDE, FLOW
from mediation_tui.figures.comparing import READING, Compared
from mediation_tui.figures.figure import UNKNOWN, CaseIds, Figure
from mediation_tui.figures.measures import Measures
from mediation_tui.figures.questions import Questions
from mediation_tui.figures.statement import FORMULAS, Reach, Reading, Statement
from mediation_tui.figures.tables.table import Table
from mediation_tui.figures.tables.words import Across
from mediation_tui.figures.telling import numbered
from mediation_tui.i18n import _


def statement_explained(statement: Statement) -> Iterator[str]:
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


def comparison_explained(compared: Compared) -> Iterator[str]:
    """The shares of the whole town, period by period, with the cases that keep each from being all."""
    numbers = {
        passed.facts.id: passed.facts.number
        for statement in reversed(compared.statements)
        for passed in statement.total.passages
    }
    yield ""
    for reach in Reach:
        for statement in compared.statements:
            yield statement.basis.period.label
            yield from _share(statement, reach, READING, numbers)


def table_explained(table: Table) -> Iterator[str]:
    """Every figure of all places together: how it is made, and its cases."""
    facts = sorted(table.facts.values(), key=lambda case: (case.year, case.serial or 0, case.number))
    numbers = {case.id: case.number for case in facts}
    yield ""
    if table.by_item:
        place = [column.id for column in table.columns].index(Across.TOGETHER.value)
        for line in table.lines:
            yield from figure_explained(str(line.name), line.figures[place], numbers)
    else:
        total = next(line for line in table.lines if line.total)
        for column, figure in zip(table.columns, total.figures, strict=True):
            yield from figure_explained(" ".join(map(str, column.headings)), figure, numbers)


def annual_explained(report: AnnualReport) -> Iterator[str]:
    """Every figure by its footnote: how it is made, and its cases."""
    numbers = {passed.facts.id: passed.facts.number for passed in report.statement.total.passages}
    yield ""
    for figure, note in numbered(report.tellings).items():
        yield from figure_explained(f"[{note}] {figure.name}", figure, numbers)


def measures_explained(measures: Measures, numbers: Mapping[str, str]) -> Iterator[str]:
    """Every measure: how it is made, and its cases."""
    yield ""
    for group in measures.groups:
        for figure in group.figures:
            yield from figure_explained(str(figure.name), figure, numbers)


def questions_explained(questions: Questions, numbers: Mapping[str, str]) -> Iterator[str]:
    """The cases of every question."""
    yield ""
    for place, question in enumerate(questions.asked, 1):
        yield _("{n}. {cases}").format(n=place, cases=_numbers(question.cases, numbers))


def figure_explained(name: str, figure: Figure, numbers: Mapping[str, str]) -> Iterator[str]:
    """One figure: its number, its formula, its cases by number."""
    yield _("{name} {number} ＝ {formula}").format(name=name, number=figure.text, formula=figure.formula)
    if figure.whole is not None:
        yield _("  计入分母、未计入分子：{cases}").format(
            cases=_numbers(figure.whole - figure.cases, numbers)
        )
    elif figure.cases:
        yield _("  {cases}").format(cases=_numbers(figure.cases, numbers))


def _share(statement: Statement, reach: Reach, reading: Reading, numbers: Mapping[str, str]) -> Iterator[str]:
    share = statement.total.share(reach, reading)
    yield _("{reach} {reading} {share} ＝ {formula}").format(
        reach=reach.label, reading=reading.label, share=share, formula=_(FORMULAS[reach, reading])
    )
    yield _("  计入分母、未计入分子：{cases}").format(cases=_numbers(share.whole - share.part, numbers))


def _numbers(cases: CaseIds, numbers: Mapping[str, str]) -> str:
    """The cases by their numbers, in the order of the list."""
    return _("、").join(number for case, number in numbers.items() if case in cases) or UNKNOWN
