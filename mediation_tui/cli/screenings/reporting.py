"""`screening report`, `screening zero`: writing down what a place reports for a period."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.cases.choosing import grid_meant, village_meant
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.registers import listed_screening, round_words
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import DateType, WordType, json_option
from mediation_tui.desk import Desk
from mediation_tui.desk.stepping import said
from mediation_tui.i18n import _
from mediation_tui.model.period import Period
from mediation_tui.model.screening import Round, RoundKind, Screening
from mediation_tui.rules.screening import period_around

_Function = Callable[..., Any]


def _entering(command: _Function) -> _Function:
    """The argument and options of every report; the command is given the desk and what they say of a round."""

    @click.pass_obj
    @wraps(command)
    def told(
        workplace: Workplace,
        /,
        village: str,
        grid: str | None,
        as_json: bool,
        day: date | None,
        first: date | None,
        last: date | None,
        held_on: date | None,
        **others: Any,
    ) -> None:
        with workplace.desk() as desk:
            town, today = desk.book.town, workplace.clock.today()
            found = village_meant(town, village)
            period = _period(desk, day or today, first, last)
            where = {"village": found, "grid": grid_meant(town, found, grid).id if grid else None}
            days = {"first": period.first, "last": period.last, "held_on": held_on or min(period.last, today)}
            others["reporter"] = others["reporter"] or desk.actor_name
            _tell(
                desk,
                command(desk, {**where, **days, "reported_at": workplace.clock.now()}, **others),
                as_json,
            )

    options = (
        click.argument("village", metavar=_("村（社区）")),
        click.option("--grid", metavar=_("名称"), help=_("网格自己报的，写网格名。")),
        click.option(
            "--for",
            "day",
            type=DateType(),
            metavar=_("日期"),
            help=_("报哪一期：期间里的任何一天；不写就是今天。"),
        ),
        click.option("--from", "first", type=DateType(), metavar=_("日期"), help=_("自定期间的第一天。")),
        click.option("--to", "last", type=DateType(), metavar=_("日期"), help=_("自定期间的最后一天。")),
        click.option("--held-on", type=DateType(), metavar=_("日期"), help=_("排查日期。")),
        click.option(
            "--kind",
            type=WordType(RoundKind),
            default=RoundKind.ROUTINE.value,
            metavar=_("词"),
            help=_("日常、集中或专项。"),
        ),
        click.option("--reporter", default="", metavar=_("姓名"), help=_("报告人；不写就是自己。")),
        click.option("--households", type=int, metavar=_("户"), help=_("走访户数。")),
        json_option,
    )
    with_options: _Function = told
    for option in reversed(options):
        with_options = option(with_options)
    return with_options


@click.command("report", cls=Command, help=_("记下一个村（网格）报来的排查。"))
@_entering
@click.option("--handled", type=int, default=0, metavar=_("件"), help=_("当场处理的件数。"))
@click.option("--passed-up", type=int, default=0, metavar=_("件"), help=_("上报的件数。"))
@click.option("--findings", default="", metavar=_("文字"), help=_("发现了什么。"))
@click.option("--person", "people", multiple=True, metavar=_("姓名"), help=_("排查人，可写多次。"))
@click.option(
    "--case", "cases", multiple=True, metavar=_("案号"), help=_("由它发现、已经登记的案件，可写多次。")
)
def report(desk: Desk, where: dict[str, Any], cases: tuple[str, ...], **said_: Any) -> Screening:
    """Write down a round."""
    known = [desk.book.find(number) for number in cases]
    return desk.report_screening(said(Round, **where, **said_), known=known)


@click.command("zero", cls=Command, help=_("记下零报告：排查了，没有发现纠纷。"))
@_entering
def zero(desk: Desk, where: dict[str, Any], **said_: Any) -> Screening:
    """Write down that a place looked and found none."""
    return desk.report_screening(said(Round, **where, **said_, zero=True))


def _period(desk: Desk, day: date, first: date | None, last: date | None) -> Period:
    """The period meant: two days, or the one the office's rhythm has around a day.

    Raises:
        UsageError: Only one of the two days is named.
    """
    if (first is None) != (last is None):
        raise click.UsageError(_("--from 和 --to 要一起写"))
    if first and last:
        return Period(first, last)
    return period_around(desk.book.rules.screening.rhythm, day)


def _tell(desk: Desk, screening: Screening, as_json: bool) -> None:
    listed = listed_screening(screening, desk.book)
    if as_json:
        print_json(json_of(listed, reveal=False))
        return
    print_lines([_("已记下：{what}。").format(what=round_words(listed))])
