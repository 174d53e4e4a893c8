"""`screening`: rounds reported, zero reports, and who owes one."""

from __future__ import annotations

import rich_click as click

from mediation_tui.cli.spoken import LazyGroup
from mediation_tui.i18n import _


@click.group(
    "screening",
    cls=LazyGroup,
    modules={
        "report": "mediation_tui.cli.screenings.reporting:report",
        "zero": "mediation_tui.cli.screenings.reporting:zero",
        "board": "mediation_tui.cli.screenings.looking:board_",
        "list": "mediation_tui.cli.screenings.looking:list_",
        "correct": "mediation_tui.cli.screenings.amending:correct",
        "withdraw": "mediation_tui.cli.screenings.amending:withdraw",
    },
    help=_("排查：报排查、零报告、谁还没有报，更正、撤销。"),
)
def command() -> None:
    """The group itself does nothing."""
