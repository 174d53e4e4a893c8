"""`report`: figures for those above, and the cases behind them."""

from __future__ import annotations

import rich_click as click

from mediation_tui.cli.spoken import LazyGroup
from mediation_tui.i18n import _


@click.group(
    "report",
    cls=LazyGroup,
    modules={"statement": "mediation_tui.cli.reports.statement"},
    help=_("出报表；每个数字都能查到背后的案件。"),
)
def command() -> None:
    """The group itself does nothing."""
