"""The dialog by which a meeting ends."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult

from mediation_tui.desk import Desk
from mediation_tui.i18n import _, ngettext
from mediation_tui.model.meeting import Meeting
from mediation_tui.review.docket import read_docket
from mediation_tui.review.heads import heads_of
from mediation_tui.review.sitting import Sitting
from mediation_tui.ui.acts.actform import Answers
from mediation_tui.ui.acts.holding import closing_fields, signer_of
from mediation_tui.ui.dialogs.entry import EntryDialog, Write
from mediation_tui.ui.screens.review.words import numbers_lines
from mediation_tui.ui.widgets.toned import Line, Said, Toned

_WIDTH = 68
"""Cells of a line in the dialog."""


class ClosingDialog(EntryDialog):
    """Says what was not looked at, asks who signs the numbers, and ends the meeting with them as they stand then.

    Args:
        desk: Who ends it, and in which book.
        sitting: The meeting.
    """

    DEFAULT_CSS = """
    ClosingDialog .closing--said { margin-bottom: 1; }
    """

    def __init__(self, desk: Desk, sitting: Sitting) -> None:
        self._desk = desk
        self._sitting = sitting
        fields = closing_fields(sitting.meeting, desk.book.town, desk.book.people)
        heading = _("散会 {week}").format(week=sitting.meeting.week.label)
        super().__init__(heading, fields, desk.clock.today(), self._ended)

    def body(self) -> ComposeResult:
        """How far the meeting has come, and what is asked."""
        numbers = numbers_lines(self._sitting.heads, _WIDTH)
        yield Toned((self._left(), *numbers), classes="closing--said")
        yield from super().body()

    def _left(self) -> Line:
        n = self._sitting.walk.left
        if not n:
            return (Said(_("议程都看过了。散会时核定下面的数字，此后不能再记。")),)
        said = ngettext("还有 {n} 项没有看。", "还有 {n} 项没有看。", n).format(n=n)
        return (Said(said, "warn"), Said(_("散会时核定下面的数字，此后不能再记。")))

    def _ended(self, answers: Answers) -> Write:
        return partial(self._end, signer_of(answers), answers["note"] or "")

    def _end(self, signer: str, note: str) -> Meeting:
        desk, meeting = self._desk, self._sitting.meeting
        numbers = [head.signed for head in heads_of(read_docket(desk.book, desk.clock, meeting.week))]
        return desk.close_meeting(meeting.id, numbers, signer, note)
