"""`review close`: ending a meeting with the numbers it went by."""

from __future__ import annotations

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.reviews.asking import going_on, meeting_option, told_of
from mediation_tui.cli.reviews.records import listed_meeting
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import json_option
from mediation_tui.i18n import _
from mediation_tui.review.docket import read_docket
from mediation_tui.review.heads import heads_of


@click.command("close", cls=Command, help=_("散会：核定数字，此后这次会议不能再记。"))
@meeting_option
@click.option("--signer", metavar=_("姓名"), help=_("核定数字的人；不写就是主持人。"))
@click.option("--note", default="", metavar=_("文字"), help=_("备注。"))
@json_option
@click.pass_obj
def command(workplace: Workplace, meeting: str | None, signer: str | None, note: str, as_json: bool) -> None:
    """Sign the numbers and take nothing more."""
    with workplace.desk() as desk:
        open_ = desk.meeting(going_on(desk.book, meeting))
        numbers = [head.signed for head in heads_of(read_docket(desk.book, workplace.clock, open_.week))]
        closed = desk.close_meeting(open_.id, numbers, signer or open_.attendance.chair, note, open_.version)
    if as_json:
        print_json(json_of(listed_meeting(closed), reveal=True))
    else:
        print_lines([_("已散会：{meeting}。").format(meeting=told_of(closed))])
