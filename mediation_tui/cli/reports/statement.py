"""`report statement`: who resolved what where in a period, and what stayed in the village and the town."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.reports.asking import Asked, Output, report_options
from mediation_tui.cli.reports.delivering import deliver
from mediation_tui.cli.reports.explaining import statement_explained
from mediation_tui.cli.reports.reading import figures_asked
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import WordType
from mediation_tui.figures.lines import By
from mediation_tui.i18n import _
from mediation_tui.papers.statement import statement_paper

by_option = click.option(
    "--by",
    type=WordType(By),
    default=By.VILLAGE.value,
    show_default=True,
    metavar="village|grid|category",
    help=_("每行是一个村、一个网格还是一个类别。"),
)
"""What each line is."""


@click.command(
    "statement", cls=Command, help=_("小事不出村、大事不出镇统计：收了多少、在哪一级化解、去了哪里。")
)
@report_options
@by_option
@click.pass_obj
def command(workplace: Workplace, asked: Asked, output: Output, by: By) -> None:
    """Count the period and print it or save it."""
    with workplace.book() as book, figures_asked(book, asked, workplace.clock) as figures:
        statement, town = figures.statement(by), book.town
    paper = statement_paper(statement, town, prepared_on=workplace.clock.today(), reporter=town.office)
    deliver(paper, output, statement_explained(statement) if asked.explain else ())
