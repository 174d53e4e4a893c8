"""`schema`: the JSON Schemas of what is stored and printed."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from mediation_tui.cli.output import print_json, print_lines
from mediation_tui.cli.schemas import file_text, names, schema
from mediation_tui.cli.spoken import Command
from mediation_tui.i18n import _


@click.command(
    "schema", cls=Command, help=_("记录和 JSON 输出的格式说明（JSON Schema）；不写名称就列出全部名称。")
)
@click.argument("name", type=click.Choice(tuple(names())), required=False, metavar=_("名称"))
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar=_("文件夹"),
    help=_("把全部格式写进这个文件夹，每个一份文件。"),
)
def command(name: str | None, folder: Path | None) -> None:
    """Print one schema, or the names of all; or write them all into a folder."""
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for each in names():
            (folder / f"{each}.schema.json").write_text(file_text(each), "utf-8")
    if name:
        print_json(schema(name))
    elif not folder:
        print_lines(names())
