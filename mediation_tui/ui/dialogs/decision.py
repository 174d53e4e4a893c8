"""The dialog by which a meeting decides on a case."""

from __future__ import annotations

from functools import partial

from mediation_tui.desk import Desk
from mediation_tui.errors import Stale
from mediation_tui.i18n import _
from mediation_tui.model.meeting import Meeting
from mediation_tui.review.deciding import decide
from mediation_tui.review.sections import Line
from mediation_tui.ui.acts.actform import Answers
from mediation_tui.ui.acts.holding import decision_fields, decision_of
from mediation_tui.ui.dialogs.entry import EntryDialog, Write


class DecisionDialog(EntryDialog):
    """Asks what is to be done, by whom and by when; ends with the case as it then stands.

    Args:
        desk: Who writes it down, and in which book.
        meeting: Which meeting decides.
        line: On which line of the agenda; it is about a case.
        versus: Its parties, as the room may see them.
    """

    def __init__(self, desk: Desk, meeting: Meeting, line: Line, versus: str) -> None:
        self._desk = desk
        self._meeting = meeting
        self._line = line
        case = desk.book.case(line.case or "")
        self._case_id, self._seen = case.id, case.version
        fields = decision_fields(case, desk.book.town, desk.book.people, meeting.day)
        heading = _("研判意见 {number} {versus}").format(number=case.number, versus=versus)
        super().__init__(heading, fields, desk.clock.today(), self._decided)

    def _decided(self, answers: Answers) -> Write:
        made = decision_of(answers)
        where = (self._desk, self._meeting.id, self._case_id)
        return partial(decide, *where, made, self._seen, self._line.seen)

    def look_again(self, stale: Stale) -> None:
        """Say what came meanwhile, and go on from there; nothing typed is lost."""
        self._seen = self._desk.book.case(self._case_id).version
        acts = _("、").join(event.kind.label for event in stale.facts["events"])
        said = _("别人刚刚做了：{acts}。看过后再按 Ctrl+S 保存").format(acts=acts)
        self._notice.say(said, "warn", through="ctrl+s")
