"""`review`: the weekly review in its room, or step by step on the command line from the agenda to the minutes."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.spoken import LazyGroup
from mediation_tui.i18n import _


@click.group(
    "review",
    cls=LazyGroup,
    modules={
        "agenda": "mediation_tui.cli.reviews.agenda",
        "open": "mediation_tui.cli.reviews.opening",
        "decide": "mediation_tui.cli.reviews.deciding",
        "close": "mediation_tui.cli.reviews.closing",
        "minutes": "mediation_tui.cli.reviews.minutes",
        "list": "mediation_tui.cli.reviews.listing",
    },
    help=_("周研判：议程、开会、研判意见、散会、会议记录。不写下面的命令就打开研判界面。"),
    invoke_without_command=True,
)
@click.pass_context
def command(context: click.Context) -> None:
    """Open the room where meetings are held, unless one step is asked for."""
    if context.invoked_subcommand is None:
        workplace: Workplace = context.obj
        workplace.open_app("review")
