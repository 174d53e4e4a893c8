"""`review open`: opening the meeting about a week."""

from __future__ import annotations

from datetime import date

import rich_click as click

from mediation_tui.bootstrap import Workplace
from mediation_tui.cli.output import json_of, print_json, print_lines
from mediation_tui.cli.reviews.asking import told_of, week_meant, week_option
from mediation_tui.cli.reviews.records import listed_meeting
from mediation_tui.cli.spoken import Command
from mediation_tui.cli.words import DateType, json_option
from mediation_tui.desk.stepping import said
from mediation_tui.i18n import _
from mediation_tui.model.meeting import Attendance


@click.command("open", cls=Command, help=_("开会：写明谁主持、谁记录、谁到会、谁缺席。"))
@week_option
@click.option("--chair", required=True, metavar=_("姓名"), help=_("主持人。"))
@click.option("--recorder", metavar=_("姓名"), help=_("记录人；不写就是自己。"))
@click.option("--present", multiple=True, metavar=_("姓名"), help=_("到会的人，可写多次。"))
@click.option("--absent", multiple=True, metavar=_("姓名"), help=_("缺席的人，可写多次。"))
@click.option("--on", type=DateType(), metavar=_("日期"), help=_("开会日期；不写就是今天。"))
@click.option("--place", default="", metavar=_("文字"), help=_("开会地点。"))
@json_option
@click.pass_obj
def command(
    workplace: Workplace,
    /,
    day: date | None,
    chair: str,
    recorder: str | None,
    present: tuple[str, ...],
    absent: tuple[str, ...],
    on: date | None,
    place: str,
    as_json: bool,
) -> None:
    """Write down that a meeting began."""
    week = week_meant(day, workplace.clock.today())
    with workplace.desk() as desk:
        people = {"chair": chair, "recorder": recorder or desk.actor_name}
        attendance = said(Attendance, **people, present=present, absent=absent)
        meeting = desk.open_meeting(week, attendance, on, place)
    if as_json:
        print_json(json_of(listed_meeting(meeting), reveal=True))
    else:
        print_lines([_("已开会：{meeting}。").format(meeting=told_of(meeting))])
