"""`roster export`: the roster as a sheet that can be changed and imported again."""

from __future__ import annotations

from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import overwrite_option
from mediation_tui.i18n import _
from mediation_tui.papers.sheet import About, Workbook


@click.command("export", cls=Command, help=_("把名册导出成 xlsx 或 csv，改过可以再导入。"))
@click.argument("file", type=click.Path(path_type=Path), metavar=_("文件"))
@overwrite_option
@click.pass_obj
def command(workplace: Workplace, file: Path, overwrite: bool) -> None:
    """Write the sheet."""
    from mediation_tui.exchange.roster import export_roster
    from mediation_tui.papers.delimited import write_csv
    from mediation_tui.papers.workbook import write_workbook

    ending = file.suffix.lower()
    if ending not in (".xlsx", ".csv"):
        raise click.UsageError(_("文件名要以 .xlsx 或 .csv 结尾"))
    with workplace.book() as book:
        sheet, office = export_roster(book), book.town.office
    if ending == ".csv":
        write_csv(file, sheet, overwrite=overwrite)
    else:
        about = About(sheet.title, office, workplace.clock.now())
        write_workbook(file, Workbook(about, (sheet,)), overwrite=overwrite)
    print_lines([_("已写成：{path}").format(path=file)])
