"""`report describe`: the description of a table, to be looked at, or copied and changed."""

from __future__ import annotations

import re
from pathlib import Path

import rich_click as click

from mediation_tui.cli.output import print_lines
from mediation_tui.cli.reports.tables import shipped_meant
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import output_option
from mediation_tui.figures.tables.reading import shipped_table, shipped_tables
from mediation_tui.i18n import _
from mediation_tui.papers.fresh import fresh_file


@click.command(
    "describe",
    cls=Command,
    help=_("看一张官方表是怎么描述的，或者存一份来改成本单位自己的；不写表名就列出现有的表。"),
)
@click.argument("name", required=False, metavar=_("表名"))
@output_option()
def command(name: str | None, path: Path | None) -> None:
    """List the tables, print a description, or save it."""
    if not name:
        if path:
            raise click.UsageError(_("要存一份，请写明表名"))
        print_lines(f"{table:<12}{_titled(table)}" for table in shipped_tables())
        return
    text = shipped_meant(name)
    if path:
        with fresh_file(path) as file:
            file.write(text.encode())
        print_lines([_("已写成：{path}").format(path=path)])
    else:
        print_lines(text.splitlines())


def _titled(table: str) -> str:
    """A table's title with dots where the town or the period goes."""
    return re.sub(r"\{\w+\}", "…", str(shipped_table(table).name))
