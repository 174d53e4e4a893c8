"""`report ledger`: one line for each case of a period, with everything a recount needs and nobody's full name."""

from __future__ import annotations

from typing import Any

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import json_of
from mediation_tui.cli.records import listed
from mediation_tui.cli.reports.asking import Asked, Output, listing_options
from mediation_tui.cli.reports.delivering import deliver
from mediation_tui.cli.reports.reading import figures_asked
from mediation_tui.cli.spoken import Command
from mediation_tui.i18n import _
from mediation_tui.papers.ledger.columns import masked
from mediation_tui.papers.ledger.paper import ledger_paper


@click.command("ledger", cls=Command, help=_("期内在手案件的台账：每件一行，供复核统计用，当事人只写姓。"))
@listing_options
@click.pass_obj
def command(workplace: Workplace, asked: Asked, output: Output) -> None:
    """List the period's cases, or save the list."""
    with workplace.book() as book, figures_asked(book, asked, workplace.clock) as figures:
        town, cases = book.town, figures.in_hand()

    def values() -> Any:
        shown = (case.model_copy(update={"versus": masked(case.versus)}) for case in cases)
        return [json_of(listed(case, town), reveal=False) for case in shown]

    paper = ledger_paper(cases, figures.basis, town, values, prepared_on=workplace.clock.today())
    deliver(paper, output)
