"""`consultation to-case`: registering the dispute a legal question turned out to be."""

from __future__ import annotations

from datetime import date

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.registers import listed_consultation
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import DateType, WordType, json_option
from mediation_tui.desk import Desk
from mediation_tui.desk.stepping import said
from mediation_tui.errors import InvalidEntry, MediationError, Problem
from mediation_tui.i18n import N_, _
from mediation_tui.model.consultation import Question
from mediation_tui.model.events import Registration
from mediation_tui.model.party import Party
from mediation_tui.model.vocabulary import Category, Level, Side, Source


@click.command("to-case", cls=Command, help=_("把一条法律咨询登记为调解案件；咨询人为申请方。"))
@click.argument("consultation", metavar=_("编号"))
@click.option("--respondent", required=True, metavar=_("姓名"), help=_("被申请方。"))
@click.option("--applicant", metavar=_("姓名"), help=_("申请方；不写就是咨询人。"))
@click.option("--summary", metavar=_("文字"), help=_("纠纷简要情况；不写就用问题摘要。"))
@click.option(
    "--level", type=WordType(Level), metavar=_("词"), help=_("首接层级；不写就是村级，镇外的是镇级。")
)
@click.option(
    "--category",
    type=WordType(Category),
    metavar=_("词"),
    help=_("纠纷类别；不写就按咨询事项，“其他”的要写明。"),
)
@click.option(
    "--applied-on", type=DateType(), metavar=_("日期"), help=_("申请调解的日期；不写就是今天，咨询不算申请。")
)
@json_option
@click.pass_obj
def command(
    workplace: Workplace,
    consultation: str,
    respondent: str,
    applicant: str | None,
    summary: str | None,
    level: Level | None,
    category: Category | None,
    applied_on: date | None,
    as_json: bool,
) -> None:
    """Register the dispute and link the two."""
    with workplace.desk() as desk:
        question = desk.consultation(consultation).question
        parties = (
            _applicant(question, applicant),
            said(Party, id="p2", side=Side.RESPONDENT, name=respondent),
        )
        entry = said(
            Registration,
            village=question.village,
            level_received=level or (Level.VILLAGE if question.village else Level.TOWN),
            category=category or _category(question),
            source=Source.APPLIED,
            applied_on=applied_on or workplace.clock.today(),
            summary=summary or question.question,
            parties=parties,
        )
        _tell(desk, consultation, desk.become_case(consultation, entry).number, as_json)


def _category(question: Question) -> Category:
    """The kind of dispute the question was about; what was left at "other" is asked."""
    if question.category is Category.OTHER:
        error = MediationError(
            N_("这条咨询的事项是“其他”，请写明纠纷类别（--category）；确实是其他的，就写其他。")
        )
        raise InvalidEntry([Problem("category", error)])
    return question.category


def _applicant(question: Question, name: str | None) -> Party:
    asker = question.asker
    if not (name or asker.name):
        error = MediationError(N_("咨询人没有留姓名，请写明申请方（--applicant）。"))
        raise InvalidEntry([Problem("applicant", error)])
    own = not name or name == asker.name
    about = {"phone": asker.phone, "minor": asker.minor} if own else {}
    return said(
        Party, id="p1", side=Side.APPLICANT, name=name or asker.name, village=question.village, **about
    )


def _tell(desk: Desk, consultation: str, number: str, as_json: bool) -> None:
    if as_json:
        listed = listed_consultation(desk.consultation(consultation), desk.book)
        print_json(json_of(listed, reveal=False))
    else:
        print_lines([_("已登记为案件：{number}").format(number=number)])
