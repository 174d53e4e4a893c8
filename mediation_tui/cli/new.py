"""`new`: an empty book for an office."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace, is_url, new_book, usual_book
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.spoken import Command
from mediation_tui.i18n import _


@click.command("new", cls=Command, help=_("为本所新建一本空的案件簿；名册以后用 roster import 导入。"))
@click.argument("location", metavar=_("路径|地址"))
@click.option("--town", default="", metavar=_("名称"), help=_("乡镇的名称，如“共和镇”。"))
@click.option("--office", default="", metavar=_("名称"), help=_("司法所的名称；不写就是镇名加“司法所”。"))
@click.pass_obj
def command(workplace: Workplace, location: str, town: str, office: str) -> None:
    """Make the book; the first one a person makes becomes the one opened without naming it."""
    name = town or _("本镇")
    office = office or _("{town}司法所").format(town=name)
    allow_network = workplace.settings.allow_network_folder
    new_book(location, name, office, workplace.clock, allow_network=allow_network)
    print_lines([_("已新建案件簿：{path}").format(path=location)])
    if workplace.settings.book or usual_book().exists():
        print_lines([_("打开它：mediation-tui --book {path}").format(path=location)])
        return
    replace(workplace.settings, book=location if is_url(location) else str(Path(location).resolve())).save()
    print_lines([_("以后直接运行 mediation-tui 就打开它。")])
