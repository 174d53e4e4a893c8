"""`consultation list`: the legal questions of a period."""

from __future__ import annotations

from datetime import date

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import json_of, print_array, print_lines
from mediation_tui.cli.registers import ListedConsultation, listed_consultation
from mediation_tui.cli.reports.asking import period_options
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option, reveal_option
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.period import Period
from mediation_tui.papers.heads import Head
from mediation_tui.papers.plain import plain_lines
from mediation_tui.papers.sheet import Row, Sheet


@click.command("list", cls=Command, help=_("列出一段时间里的法律咨询。"))
@period_options
@json_option
@reveal_option
@click.pass_obj
def command(workplace: Workplace, first: date, last: date, as_json: bool, reveal: bool) -> None:
    """Print the questions, the earliest first."""
    with workplace.book() as book:
        found = sorted(book.consultations(Period(first, last)), key=lambda each: (each.question.day, each.id))
        listed = [listed_consultation(each, book) for each in found if not each.withdrawn]
    if as_json:
        print_array(json_of(each, reveal=reveal) for each in listed)
        return
    heads = (
        _("日期"),
        _("村（社区）"),
        _("咨询人"),
        _("类别"),
        _("解答人"),
        _("问题摘要"),
        _("案号"),
        _("编号"),
    )
    note = ngettext("共 {n} 件", "共 {n} 件", len(listed)).format(n=len(listed))
    sheet = Sheet(
        title=_("法律咨询"), heads=tuple(map(Head, heads)), rows=tuple(map(_row, listed)), notes=(note,)
    )
    print_lines(plain_lines(sheet))


def _row(each: ListedConsultation) -> Row:
    question = each.question
    return Row(
        (
            question.day,
            each.village_name,
            question.asker.listed_name or _("匿名"),
            question.category.label,
            each.adviser_name,
            question.question.partition("\n")[0],
            each.number,
            each.id,
        )
    )
