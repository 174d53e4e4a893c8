"""Which step a meeting may take next; a closed one takes nothing more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from mediation_tui.errors import InvalidEntry, MediationError, Problem, Refused
from mediation_tui.i18n import N_
from mediation_tui.model.meeting import (
    AttendanceCorrected,
    Closed,
    MeetingHead,
    MeetingStep,
    Opened,
    Seen,
    meeting_of,
)


def check_opening(opened: Opened, others: Iterable[MeetingHead], today: date) -> None:
    """Refuse a meeting on a day that has not come, or beside one of the same week that still goes on.

    Raises:
        InvalidEntry: It was held in the future, or before its week.
        Refused: Another of its week is open.
    """
    if opened.day > today:
        error = MediationError(N_("会议日期不能晚于今天（{day}）"), day=today)
        raise InvalidEntry([Problem("day", error)])
    if opened.day < opened.first:
        error = MediationError(N_("会议不能早于它所研判的一周（{day} 开始）"), day=opened.first)
        raise InvalidEntry([Problem("day", error)])
    for other in others:
        if other.open and other.first == opened.first:
            raise Refused(
                N_("这一周（{first} – {last}）的会议还没有散会，请接着开那一次，或者先散会。"),
                first=other.first,
                last=other.last,
            )


def check_going_on(meeting: MeetingHead) -> None:
    """Refuse whatever is to be entered in a meeting that is closed.

    Raises:
        Refused: It is; the sentence says what can be done instead.
    """
    if not meeting.open:
        raise Refused(
            N_("{day} 的会议已经散会，不能再记；要补的请另开一次会，或者直接记在案件上。"), day=meeting.day
        )


def check(earlier: Sequence[MeetingStep], step: MeetingStep) -> None:
    """Refuse a step that may not be a meeting's next.

    Raises:
        Refused: Why not.
    """
    if not earlier:
        if not isinstance(step.data, Opened):
            raise Refused(N_("会议要从开会开始。"))
        return
    stands = meeting_of(earlier)
    check_going_on(stands)
    match step.data:
        case Opened():
            raise Refused(N_("这次会议已经开始；可以更正到会情况、看案件或者散会。"))
        case AttendanceCorrected(attendance=attendance):
            if attendance == stands.attendance:
                raise Refused(N_("没有改动。"))
        case Seen(line=line):
            if line in stands.seen:
                raise Refused(N_("这一项已经看过了。"))
        case Closed():
            pass
