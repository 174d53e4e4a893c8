"""`review list`: the meetings there were."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import json_of, print_array, print_lines
from mediation_tui.cli.reviews.asking import all_meetings, told_of
from mediation_tui.cli.reviews.records import listed_meeting
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option
from mediation_tui.i18n import _


@click.command("list", cls=Command, help=_("列出开过的会，最近的在前。"))
@json_option
@click.pass_obj
def command(workplace: Workplace, as_json: bool) -> None:
    """Print the meetings, the newest first."""
    with workplace.book() as book:
        meetings = all_meetings(book)
    if as_json:
        print_array(json_of(listed_meeting(each), reveal=True) for each in meetings)
    else:
        print_lines(map(told_of, meetings) if meetings else [_("还没有开过会。")])
