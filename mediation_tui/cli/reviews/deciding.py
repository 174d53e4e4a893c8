"""`review decide`: recording what a meeting decided on a case."""

from __future__ import annotations

from datetime import date

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.reviews.asking import going_on, meeting_option
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import DateType, json_option
from mediation_tui.desk.stepping import said
from mediation_tui.i18n import _
from mediation_tui.model.events import DecisionMade
from mediation_tui.papers.minutes.record import DecidedRecord
from mediation_tui.review.deciding import decide


@click.command("decide", cls=Command, help=_("记下会上对一件案件的研判意见：做什么、谁承办、何时完成。"))
@click.argument("number", metavar=_("案号"))
@click.option("--text", required=True, metavar=_("文字"), help=_("研判意见。"))
@click.option("--owner", required=True, metavar=_("姓名"), help=_("承办人。"))
@click.option("--due", type=DateType(), required=True, metavar=_("日期"), help=_("完成时限。"))
@meeting_option
@json_option
@click.pass_obj
def command(
    workplace: Workplace,
    /,
    number: str,
    text: str,
    owner: str,
    due: date,
    meeting: str | None,
    as_json: bool,
) -> None:
    """Record the decision on its case."""
    with workplace.desk() as desk:
        decision = said(DecisionMade, text=text, owner=owner, due=due)
        case = decide(desk, going_on(desk.book, meeting), desk.book.find(number), decision)
        village = desk.book.town.village_name(case.village)
    made = case.decisions[-1]
    record = DecidedRecord(
        case=case.id, number=case.number, village=village, text=made.text, owner=made.owner, due=made.due
    )
    if as_json:
        print_json(json_of(record, reveal=True))
    else:
        sentence = _("已记下：{number}，{owner} {due}前完成。")
        print_lines([sentence.format(number=case.number, owner=made.owner, due=made.due)])
