"""Which week, and which meeting, a command about the review is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import rich_click as click

from mediation_tui.cli.words import DateType
from mediation_tui.errors import MediationError, NotFound
from mediation_tui.i18n import N_, _
from mediation_tui.model.meeting import MeetingHead
from mediation_tui.model.period import Period
from mediation_tui.store.book import Book

_Function = Callable[..., Any]
_PAGE = 50


def week_option(command: _Function) -> _Function:
    """The option that names the week by any of its days; the command is given that day as `day`."""
    explained = _("研判哪一周：那一周的任何一天；不写就是本周。")
    return click.option("--week", "day", type=DateType(), metavar=_("日期"), help=explained)(command)


def meeting_option(command: _Function) -> _Function:
    """The option that names a meeting; the command is given it as `meeting`."""
    explained = _("哪一次会议，写编号；不写就是还没有散会的那一次。")
    return click.option("--meeting", metavar=_("编号"), help=explained)(command)


def week_meant(day: date | None, today: date) -> Period:
    """The week of a day, or this one."""
    return Period.week_of(day or today)


def going_on(book: Book, meeting: str | None) -> str:
    """The meeting named, or else the one that still goes on.

    Raises:
        NotFound: None goes on.
        MediationError: Several do.
    """
    if meeting:
        return meeting
    found = [each for each in all_meetings(book) if each.open]
    if not found:
        raise NotFound(N_("没有正在开的会；先用 review open 开会。"))
    if len(found) > 1:
        raise MediationError(
            N_("不止一次会议还没有散会，请用 --meeting 写明：{ids}"), ids=tuple(each.id for each in found)
        )
    return found[0].id


def all_meetings(book: Book) -> list[MeetingHead]:
    """Every meeting, the newest first."""
    found: list[MeetingHead] = []
    while some := book.meetings(len(found), _PAGE):
        found += some
    return found


def told_of(meeting: MeetingHead) -> str:
    """A meeting in one line."""
    state = _("进行中") if meeting.open else _("已散会")
    facts = {"day": meeting.day, "week": meeting.week.label, "state": state}
    return _("{day} 研判{week}，{state}（编号 {id}）").format(id=meeting.id, **facts)
