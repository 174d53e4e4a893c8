"""`settings workdays`: the years whose holidays are known, and the office's own years."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import json_of, print_array, print_lines
from mediation_tui.cli.records import KnownYear
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option, output_option
from mediation_tui.i18n import _
from mediation_tui.papers.fresh import fresh_file
from mediation_tui.rules.ruleset import RuleSet
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.rules.workyears import read_years, years_text


@click.command(
    "workdays",
    cls=Command,
    help=_(
        "看哪些年份的节假日和调休已经知道；新的一年公布后，用 -o 存一份照着写，把文件写在后面读进来。"
        "读进来的存在案件簿里，共用一本的都按它计算；还不知道的年份按周一至周五推算，并会注明。"
    ),
)
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar=_("文件"))
@output_option()
@json_option
@click.pass_obj
def command(workplace: Workplace, file: Path | None, path: Path | None, as_json: bool) -> None:
    """Take years in, write them out, or say which are known."""
    if file and (path or as_json):
        raise click.UsageError(_("读入文件时不写 -o 和 --json"))
    if file:
        print_lines(_taken(workplace, file))
        return
    with workplace.book() as book:
        rules = book.rules
    if path:
        with fresh_file(path) as fresh:
            fresh.write(years_text(rules.calendar.listed()).encode())
        print_lines([_("已写成：{path}").format(path=path)])
    elif as_json:
        own = {year.year for year in rules.workyears}
        years = (KnownYear(**dict(year), own=year.year in own) for year in rules.calendar.listed())
        print_array(json_of(year, reveal=True) for year in years)
    else:
        print_lines(_known(rules))


def _taken(workplace: Workplace, file: Path) -> Iterator[str]:
    """Keep the years of a file that are not as the program has them; those it does not name stay as they are."""
    with workplace.desk() as desk:
        rules = desk.book.rules
        known = rules.calendar.with_years(read_years(file)).listed()
        shipped = WorkingDays.shipped().listed()
        own = tuple(year for year in known if year not in shipped)
        rules = rules.model_copy(update={"workyears": own})
        if rules != desk.book.rules:
            desk.set_rules(rules)
    yield from _known(rules)


def _known(rules: RuleSet) -> Iterator[str]:
    shipped = sorted(WorkingDays.shipped().years)
    yield _("程序自带：{first}–{last} 年").format(first=shipped[0], last=shipped[-1])
    for year in rules.workyears:
        yield _("本所写明：{year} 年，放假的工作日 {rest} 天，上班的周末 {work} 天").format(
            year=year.year, rest=len(year.rest), work=len(year.work)
        )
    yield _("其他年份的节假日还不知道，按周一至周五推算，界面和打印时都注明。")
