"""`consultation correct`, `consultation withdraw`: putting right what was written down of a legal question."""

from __future__ import annotations

from datetime import date
from typing import Any

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.cases.choosing import village_meant
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.registers import adviser_meant, listed_consultation
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import DateType, WordType, json_option, reason_option
from mediation_tui.desk import Desk
from mediation_tui.desk.stepping import said
from mediation_tui.i18n import _
from mediation_tui.model.consultation import Asker, Consultation, Question
from mediation_tui.model.vocabulary import Category, Channel

_QUESTION = click.argument("consultation", metavar=_("编号"))


@click.command("correct", cls=Command, help=_("更正一条法律咨询；只写要改的，原来的记录留着。"))
@_QUESTION
@click.option("--question", metavar=_("文字"), help=_("问题摘要。"))
@click.option("--answer", metavar=_("文字"), help=_("答复要点。"))
@click.option("--category", type=WordType(Category), metavar=_("词"), help=_("咨询事项的类别。"))
@click.option("--village", metavar=_("名称"), help=_("咨询人的村（社区）；写镇名就是镇外的人。"))
@click.option("--adviser", metavar=_("姓名"), help=_("解答人。"))
@click.option("--name", metavar=_("姓名"), help=_("咨询人；写成空的就是匿名。"))
@click.option("--phone", metavar=_("电话"), help=_("咨询人的电话。"))
@click.option("--minor/--adult", default=None, help=_("咨询人未满 18 岁；或者已满。"))
@click.option(
    "--how", "channel", type=WordType(Channel), metavar=_("词"), help=_("方式：当面、电话、线上等。")
)
@click.option("--on", "day", type=DateType(), metavar=_("日期"), help=_("咨询日期。"))
@click.option("--remark", metavar=_("文字"), help=_("备注。"))
@reason_option
@json_option
@click.pass_obj
def correct(
    workplace: Workplace,
    /,
    consultation: str,
    village: str | None,
    adviser: str | None,
    name: str | None,
    phone: str | None,
    minor: bool | None,
    reason: str,
    as_json: bool,
    **others: str | date | None,
) -> None:
    """Put a question right."""
    with workplace.desk() as desk:
        now, book = desk.consultation(consultation).question, desk.book
        place = now.village if village is None else village_meant(book.town, village) or None
        asker = said(Asker, **{**dict(now.asker), **_told(name=name, phone=phone, minor=minor)})
        changes = {"village": place, "asker": asker, **_told(**others)}
        if adviser:
            changes["adviser"] = adviser_meant(book.people, adviser, place).id
        question = said(Question, **{**dict(now), **changes})
        done = desk.correct_consultation(consultation, question, reason)
        _tell(desk, done, _("已更正法律咨询：{id}"), as_json)


@click.command("withdraw", cls=Command, help=_("撤销登记错了的法律咨询：不再计数，原来的记录留着。"))
@_QUESTION
@reason_option
@json_option
@click.pass_obj
def withdraw(workplace: Workplace, consultation: str, reason: str, as_json: bool) -> None:
    """Take a question back."""
    with workplace.desk() as desk:
        done = desk.withdraw_consultation(consultation, reason)
        _tell(desk, done, _("已撤销法律咨询：{id}"), as_json)


def _told(**said_: Any) -> dict[str, Any]:
    """What was said, where an empty text takes back what stood there."""
    return {name: None if value == "" else value for name, value in said_.items() if value is not None}


def _tell(desk: Desk, consultation: Consultation, sentence: str, as_json: bool) -> None:
    if as_json:
        print_json(json_of(listed_consultation(consultation, desk.book), reveal=False))
    else:
        print_lines([sentence.format(id=consultation.id)])
