"""What every screen of the program shares: frame, notice, and its place among the commands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from mediation_tui.errors import MediationError
from mediation_tui.model.facts import CaseFacts
from mediation_tui.ui.commands import registry
from mediation_tui.ui.commands.command import Command, Group, Here
from mediation_tui.ui.frame.alarm import Alarm
from mediation_tui.ui.frame.foot import Foot
from mediation_tui.ui.frame.head import Head
from mediation_tui.ui.frame.tabs import Tabs
from mediation_tui.ui.tones import Tone
from mediation_tui.ui.undaunted import Undaunted
from mediation_tui.ui.widgets.notice import Notice
from mediation_tui.ui.widgets.small import LEAST, Stage
from mediation_tui.ui.words import long_day

if TYPE_CHECKING:
    from mediation_tui.ui.app import MediationApp

_ORDER = (Group.MEETING, Group.ACTS, Group.LISTS, Group.CASES, Group.PROGRAM, Group.ROOMS)

NEVER = -1
"""No position of a book: what could not be read is read once the book can be reached."""


class Room(Undaunted, Screen[None]):
    """A screen with head, tabs, content, notice and foot.

    A room shows what it read last; `reload` reads again and is called when the book or the language changed.
    """

    AUTO_FOCUS: ClassVar[str | None] = "RowList"
    room_name: ClassVar[str] = ""
    """The room's name in the registry."""
    tab: ClassVar[str] = ""
    """The room it is a page of, where it is one: the tab that is lit."""
    lists_cases: ClassVar[bool] = False
    """Whether Enter opens the case under the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self._read_at: int | None = None
        self._notice = Notice()
        self._foot = Foot()
        self._head = Head()
        self._alarm = Alarm()

    @property
    def program(self) -> MediationApp:
        """The app this screen belongs to."""
        return cast("MediationApp", self.app)

    def compose(self) -> ComposeResult:
        """The frame around the content."""
        inside = Vertical(*self.content(), classes="room--content")
        yield Stage(
            Vertical(
                self._head,
                Tabs(self.tab or self.room_name),
                self._alarm,
                inside,
                self._notice,
                self._foot,
                classes="room--frame",
            )
        )

    def content(self) -> Iterable[Widget]:
        """What the room is for."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read again what is shown."""
        raise NotImplementedError

    @property
    def case(self) -> CaseFacts | None:
        """The case the commands are about."""
        return None

    @property
    def least(self) -> Size:
        """The terminal it works in as it stands."""
        return LEAST

    @property
    def here(self) -> Here:
        """Where the person is."""
        return Here(self.program, self, self.case)

    def on_mount(self) -> None:
        """Read for the first time."""
        self.show_alarms()
        self._read()

    def on_screen_resume(self) -> None:
        """Read again what may have changed while another screen was in front.

        Raising here would keep the screen from being laid out at all.
        """
        self.show_alarms()
        try:
            self.refresh_if_stale()
        except MediationError as error:
            self._say_trouble(error)

    def refresh_if_stale(self) -> None:
        """Read again if the book has changed since this screen last read it."""
        if self._read_at not in (None, self.program.book.position()):
            self._read()
        self.refresh_foot()

    def _read(self) -> None:
        """Read what is shown, or say why that cannot be: a screen that fails while it opens never works."""
        self._read_at = NEVER
        try:
            self._read_at = self.program.book.position()
            self.refresh_head()
            self.reload()
            self.refresh_foot()
        except MediationError as error:
            self._say_trouble(error)

    def _say_trouble(self, error: MediationError) -> None:
        """Say what went wrong, unless it is an alarm already."""
        if str(error) not in map(str, self.program.alarms):
            self.say(str(error), "late")

    def refresh_head(self) -> None:
        """Say whose book it is and what day it is."""
        book, clock = self.program.book, self.program.clock
        self._head.say(book.town.office, long_day(clock.today()))

    def refresh_foot(self) -> None:
        """Show the keys that do something now."""
        at_hand = [command for command in registry.at_hand(self.here) if command.shown and command.keys]
        self._foot.show(sorted(at_hand, key=_wanted))

    def show_alarms(self) -> None:
        """Say what is wrong with the book itself, if anything is."""
        self._alarm.say(self.program.alarms)

    def say(self, sentence: str, tone: Tone = "plain") -> None:
        """Say a sentence in the line above the foot."""
        self._notice.say(sentence, tone)

    def call(self, what: str) -> None:
        """Do one of the room's own things, named by a command."""
        getattr(self, f"do_{what}")()


def _wanted(command: Command) -> int:
    return _ORDER.index(command.group)
