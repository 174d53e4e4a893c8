"""`report issued`, `report show`, `report changes`: the reports there are, what they say, what became of them."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import print_json, print_lines
from mediation_tui.cli.reports.asking import Output, output_options
from mediation_tui.cli.reports.delivering import deliver
from mediation_tui.cli.reports.finding import reports_in_order, said_of, the_report
from mediation_tui.cli.reports.reading import strays_named
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option
from mediation_tui.errors import Refused
from mediation_tui.figures.issued.drafting import changes_of
from mediation_tui.i18n import N_, _
from mediation_tui.papers.issued.paper import changes_paper, issued_paper
from mediation_tui.rules.registers import REPORTS
from mediation_tui.rules.reporting import FROZEN, drafted

_REPORT = click.argument("report", metavar=_("报告号"))


@click.command("issued", cls=Command, help=_("列出起过的报表：草稿、审核、签发、上报、回退。"))
@json_option
@click.pass_obj
def listed(workplace: Workplace, as_json: bool) -> None:
    """List the reports."""
    with workplace.book() as book:
        heads = reports_in_order(book)
    if as_json:
        print_json([head.model_dump(mode="json") for head in heads])
    else:
        print_lines(
            list(map(said_of, heads)) or [_("还没有起过报表；起一份：report draft statement --from … --to …")]
        )


@click.command("show", cls=Command, help=_("打开一份起过的报表，和签发时一样。"))
@_REPORT
@output_options
@click.pass_obj
def show(workplace: Workplace, report: str, output: Output) -> None:
    """Show a report as it was frozen."""
    with workplace.book() as book:
        steps, people = book.steps(REPORTS, the_report(book, report).id), book.people
    deliver(issued_paper(steps, people, prepared_on=workplace.clock.today()), output)


@click.command("changes", cls=Command, help=_("一份签发的报表，签发以后有哪些补录和更正，逐行列出。"))
@_REPORT
@output_options
@click.pass_obj
def changes(workplace: Workplace, report: str, output: Output) -> None:
    """Compare a signed report with what is known now."""
    with workplace.book() as book:
        head, town = the_report(book, report), book.town
        if head.state not in FROZEN:
            raise Refused(N_("《{title}》还没有签发，没有可比的。"), title=head.title)
        with strays_named(book):
            since = changes_of(book, workplace.clock, drafted(book.steps(REPORTS, head.id)))
    deliver(changes_paper(since, town, workplace.clock), output)
