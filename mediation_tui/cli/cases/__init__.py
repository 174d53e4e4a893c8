"""`case`: look cases up."""

from __future__ import annotations

import rich_click as click

from mediation_tui.cli.spoken import LazyGroup
from mediation_tui.i18n import _


@click.group(
    "case",
    cls=LazyGroup,
    modules={
        "list": "mediation_tui.cli.cases.listing",
        "show": "mediation_tui.cli.cases.showing",
        "events": "mediation_tui.cli.cases.history",
    },
    help=_("查案件：列出、看一件、看经过。"),
)
def command() -> None:
    """The group itself does nothing."""
