"""`new`: an empty book for an office."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace, new_book, usual_book
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.spoken import Command
from mediation_tui.i18n import _


@click.command("new", cls=Command, help=_("为本所新建一本空的案件簿；名册以后用 roster import 导入。"))
@click.argument("path", type=click.Path(path_type=Path), metavar=_("路径"))
@click.option("--town", default="", metavar=_("名称"), help=_("乡镇的名称，如“共和镇”。"))
@click.option("--office", default="", metavar=_("名称"), help=_("司法所的名称；不写就是镇名加“司法所”。"))
@click.pass_obj
def command(workplace: Workplace, path: Path, town: str, office: str) -> None:
    """Make the book; the first one a person makes becomes the one opened without naming it."""
    name = town or _("本镇")
    new_book(path, name, office or _("{town}司法所").format(town=name), workplace.clock)
    print_lines([_("已新建案件簿：{path}").format(path=path)])
    if workplace.settings.book or usual_book().exists():
        print_lines([_("打开它：mediation-tui --book {path}").format(path=path)])
        return
    replace(workplace.settings, book=str(path.resolve())).save()
    print_lines([_("以后直接运行 mediation-tui 就打开它。")])
