"""`report annual`: what an annual report has to say, every number footnoted."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.reports.asking import Asked, Output, report_options
from mediation_tui.cli.reports.delivering import deliver
from mediation_tui.cli.reports.explaining import annual_explained
from mediation_tui.cli.reports.reading import figures_asked
from mediation_tui.cli.spoken import Command
from mediation_tui.figures.annual import annual_report
from mediation_tui.i18n import _
from mediation_tui.papers.annual.paper import annual_paper


@click.command(
    "annual",
    cls=Command,
    help=_("年度报告：登记、受理、调结、化解各多少，小事不出村、大事不出镇，每个数字都有注。"),
)
@report_options
@click.option("--addressee", default="", metavar=_("主送机关"), help=_("公函的主送机关。"))
@click.pass_obj
def command(workplace: Workplace, asked: Asked, output: Output, addressee: str) -> None:
    """Write the report and print it or save it."""
    with workplace.book() as book, figures_asked(book, asked, workplace.clock) as figures:
        town = book.town
        report = annual_report(figures.statement(), figures.population, town)
    paper = annual_paper(report, addressee=addressee, prepared_on=workplace.clock.today())
    deliver(paper, output, annual_explained(report) if asked.explain else ())
