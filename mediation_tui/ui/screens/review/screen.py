"""Review (周研判): the room of the weekly meeting, driven by one person while ten look on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.events import Key
from textual.geometry import Size
from textual.widget import Widget

from mediation_tui.errors import NotFound
from mediation_tui.i18n import _
from mediation_tui.model.case import Case
from mediation_tui.model.eventkind import EventKind
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.meeting import Meeting, SeenLine
from mediation_tui.papers.paper import Paper
from mediation_tui.review.masking import Names
from mediation_tui.review.sections import SectionCode
from mediation_tui.review.sitting import Between, Sitting
from mediation_tui.review.walking import Walk
from mediation_tui.rules.facts import facts_of
from mediation_tui.ui.registers.meetings import Meetings
from mediation_tui.ui.screens.review.floor import Floor
from mediation_tui.ui.screens.review.lobby import Lobby
from mediation_tui.ui.screens.review.pacing import Pacing
from mediation_tui.ui.screens.review.words import shown
from mediation_tui.ui.widgets.rows import RowList

_BETWEEN_MINUTES = 20.0
"""Seconds between two looks at how long a meeting goes on."""

_LEAST_LARGE = Size(44, 14)
"""The terminal large type works in: letters are enlarged by the terminal, which then holds fewer of them."""

_OF_A_CASE = frozenset({"decide"})
_WALKING = frozenset(
    {
        "seen", "village_seen", "next", "previous", "next_village", "previous_village", "next_section",
        "previous_section", "first", "unseen", "scroll_down", "scroll_up",
    }
)  # fmt: skip
_IN_A_MEETING = frozenset({"names", "large", "raise", "close", "minutes", "attendance", "leave"})


class ReviewScreen(Pacing):
    """A meeting line by line, or what there is between two; people start out masked."""

    DEFAULT_CSS = f"""
    ReviewScreen.-large Tabs {{ display: none; }}
    ReviewScreen.-large .stage--floor {{ min-width: {_LEAST_LARGE.width}; min-height: {_LEAST_LARGE.height}; }}
    """
    CSS_PATH = "../room.tcss"
    room_name: ClassVar[str] = "review"
    lists_cases: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._lobby = Lobby()
        self._floor = Floor()
        self._floor.display = False
        self._wanted: SeenLine | None = None
        self._masked = True
        self._large = False
        self._case: Case | None = None
        self._facts: CaseFacts | None = None

    def content(self) -> Iterable[Widget]:
        """What there is between meetings, and the meeting; one of them is in view."""
        return self._lobby, self._floor

    def on_mount(self) -> None:
        """Follow how long a meeting goes on."""
        self.set_interval(_BETWEEN_MINUTES, self._say_progress)

    # Where one stands

    @property
    def least(self) -> Size:
        """Large type makes do with less."""
        return _LEAST_LARGE if self.has_class("-large") else super().least

    @property
    def case(self) -> CaseFacts | None:
        """The case the line under the cursor is about."""
        return self._facts

    def offers(self, what: str) -> bool:
        """Whether something can be done now."""
        if self.sitting is None:
            return what == "open"
        if what in _IN_A_MEETING:
            return True
        if what == "came_of":
            return self._waits_for_an_answer
        return (what in _WALKING and self.walk is not None) or (what in _OF_A_CASE and self.case is not None)

    @property
    def _waits_for_an_answer(self) -> bool:
        """Whether the line is about a decision of which nobody has said what came of it."""
        decided = self.line is not None and self.line.section is SectionCode.DECISIONS
        return decided and any(each.done_on is None for each in (self._case.decisions if self._case else ()))

    # Showing

    def show_between(self, between: Between) -> None:
        """Show what there is between two meetings."""
        self.sitting = self._case = self._facts = None
        self._turn_to(self._lobby)
        self._lobby.show(between, self.program.clock.today())
        if self.focused is None:
            self._lobby.focus_list()

    def show_sitting(self, sitting: Sitting) -> None:
        """Show a meeting, on the line one stood on, or on the first that nobody has looked at."""
        before = self.sitting if self.sitting and self.sitting.meeting.id == sitting.meeting.id else None
        self.sitting = sitting
        self.place = self._place_now(sitting.walk, before)
        self._turn_to(self._floor)
        self.set_focus(None)
        self._say_progress()
        self.show_line()

    def _place_now(self, walk: Walk, before: Sitting | None) -> int:
        wanted = self._wanted or (None if before else self.program.kept.get(self.room_name))
        here = walk.place_of(wanted) if wanted else None
        if here is not None:
            self._wanted = None
            return here
        if before is None:
            return walk.unseen_from(0) or 0
        return (
            walk.place_after(before.walk.lines, self.place) if walk.lines != before.walk.lines else self.place
        )

    def _turn_to(self, widget: Widget) -> None:
        for each in (self._lobby, self._floor):
            each.display = each is widget
        self.set_class(self._large and widget is self._floor, "-large")

    def _say_progress(self) -> None:
        if self.sitting:
            self._floor.say_progress(
                self.sitting, self.program.clock.now(), masked=self._masked, large=self._large
            )

    def show_line(self) -> None:
        """Show the line under the cursor; only its own case is read."""
        book, today = self.program.book, self.program.clock.today()
        self._case = self._facts = None
        if self.sitting is None:
            return
        if self.walk is None:
            self._floor.show_nothing(
                self.sitting, _("这一周没有要研判的。按 Ctrl+R 提出一件，或按 Ctrl+X 散会。")
            )
            return
        try:
            said = shown(self.walk, self.place, book, today, masked=self._masked, large=self._large)
        except NotFound as error:
            self._floor.show_nothing(self.sitting, str(error))
            return
        self._case = said.case
        self._facts = facts_of(said.case, book.rules, book.calendar) if said.case else None
        self._floor.show(self.sitting, self.place, book.town, said.lines, large=self._large)

    # Reading on

    def do_scroll_down(self) -> None:
        """What comes below of a line that is written long."""
        self._floor.scroll_case(1)

    def do_scroll_up(self) -> None:
        """What comes above."""
        self._floor.scroll_case(-1)

    # Deciding

    def do_decide(self) -> None:
        """Record what is to be done about the case."""
        from mediation_tui.ui.dialogs.decision import DecisionDialog

        if self.sitting and self._case and self.line:
            versus = Names(self._case, self._masked).versus
            dialog = DecisionDialog(self.program.desk, self.sitting.meeting, self.line, versus)
            self.program.push_screen(dialog, self._decided)

    def _decided(self, case: Case | None) -> None:
        if case:
            made = case.decisions[-1]
            said = _("已记下：{number}，{owner} {due}前完成。")
            self.program.changed(said.format(number=case.number, owner=made.owner, due=made.due))
            self.show_line()

    def do_came_of(self) -> None:
        """Record what came of an earlier decision."""
        self.program.do_act(self.here, EventKind.DECISION_DONE)

    def do_raise(self) -> None:
        """Find a case somebody raises, and stand on it."""
        from mediation_tui.ui.dialogs.raising import RaisingDialog

        def found(case_id: str | None) -> None:
            if case_id:
                self._raise(case_id)

        self.program.push_screen(RaisingDialog(self.program.book, masked=self._masked), found)

    def _raise(self, case_id: str) -> None:
        """Stand on a case; one that is on no line yet gets one."""
        assert self.sitting, "cases are raised in a meeting"
        listed = (place for place, line in enumerate(self.sitting.walk.lines) if line.case == case_id)
        place = next(listed, None)
        if place is not None:
            self.go(place)
            self.say(_("这件在议程里。"), "accent")
            return
        meeting_id = self.sitting.meeting.id
        self.back_to = self.line.seen if self.line else None
        raised = SeenLine(section=SectionCode.RAISED.value, case=case_id)
        work = partial(self.program.desk.mark_all_seen, meeting_id, (raised,))
        self.aside(work, lambda _meeting: self._stand_on(raised))

    def _stand_on(self, line: SeenLine) -> None:
        """Stand on a line that is new, once the agenda has it."""
        self._wanted = line
        self.reload()

    # The room

    def do_names(self) -> None:
        """Show people's names, or mask them."""
        self._masked = not self._masked
        self._say_progress()
        self.show_line()

    def do_large(self) -> None:
        """Read from the back of the room, or from the desk."""
        self._large = not self._large
        self._turn_to(self._floor)
        self._say_progress()
        self.show_line()
        if self._large:
            self.say(_("再把终端的字放大（多数终端是 Ctrl 和 +），排得下。Esc 回到平常的样子。"))

    # The meeting

    def do_open(self) -> None:
        """Open a meeting."""
        self._meetings.open(self._opened)

    def _opened(self, meeting: Meeting) -> None:
        self.go_on_with(meeting.id)
        self.say(_("已开会。空格：议过了，看下一项；Ctrl+D：决定。"), "accent")

    def do_attendance(self) -> None:
        """Put right who is there."""
        if self.sitting:
            self._meetings.correct_attendance(self.sitting.meeting, self._attendance_corrected)

    def _attendance_corrected(self, _meeting: Meeting) -> None:
        self.program.changed(_("已更正到会情况，原来的记录留着。"))

    def do_close(self) -> None:
        """End the meeting, once everything that was looked at is written down."""
        self.once_marked(self._ask_to_close)

    def _ask_to_close(self) -> None:
        if self.sitting:
            self._meetings.close(self.sitting, self._meeting_over)

    def _meeting_over(self, meeting: Meeting) -> None:
        self.program.kept.pop(self.room_name, None)
        self.go_on_with(None)
        self.say(_("已散会，数字已经核定。"), "accent")
        self.aside(partial(self._meetings.read_paper, meeting.id), self._offer_to_save)

    def _offer_to_save(self, paper: Paper) -> None:
        if self.is_current:
            self._meetings.save(paper)

    def do_minutes(self) -> None:
        """Read the minutes as they stand."""
        if self.sitting:
            self._read_minutes(self.sitting.meeting.id)

    def _read_minutes(self, meeting_id: str) -> None:
        self.aside(partial(self._meetings.read_paper, meeting_id), self._show_minutes)

    def _show_minutes(self, paper: Paper) -> None:
        if self.is_current:
            self._meetings.show(paper)

    def do_leave(self) -> None:
        """Leave the meeting as it stands."""
        self.program.kept.pop(self.room_name, None)
        self.leave_meeting()

    @property
    def _meetings(self) -> Meetings:
        return Meetings(self.program)

    @on(RowList.Opened)
    def _meeting_chosen(self) -> None:
        """Go on with a meeting, or read its minutes."""
        chosen = self._lobby.current
        if chosen and chosen.open:
            self.go_on_with(chosen.id)
        elif chosen:
            self._read_minutes(chosen.id)

    def key_enter(self, event: Key) -> None:
        """Open the case; Esc comes back to its line. The key is not for what is opened."""
        if self.case:
            event.stop()
            self.program.open_case(self.case.id)

    def key_escape(self) -> None:
        """Out of large type, then out of the meeting."""
        if self.sitting is None:
            self.program.go_back()
        elif self._large:
            self.do_large()
        else:
            self.do_leave()
