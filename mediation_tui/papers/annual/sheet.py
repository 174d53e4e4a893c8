"""The annual report as a sheet: its paragraphs as notes, its numbers one to a row."""

from __future__ import annotations

from mediation_tui.figures.annual import AnnualReport
from mediation_tui.figures.telling import numbered
from mediation_tui.i18n import _
from mediation_tui.papers.heads import Head
from mediation_tui.papers.official.sheet import cell_of
from mediation_tui.papers.paper import as_of_text
from mediation_tui.papers.sheet import Row, Sheet, UnitLine, unsigned


def annual_sheet(report: AnnualReport, title: str) -> Sheet:
    """Every number of the report in a row of its own, with its formula; the text below.

    Args:
        report: What it says.
        title: Its title.
    """
    basis, numbers = report.statement.basis, numbered(report.tellings)
    return Sheet(
        title=title,
        heads=tuple(Head(text) for text in (_("注"), _("名目"), _("数字"), _("怎么算"))),
        rows=tuple(
            Row((number, str(figure.name), cell_of(figure), str(figure.formula)))
            for figure, number in numbers.items()
        ),
        name=_("报告数字"),
        unit_line=UnitLine(report.town.office, basis.period.label, _("件")),
        notes=(
            *(telling.marked(numbers) for telling in report.tellings),
            _("{dates}；截止 {instant}（北京时间）。").format(dates=basis.dates, instant=as_of_text(basis)),
        ),
        signers=unsigned(),
        landscape=False,
    )
