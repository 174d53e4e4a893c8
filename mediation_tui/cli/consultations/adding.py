"""`consultation add`: writing down a legal question and its answer."""

from __future__ import annotations

from datetime import date

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.cases.choosing import village_meant
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.registers import adviser_meant, listed_consultation, oneself
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import DateType, WordType, json_option
from mediation_tui.desk.stepping import said
from mediation_tui.i18n import _
from mediation_tui.model.consultation import Asker, Question
from mediation_tui.model.vocabulary import Category, Channel


@click.command("add", cls=Command, help=_("登记一条法律咨询。"))
@click.option("--question", required=True, metavar=_("文字"), help=_("问题摘要。"))
@click.option("--answer", required=True, metavar=_("文字"), help=_("答复要点。"))
@click.option(
    "--category", type=WordType(Category), required=True, metavar=_("词"), help=_("咨询事项的类别。")
)
@click.option("--village", metavar=_("名称"), help=_("咨询人的村（社区）；镇外的人不写。"))
@click.option("--adviser", metavar=_("姓名"), help=_("解答人；不写就是自己。"))
@click.option("--name", metavar=_("姓名"), help=_("咨询人；匿名的不写。"))
@click.option("--phone", metavar=_("电话"), help=_("咨询人的电话。"))
@click.option("--minor", is_flag=True, help=_("咨询人未满 18 岁。"))
@click.option(
    "--how",
    "channel",
    type=WordType(Channel),
    default=Channel.IN_PERSON.value,
    metavar=_("词"),
    help=_("方式：当面、电话、线上等。"),
)
@click.option("--on", "day", type=DateType(), metavar=_("日期"), help=_("咨询日期；不写就是今天。"))
@click.option("--remark", default="", metavar=_("文字"), help=_("备注。"))
@json_option
@click.pass_obj
def command(
    workplace: Workplace,
    /,
    village: str | None,
    adviser: str | None,
    name: str | None,
    phone: str | None,
    minor: bool,
    day: date | None,
    as_json: bool,
    **others: object,
) -> None:
    """Write down the question."""
    with workplace.desk() as desk:
        people, place = desk.book.people, village_meant(desk.book.town, village) or None
        answered = adviser_meant(people, adviser, place) if adviser else oneself(people, desk.actor)
        question = said(
            Question,
            day=day or workplace.clock.today(),
            village=place,
            asker=said(Asker, name=name, phone=phone, minor=minor),
            adviser=answered.id,
            **others,
        )
        listed = listed_consultation(desk.record_consultation(question), desk.book)
    if as_json:
        print_json(json_of(listed, reveal=False))
    else:
        print_lines([_("已登记法律咨询：{id}").format(id=listed.id)])
