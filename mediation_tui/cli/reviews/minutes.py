"""`review minutes`: the minutes of a meeting, on the screen or as a file to print and sign."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.reports.asking import Output, output_options
from mediation_tui.cli.reports.delivering import deliver
from mediation_tui.cli.spoken import Command
from mediation_tui.errors import NotFound
from mediation_tui.i18n import N_, _
from mediation_tui.papers.minutes.paper import minutes_paper
from mediation_tui.review.minutes import read_minutes
from mediation_tui.store.book import Book


@click.command("minutes", cls=Command, help=_("会议记录：最近一次会议的，或者写明编号的那一次。"))
@output_options
@click.option("--meeting", metavar=_("编号"), help=_("哪一次会议，写编号；不写就是最近一次。"))
@click.pass_obj
def command(workplace: Workplace, meeting: str | None, output: Output) -> None:
    """Print or save the minutes."""
    with workplace.book() as book:
        minutes = read_minutes(book, workplace.clock, meeting or _newest(book))
    deliver(minutes_paper(minutes, workplace.clock.now()), output)


def _newest(book: Book) -> str:
    for head in book.meetings(0, 1):
        return head.id
    raise NotFound(N_("还没有开过会；先用 review open 开会。"))
