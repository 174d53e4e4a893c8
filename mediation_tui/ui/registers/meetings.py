"""What a person does with meetings: open one, put right who was there, end one, read and save its minutes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from mediation_tui.i18n import _
from mediation_tui.model.meeting import Meeting, MeetingHead
from mediation_tui.ui.acts.holding import (
    Opening,
    Table,
    attendance_fields,
    attendance_of,
    opening_fields,
    opening_of,
)
from mediation_tui.ui.dialogs.entry import EntryDialog, Write

if TYPE_CHECKING:
    from mediation_tui.papers.paper import Paper
    from mediation_tui.review.sitting import Sitting
    from mediation_tui.ui.acts.actform import Answers
    from mediation_tui.ui.app import MediationApp

Then = Callable[[Meeting], object]
"""What follows once a meeting has taken a step."""


@dataclass(frozen=True)
class Meetings:
    """Meetings under somebody's hands.

    Attributes:
        app: The program.
    """

    app: MediationApp

    def open(self, then: Then) -> None:
        """Ask when, where and who, and open a meeting."""
        today = self.app.clock.today()

        def build(answers: Answers) -> Write:
            return partial(self._opened, opening_of(answers))

        dialog = EntryDialog(_("开始会议"), opening_fields(self._table(), today), today, build)
        self.app.push_screen(dialog, partial(_go_on, then))

    def _opened(self, opening: Opening) -> Meeting:
        return self.app.desk.open_meeting(opening.week, opening.attendance, opening.day, opening.place)

    def correct_attendance(self, meeting: Meeting, then: Then) -> None:
        """Ask who was there, and why it was written down otherwise."""

        def build(answers: Answers) -> Write:
            who, why = attendance_of(answers), answers["reason"]
            return partial(self.app.desk.correct_attendance, meeting.id, who, why)

        fields = attendance_fields(self._table(), meeting.attendance)
        dialog = EntryDialog(_("更正到会情况"), fields, self.app.clock.today(), build)
        self.app.push_screen(dialog, partial(_go_on, then))

    def close(self, sitting: Sitting, then: Then) -> None:
        """Ask who signs, and end a meeting."""
        from mediation_tui.ui.dialogs.closing import ClosingDialog

        self.app.push_screen(ClosingDialog(self.app.desk, sitting), partial(_go_on, then))

    def read_paper(self, meeting_id: str) -> Paper:
        """The minutes of a meeting; takes a while, and is done aside.

        Raises:
            NotFound: There is no such meeting.
        """
        from mediation_tui.papers.minutes.paper import minutes_paper
        from mediation_tui.review.minutes import read_minutes

        clock = self.app.clock
        return minutes_paper(read_minutes(self.app.book, clock, meeting_id), clock.now())

    def show(self, paper: Paper) -> None:
        """Show minutes, and save them where that is asked for."""
        from mediation_tui.ui.dialogs.minutes import MinutesDialog
        from mediation_tui.ui.dialogs.record import Offer

        saving = Offer("f9", _("存成文件"), partial(self.save, paper))
        self.app.push_screen(
            MinutesDialog(_("研判会议记录"), paper, (saving,)), lambda offer: offer.run() if offer else None
        )

    def save(self, paper: Paper) -> None:
        """Ask as what and where to, and save minutes."""
        from mediation_tui.ui.dialogs.export import usual_folder
        from mediation_tui.ui.dialogs.minutes import MinutesFileDialog

        def written(path: Path | None) -> None:
            if path:
                self.app.room.say(_("已导出：{path}").format(path=path), "accent")

        today = self.app.clock.today()
        self.app.push_screen(MinutesFileDialog(paper, today, usual_folder()), written)

    def _table(self) -> Table:
        book = self.app.book
        last: MeetingHead | None = next(iter(book.meetings(0, 1)), None)
        return Table(book.town, book.people, last, self.app.desk.actor_name)


def _go_on(then: Then, kept: Meeting | None) -> None:
    if kept:
        then(kept)
