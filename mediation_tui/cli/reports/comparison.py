"""`report comparison`: each place beside itself, a year ago and in the periods before."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.progress import progress_bar
from mediation_tui.cli.reports.asking import Asked, Output, report_options
from mediation_tui.cli.reports.delivering import deliver
from mediation_tui.cli.reports.explaining import comparison_explained
from mediation_tui.cli.reports.reading import records_asked, strays_named
from mediation_tui.cli.reports.statement import by_option
from mediation_tui.cli.spoken import Command
from mediation_tui.figures.comparing import compared_statement
from mediation_tui.figures.earlier import began_on
from mediation_tui.figures.lines import By
from mediation_tui.i18n import _
from mediation_tui.papers.comparison.paper import comparison_paper


@click.command(
    "comparison",
    cls=Command,
    help=_("同期对比：小事不出村率、大事不出镇率同去年同期、同以前各期比；各地只同自己比。"),
)
@report_options
@by_option
@click.pass_obj
def command(workplace: Workplace, asked: Asked, output: Output, by: By) -> None:
    """Compare the period and print it or save it."""
    with (
        workplace.book() as book,
        records_asked(book, asked, workplace.clock) as records,
        strays_named(book),
        progress_bar(_("正在核对存档")) as progress,
    ):
        began, town = began_on(book), book.town
        compared = compared_statement(records, asked.period, began, by, proven=True, progress=progress)
    paper = comparison_paper(compared, town, prepared_on=workplace.clock.today())
    deliver(paper, output, comparison_explained(compared) if asked.explain else ())
