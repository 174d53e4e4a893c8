"""`consultation`: the register of legal questions."""

from __future__ import annotations

import rich_click as click

from mediation_tui.cli.spoken import LazyGroup
from mediation_tui.i18n import _


@click.group(
    "consultation",
    cls=LazyGroup,
    modules={
        "add": "mediation_tui.cli.consultations.adding",
        "list": "mediation_tui.cli.consultations.listing",
        "to-case": "mediation_tui.cli.consultations.becoming",
        "correct": "mediation_tui.cli.consultations.amending:correct",
        "withdraw": "mediation_tui.cli.consultations.amending:withdraw",
    },
    help=_("法律咨询：登记、列出、转为调解案件，更正、撤销。"),
)
def command() -> None:
    """The group itself does nothing."""
