"""`report measures`: how long it took, what was kept, what came back."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.cases.choosing import grid_meant, village_meant
from mediation_tui.cli.progress import progress_bar
from mediation_tui.cli.reports.asking import Asked, Output, report_options
from mediation_tui.cli.reports.delivering import deliver
from mediation_tui.cli.reports.explaining import measures_explained
from mediation_tui.cli.reports.reading import numbers_of, proven_records
from mediation_tui.cli.spoken import Command
from mediation_tui.figures.figure import NONE
from mediation_tui.figures.measures import Scope, read_measures
from mediation_tui.i18n import _
from mediation_tui.model.places import Town
from mediation_tui.papers.measures.paper import measures_paper

village_option = click.option(
    "--village", metavar=_("村"), help=_("只看一个村（社区）；写镇名就是镇级直接受理的。")
)
"""Which village, where it is one alone."""


@click.command(
    "measures", cls=Command, help=_("调解质量：调结率、用时、按期、积压、履行、回访、外溢、复发、预防……")
)
@report_options
@village_option
@click.option("--grid", metavar=_("网格"), help=_("只看一个网格。"))
@click.pass_obj
def command(
    workplace: Workplace, asked: Asked, output: Output, village: str | None, grid: str | None
) -> None:
    """Measure the period and print it or save it."""
    with (
        workplace.book() as book,
        proven_records(book, asked, workplace.clock) as records,
        progress_bar(_("正在统计")) as progress,
    ):
        town = book.town
        scope = _scope(town, village, grid)
        measures = read_measures(records, asked.period, scope, progress)
        behind = NONE.union(*(figure.behind for group in measures.groups for figure in group.figures))
        numbers = numbers_of(records, behind) if asked.explain else {}
    paper = measures_paper(measures, town, prepared_on=workplace.clock.today())
    deliver(paper, output, measures_explained(measures, numbers) if asked.explain else ())


def _scope(town: Town, village: str | None, grid: str | None) -> Scope:
    """The place meant; a grid's village need not be said where no other village has one of that name."""
    place = village_meant(town, village)
    if not grid:
        return Scope(place)
    found = grid_meant(town, place, grid)
    return Scope(place or next(each.id for each in town.villages if found in each.grids), found.id)
