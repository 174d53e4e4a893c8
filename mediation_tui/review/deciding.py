"""Deciding in a meeting: the decision stands on the case, and the meeting keeps that the case was looked at."""

from __future__ import annotations

from mediation_tui.desk import Desk
from mediation_tui.model.case import Case
from mediation_tui.model.events import DecisionMade
from mediation_tui.model.meeting import SeenLine
from mediation_tui.review.sections import SectionCode
from mediation_tui.store.again import until_kept


def look_at(desk: Desk, meeting_id: str, line: SeenLine) -> bool:
    """Say that a line was looked at; whether it had not been before.

    Raises:
        Refused: The meeting is closed.
        NotFound: There is no such meeting.
    """
    if line in desk.meeting(meeting_id).seen:
        return False
    desk.mark_seen(meeting_id, line)
    return True


@until_kept
def decide(
    desk: Desk,
    meeting_id: str,
    case_id: str,
    decision: DecisionMade,
    seen: int | None = None,
    line: SeenLine | None = None,
) -> Case:
    """Record what a meeting decided on a case; both are written, or nothing.

    The line it is decided on was looked at with that. A case that was looked at in no section counts as raised in the
    meeting, so that its minutes find every decision.

    Args:
        desk: Whose desk.
        meeting_id: The meeting.
        case_id: The case.
        decision: What is to be done, by whom and by when; it is made to name the meeting.
        seen: The version of the case it was based on.
        line: The line of the agenda; none where it is known no closer.

    Raises:
        Refused: The meeting is closed, or the case takes no decision.
        InvalidEntry: It has no owner, or is due before it is made.
        NotFound, Stale: As for `Desk.record`.
    """
    with desk.together():
        if line is None and not any(each.case == case_id for each in desk.meeting(meeting_id).seen):
            line = SeenLine(section=SectionCode.RAISED.value, case=case_id)
        if line is not None:
            desk.mark_all_seen(meeting_id, (line,))
        named = decision.model_copy(update={"meeting": meeting_id})
        return desk.record(case_id, named, seen=seen)
