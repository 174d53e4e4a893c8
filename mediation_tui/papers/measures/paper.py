"""The measures of a place as a paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from mediation_tui.figures.lines import By, line_phrase
from mediation_tui.figures.measures import Measures, Scope
from mediation_tui.figures.measures.backlog import BACKLOG
from mediation_tui.figures.phrase import Phrase
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.papers.chart import Chart, ChartKind
from mediation_tui.papers.covering import covering_letter
from mediation_tui.papers.heads import Head
from mediation_tui.papers.measures.record import measures_record
from mediation_tui.papers.official.sheet import cell_of
from mediation_tui.papers.paper import Paper, about_figures, as_of_text, stem_of
from mediation_tui.papers.sheet import Row, Sheet, UnitLine, unsigned

_NAME, _NUMBER = 1, 2
"""The columns of a measure's name and of its number."""
_TOLD = 4
"""The first columns, which say what is what: group, name, number, unit."""
_AGES = frozenset(measure.id for measure in BACKLOG.measures if measure.id != "backlog")
"""The measures that say how long open disputes have been waiting."""


def measures_paper(measures: Measures, town: Town, *, prepared_on: date) -> Paper:
    """The measures in every form they can leave in.

    Args:
        measures: What was measured.
        town: Names the place.
        prepared_on: The date of filling it in.
    """
    sheet = measures_sheet(measures, town)

    def values() -> Any:
        return measures_record(measures, town).model_dump(mode="json")

    return Paper(
        stem=stem_of(sheet.title),
        about=about_figures(sheet.title, town.office, measures.basis),
        sheet=sheet,
        behind=(),
        values=values,
        letter=partial(covering_letter, _in_letters(sheet), town.office, prepared_on),
    )


def _in_letters(sheet: Sheet) -> Sheet:
    """The measures as a letter has room for them: without the columns that say how each is made."""
    rows = tuple(replace(row, cells=row.cells[:_TOLD]) for row in sheet.rows)
    return replace(sheet, heads=sheet.heads[:_TOLD], rows=rows, charts=())


def measures_sheet(measures: Measures, town: Town) -> Sheet:
    """One row for each measure: its number, its unit, how it is made.

    Args:
        measures: What was measured.
        town: Names the place.
    """
    basis = measures.basis
    return Sheet(
        title=_("{place}{period}矛盾纠纷调解质量情况").format(
            place=scope_phrase(measures.scope, town), period=basis.period.label
        ),
        heads=tuple(
            Head(text)
            for text in (_("方面"), _("指标"), _("数字"), _("计量单位"), _("怎么算"), _("按什么日期"))
        ),
        rows=tuple(
            Row(
                (
                    str(group.name),
                    str(figure.name),
                    cell_of(figure),
                    str(figure.unit),
                    str(figure.formula),
                    str(figure.basis.dates),
                )
            )
            for group in measures.groups
            for figure in group.figures
        ),
        name=_("指标"),
        unit_line=UnitLine(town.office, basis.period.label, _("件、人、天")),
        notes=(
            *(_("{group}：{guard}").format(group=group.name, guard=group.guard) for group in measures.groups),
            _("截止 {instant}（北京时间）。件数不足 10 的比率只列数字，不作比较。").format(
                instant=as_of_text(basis)
            ),
        ),
        signers=unsigned(),
        charts=tuple(_charts(measures)),
    )


def _charts(measures: Measures) -> Iterator[Chart]:
    """How long the open disputes have been waiting; nothing where none is open."""
    listed = [
        (measure, figure)
        for group in measures.groups
        for measure, figure in zip(group.ids, group.figures, strict=True)
    ]
    bands = [row for row, (measure, _figure) in enumerate(listed) if measure in _AGES]
    if any(listed[row][1].cases for row in bands):
        yield Chart(
            ChartKind.BAR, _("未结纠纷的案龄"), (_NUMBER,), categories=_NAME, rows=tuple(bands), unit=_("件")
        )


def scope_phrase(scope: Scope, town: Town) -> Phrase:
    """What a place is called."""
    if scope.village is None:
        return Phrase.verbatim(town.name)
    by = By.VILLAGE if scope.grid is None else By.GRID
    return line_phrase((scope.village, scope.grid or None), town, by)
