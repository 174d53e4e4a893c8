"""`review`: the weekly review, from its agenda to its minutes."""

from __future__ import annotations

import rich_click as click

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
    help=_("周研判：议程、开会、研判意见、散会、会议记录。"),
)
def command() -> None:
    """The group itself does nothing."""
