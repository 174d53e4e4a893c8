"""`weeksheet`: what each village has to do in a week, as sheets to print."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.cases.choosing import village_meant
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import DateType, output_option, overwrite_option
from mediation_tui.i18n import _
from mediation_tui.model.period import Period
from mediation_tui.papers.paper import PaperFormat, save_paper

_FORMS = {".xlsx": PaperFormat.XLSX, ".docx": PaperFormat.DOCX}


@click.command(
    "weeksheet",
    cls=Command,
    help=_("各村（社区）一周工作表：每天要办的事、要报的排查、在办案件和调解员电话，留出手写的地方。"),
)
@click.option("--week", "day", type=DateType(), required=True, metavar=_("日期"), help=_("那一周里的一天。"))
@click.option("--village", metavar=_("名称"), help=_("只要这个村（社区）；不写则每村一页。"))
@click.option("--names", is_flag=True, help=_("写出当事人姓名；不写则只写姓。"))
@output_option(_("写进这个文件，以 .xlsx 或 .docx 结尾。"), required=True)
@overwrite_option
@click.pass_obj
def command(
    workplace: Workplace, day: date, village: str | None, names: bool, path: Path, overwrite: bool
) -> None:
    """Write the sheets."""
    from mediation_tui.papers.week.paper import week_paper

    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise click.UsageError(_("文件名要以 .xlsx 或 .docx 结尾"))
    clock, week = workplace.clock, Period.week_of(day)
    with workplace.book() as book:
        place = village_meant(book.town, village)
        paper = week_paper(book, week, clock.now(), clock.today(), place, named=names)
    save_paper(path, form, paper, overwrite=overwrite)
    print_lines([_("已写成：{path}").format(path=path)])
