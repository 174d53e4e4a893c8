"""What a person may do with weekly meetings: open one, say who is there, mark what was seen, close it.

What a meeting decides is recorded on the case (`DecisionMade`, naming the meeting), as everything about a case is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from mediation_tui.desk.stepping import Stepping, said
from mediation_tui.model.meeting import (
    Attendance,
    AttendanceCorrected,
    Closed,
    HeadNumber,
    Meeting,
    Opened,
    Seen,
    SeenLine,
    head_of,
    meeting_of,
)
from mediation_tui.model.period import Period
from mediation_tui.rules.meeting import check_going_on, check_opening
from mediation_tui.rules.registers import MEETINGS
from mediation_tui.store.again import until_kept


class Meetings(Stepping):
    """Holding weekly meetings; whatever is entered is in the book at once."""

    @until_kept
    def open_meeting(
        self, week: Period, attendance: Attendance, day: date | None = None, place: str = ""
    ) -> Meeting:
        """Begin the meeting about a week.

        Args:
            week: Monday to Sunday.
            attendance: Who is there.
            day: When it is held; today unless said otherwise.
            place: Where.

        Raises:
            Refused: One about that week is still open.
            InvalidEntry: Its day cannot be, or the week is none.
        """
        days = {"first": week.first, "last": week.last, "day": day or self.clock.today()}
        opened = said(Opened, **days, place=place, attendance=attendance)
        with self.book.writing() as writing:
            writing.hold(MEETINGS)
            check_opening(opened, self.book.meetings_of(week), self.clock.today())
            return meeting_of((self._begin(writing, MEETINGS, opened),))

    @until_kept
    def correct_attendance(
        self, meeting_id: str, attendance: Attendance, reason: str, seen: int | None = None
    ) -> Meeting:
        """Put right who was there.

        Raises:
            Refused: The meeting is closed, or nothing is changed.
            InvalidEntry, NotFound, Stale: It cannot be recorded, is not there, or went on meanwhile.
        """
        return meeting_of(
            self._go_on(MEETINGS, meeting_id, seen, AttendanceCorrected, attendance=attendance, reason=reason)
        )

    @until_kept
    def mark_seen(self, meeting_id: str, line: SeenLine) -> Meeting:
        """Say that a line of the agenda was looked at.

        Raises:
            Refused: The meeting is closed, or the line was marked already.
            NotFound: There is no such meeting.
        """
        return meeting_of(self._go_on(MEETINGS, meeting_id, None, Seen, line=line))

    @until_kept
    def mark_all_seen(self, meeting_id: str, lines: Iterable[SeenLine]) -> Meeting:
        """Say that lines were looked at, all of them or none; what was marked already stays as it is.

        Raises:
            Refused: The meeting is closed.
            NotFound: There is no such meeting.
        """
        with self.book.writing() as writing:
            steps = self._seen_steps(writing, MEETINGS, meeting_id)
            check_going_on(head_of(steps))
            known = list(meeting_of(steps).seen)
            for line in lines:
                if line not in known:
                    known.append(line)
                    steps = (*steps, self._take(writing, MEETINGS, steps, data=said(Seen, line=line)))
            return meeting_of(steps)

    @until_kept
    def close_meeting(
        self,
        meeting_id: str,
        numbers: Sequence[HeadNumber],
        signer: str,
        note: str = "",
        seen: int | None = None,
    ) -> Meeting:
        """End a meeting with the numbers it went by, signed; it takes nothing more.

        Raises:
            Refused: It is closed already.
            InvalidEntry, NotFound, Stale: As for `correct_attendance`.
        """
        return meeting_of(
            self._go_on(MEETINGS, meeting_id, seen, Closed, numbers=tuple(numbers), signer=signer, note=note)
        )

    def meeting(self, meeting_id: str) -> Meeting:
        """A meeting as it stands, to be gone on with.

        Raises:
            NotFound: There is none of that id.
        """
        return meeting_of(self.book.steps(MEETINGS, meeting_id))
