"""Commands of Today: what the line under the cursor waits for, and whose cases are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mediation_tui.i18n import N_
from mediation_tui.model.eventkind import EventKind
from mediation_tui.ui.commands.command import Command, Group, Here, in_room

if TYPE_CHECKING:
    from mediation_tui.ui.screens.today import TodayScreen

_ASKED = (
    EventKind.ACCEPTED,
    EventKind.SESSION_HELD,
    EventKind.VISIT_MADE,
    EventKind.OBLIGATION_PERFORMED,
    EventKind.FEEDBACK_RECEIVED,
    EventKind.DECISION_DONE,
    EventKind.CLOSED,
)
"""What lines of Today wait for."""


_here = in_room("today")


def _asked(kind: EventKind) -> Command:
    def waits(here: Here) -> bool:
        return _here(here) and cast("TodayScreen", here.room).asked is kind

    return Command(
        id=f"today.{kind.value}",
        source=kind.source,
        description=N_("光标所在的这一行等着做的事；空格也可以。"),
        keys=("f12",),
        when=waits,
        run=lambda here: here.room.call("asked"),
        group=Group.ACTS,
        shown=True,
    )


TODAY = (
    *map(_asked, _ASKED),
    Command(
        id="today.filter",
        source=N_("筛选"),
        description=N_("只看某个村、某位调解员或某一级的；程序开着就一直记着。"),
        keys=("ctrl+f", "f"),
        when=_here,
        run=lambda here: here.room.call("filter"),
        group=Group.CASES,
        shown=True,
    ),
    Command(
        id="today.clear",
        source=N_("取消筛选"),
        description=N_("今日里又看全部案件。"),
        keys=("ctrl+x", "x"),
        when=_here,
        run=lambda here: here.room.call("clear"),
        group=Group.CASES,
    ),
)
"""What can be done with Today; of the commands with one key the one the line waits for is at hand."""
