"""`roster`: the office's places and people, in and out as a sheet."""

from __future__ import annotations

import rich_click as click

from mediation_tui.cli.spoken import LazyGroup
from mediation_tui.i18n import _


@click.group(
    "roster",
    cls=LazyGroup,
    modules={
        "import": "mediation_tui.cli.rosters.importing",
        "export": "mediation_tui.cli.rosters.exporting",
    },
    help=_("名册：村组和人员，按表导入、导出。"),
)
def command() -> None:
    """The group itself does nothing."""
