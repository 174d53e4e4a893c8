"""`calendar`: sessions, visits and last days of a period as an .ics file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.cases.choosing import village_meant
from mediation_tui.cli.output import print_lines
from mediation_tui.cli.registers import person_meant
from mediation_tui.cli.reports.asking import period_options
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import output_option, overwrite_option
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.period import Period
from mediation_tui.store.filters import CaseFilter


@click.command(
    "calendar",
    cls=Command,
    help=_("把约定的调解、回访、各种时限和研判意见的期限写成日历文件（.ics），手机和日历程序都能打开。"),
)
@period_options
@click.option("--village", metavar=_("名称"), help=_("只看这个村（社区）；写镇名则看镇里受理的外来纠纷。"))
@click.option("--mediator", metavar=_("姓名"), help=_("只看这位调解员的案件。"))
@click.option("--names", is_flag=True, help=_("写出当事人姓名和研判意见全文；不写则当事人只写姓。"))
@output_option(_("写进这个文件，以 .ics 结尾。"), required=True)
@overwrite_option
@click.pass_obj
def command(
    workplace: Workplace,
    first: date,
    last: date,
    village: str | None,
    mediator: str | None,
    names: bool,
    path: Path,
    overwrite: bool,
) -> None:
    """Write the file."""
    from mediation_tui.papers.calendar.entries import calendar_of
    from mediation_tui.papers.calendar.file import write_calendar

    if path.suffix.lower() != ".ics":
        raise click.UsageError(_("文件名要以 .ics 结尾"))
    period = Period(first, last)
    with workplace.book() as book:
        whose = CaseFilter(
            village=village_meant(book.town, village),
            mediator=person_meant(book.people, mediator).id if mediator else None,
        )
        calendar = calendar_of(book, period, whose, workplace.clock.now(), named=names)
    write_calendar(path, calendar, overwrite=overwrite)
    n = len(calendar.entries)
    print_lines([ngettext("已写成：{path}（{n} 项）", "已写成：{path}（{n} 项）", n).format(path=path, n=n)])
