"""`book`: the book itself, not what is in it."""

from __future__ import annotations

import rich_click as click

from mediation_tui.cli.spoken import LazyGroup
from mediation_tui.i18n import _


@click.group(
    "book",
    cls=LazyGroup,
    modules={
        "info": "mediation_tui.cli.books.info",
        "copy": "mediation_tui.cli.books.copying",
    },
    help=_("案件簿本身：看它的情况，把它搬到别处。"),
)
def command() -> None:
    """The group itself does nothing."""
