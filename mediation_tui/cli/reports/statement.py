"""`report statement`: who resolved what where in a period, and what stayed in the village and the town."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import print_json, print_lines
from mediation_tui.cli.reports.explaining import explanation
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import DateType, WordType, json_option
from mediation_tui.figures.lines import By
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.statement import Statement
from mediation_tui.i18n import _
from mediation_tui.model.period import Period
from mediation_tui.model.places import Town
from mediation_tui.papers.delimited import csv_lines
from mediation_tui.papers.plain import plain_lines
from mediation_tui.papers.statement import StatementFormat, save_statement, statement_json, statement_sheet

_TABLE = "table"
_FORMATS = (_TABLE, *(form.value for form in StatementFormat))


@click.command(
    "statement", cls=Command, help=_("小事不出村、大事不出镇统计：收了多少、在哪一级化解、去了哪里。")
)
@click.option("--from", "first", type=DateType(), required=True, metavar=_("日期"), help=_("期间的第一天。"))
@click.option("--to", "last", type=DateType(), required=True, metavar=_("日期"), help=_("期间的最后一天。"))
@click.option(
    "--by",
    type=WordType(By),
    default=By.VILLAGE.value,
    show_default=True,
    metavar="village|grid|category",
    help=_("每行是一个村、一个网格还是一个类别。"),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help=_("输出的样式；不写就看 -o 的扩展名，都没有就是 table。"),
)
@json_option
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar=_("文件"), help=_("写进这个文件。"))
@click.option("--overwrite", is_flag=True, help=_("文件已经有了也照写。"))
@click.option("--explain", is_flag=True, help=_("在表后说明每个比率怎么算、每个数字是哪些案件。"))
@click.pass_obj
def command(
    workplace: Workplace,
    first: date,
    last: date,
    by: By,
    form: str | None,
    as_json: bool,
    output: Path | None,
    overwrite: bool,
    explain: bool,
) -> None:
    """Count the period and print it or save it."""
    form = _form(form, as_json, output)
    if (form == _TABLE and output) or (form == StatementFormat.XLSX and not output):
        raise click.UsageError(_("table 只在屏幕上看，xlsx 要用 -o 写明文件"))
    with workplace.book() as book:
        statement, town = (
            PeriodFigures(Present(book, workplace.clock), Period(first, last)).statement(by),
            book.town,
        )
    if output:
        save_statement(
            output,
            StatementFormat(form),
            statement,
            town,
            prepared_on=workplace.clock.today(),
            reporter=town.office,
            overwrite=overwrite,
        )
        print_lines([_("已写成：{path}").format(path=output)])
    else:
        _print(form, statement, town, workplace.clock.today(), explain=explain)


def _form(said: str | None, as_json: bool, output: Path | None) -> str:
    """The format asked for, in whichever way."""
    if as_json:
        return StatementFormat.JSON.value
    ending = output.suffix.removeprefix(".").lower() if output else ""
    return said or (ending if ending in _FORMATS else _TABLE)


def _print(form: str, statement: Statement, town: Town, today: date, *, explain: bool) -> None:
    if form == StatementFormat.JSON:
        print_json(statement_json(statement, town))
        return
    sheet = statement_sheet(statement, town, prepared_on=today, reporter=town.office)
    if form == StatementFormat.CSV:
        print_lines(line.rstrip("\r\n") for line in csv_lines(sheet))
        return
    print_lines(plain_lines(sheet))
    if explain:
        print_lines(explanation(statement))
