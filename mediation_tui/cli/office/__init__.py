"""`settings`: what an office sets for itself in its book."""

from __future__ import annotations

import rich_click as click

from mediation_tui.cli.spoken import LazyGroup
from mediation_tui.i18n import _

_HERE = "mediation_tui.cli.office"


@click.group(
    "settings",
    cls=LazyGroup,
    modules={"rules": f"{_HERE}.rules", "workdays": f"{_HERE}.workdays"},
    help=_("本所的时限规则和工作日，存在案件簿里。"),
)
def command() -> None:
    """The group itself does nothing."""
