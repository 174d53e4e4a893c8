"""`screening correct`, `screening withdraw`: putting right what a place was written down to have reported."""

from __future__ import annotations

from datetime import date

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.registers import listed_screening, round_words
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import DateType, WordType, json_option, reason_option
from mediation_tui.desk import Desk
from mediation_tui.desk.stepping import said
from mediation_tui.i18n import _
from mediation_tui.model.screening import Round, RoundKind, Screening

_ROUND = click.argument("screening", metavar=_("编号"))


@click.command("correct", cls=Command, help=_("更正一次排查的记录；只写要改的，原来的记录留着。"))
@_ROUND
@click.option("--from", "first", type=DateType(), metavar=_("日期"), help=_("期间的第一天。"))
@click.option("--to", "last", type=DateType(), metavar=_("日期"), help=_("期间的最后一天。"))
@click.option("--held-on", type=DateType(), metavar=_("日期"), help=_("排查日期。"))
@click.option("--kind", type=WordType(RoundKind), metavar=_("词"), help=_("日常、集中或专项。"))
@click.option("--reporter", metavar=_("姓名"), help=_("报告人。"))
@click.option("--households", type=int, metavar=_("户"), help=_("走访户数。"))
@click.option("--zero/--found", default=None, help=_("其实没有发现纠纷，是零报告；或者其实有发现。"))
@click.option("--handled", type=int, metavar=_("件"), help=_("当场处理的件数。"))
@click.option("--passed-up", type=int, metavar=_("件"), help=_("上报的件数。"))
@click.option("--findings", metavar=_("文字"), help=_("发现了什么。"))
@click.option("--person", "people", multiple=True, metavar=_("姓名"), help=_("排查人，可写多次。"))
@reason_option
@json_option
@click.pass_obj
def correct(
    workplace: Workplace,
    /,
    screening: str,
    zero: bool | None,
    people: tuple[str, ...],
    reason: str,
    as_json: bool,
    **others: int | str | date | None,
) -> None:
    """Put a round right."""
    with workplace.desk() as desk:
        now = desk.screening(screening).round
        none = {"handled": 0, "passed_up": 0} if zero else {}
        told = {"zero": zero, "people": people or None, **others}
        changes = none | {name: value for name, value in told.items() if value is not None}
        entry = said(Round, **{**dict(now), **changes})
        _tell(desk, desk.correct_screening(screening, entry, reason), _("已更正：{what}。"), as_json)


@click.command("withdraw", cls=Command, help=_("撤销登记错了的排查记录：这一期算没有报，原来的记录留着。"))
@_ROUND
@reason_option
@json_option
@click.pass_obj
def withdraw(workplace: Workplace, screening: str, reason: str, as_json: bool) -> None:
    """Take a round back."""
    with workplace.desk() as desk:
        _tell(desk, desk.withdraw_screening(screening, reason), _("已撤销：{what}。"), as_json)


def _tell(desk: Desk, screening: Screening, sentence: str, as_json: bool) -> None:
    listed = listed_screening(screening, desk.book)
    if as_json:
        print_json(json_of(listed, reveal=False))
    else:
        print_lines([sentence.format(what=round_words(listed))])
