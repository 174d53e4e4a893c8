"""Which meeting goes on, if one does; read aside whenever the book has changed, and marked aside as it is walked."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial

from mediation_tui.clock import Clock
from mediation_tui.errors import MediationError
from mediation_tui.model.meeting import Meeting, SeenLine
from mediation_tui.model.period import Period
from mediation_tui.review.sections import Line
from mediation_tui.review.sitting import Between, Sitting, going_on_about, read_between, read_sitting
from mediation_tui.review.walking import Mark, mark_of
from mediation_tui.store.book import Book
from mediation_tui.ui.aside import Aside

_REST = 1.5
"""Seconds without a mark of one's own after which the agenda is read again because of them."""


class Convening(Aside):
    """A room with a meeting that goes on, or between two.

    Attributes:
        sitting: The meeting that goes on; none between two.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sitting: Sitting | None = None
        self._meant: str | None = None
        self._left = False
        self._reading = self._again = False
        self._pending: deque[SeenLine] = deque()
        self._soon: set[Mark] = set()
        self._writing = False
        self._marked_at = -_REST
        self._afterwards: list[Callable[[], object]] = []

    def show_sitting(self, sitting: Sitting) -> None:
        """Show a meeting that goes on."""
        raise NotImplementedError

    def show_between(self, between: Between) -> None:
        """Show how things stand between two."""
        raise NotImplementedError

    # Which meeting

    def go_on_with(self, meeting_id: str | None) -> None:
        """Be at a meeting from now on; none for whichever goes on about this week."""
        self._meant, self._left = meeting_id, False
        self.reload()

    def leave_meeting(self) -> None:
        """Be between two, though a meeting may go on."""
        self._left = True
        self.reload()

    def reload(self) -> None:
        """Read it all again aside; once more if it changed meanwhile."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        asked = (self._meant, self._left)
        work = partial(_read, self.program.book, self.program.clock, *asked)
        self.aside(work, partial(self._take, asked), self._not_read)

    def _take(self, asked: tuple[str | None, bool], found: Sitting | Between) -> None:
        self._reading = False
        if asked != (self._meant, self._left) or self._again:
            self.reload()
        if asked != (self._meant, self._left):
            return
        if isinstance(found, Sitting):
            self._meant = found.meeting.id
            self.show_sitting(found)
        else:
            self._meant = None
            self.show_between(found)
        self.refresh_foot()

    def _not_read(self, error: MediationError) -> None:
        self._reading = False
        self._say_trouble(error)

    def refresh_if_stale(self) -> None:
        """Not for one's own marks while they are being made: they change nothing but what was seen."""
        if self._writing or time.monotonic() - self._marked_at < _REST:
            self.refresh_foot()
        else:
            super().refresh_if_stale()

    # What was looked at

    def mark(self, lines: Iterable[Line]) -> None:
        """Write down that lines were looked at, one writing after the other; no key waits for it."""
        assert self.sitting, "lines are marked in a meeting"
        fresh = [line.seen for line in lines if mark_of(line.seen) not in self._soon]
        self._pending.extend(fresh)
        self._soon.update(map(mark_of, fresh))
        self._write_marks()

    def once_marked(self, act: Callable[[], object]) -> None:
        """Do something once nothing waits to be written down."""
        if self._writing:
            self._afterwards.append(act)
        else:
            act()

    def _write_marks(self) -> None:
        if self._pending and not self._writing and self.sitting:
            self._writing = True
            self.aside(partial(self._write, self.sitting.meeting.id), self._marked, self._not_marked)

    def _write(self, meeting_id: str) -> Meeting:
        """In the thread: write down whatever waits, also what came while it was written."""
        kept = self.program.desk.meeting(meeting_id)
        while self._pending:
            waiting = [self._pending.popleft() for _each in range(len(self._pending))]
            kept = self.program.desk.mark_all_seen(meeting_id, waiting)
        return kept

    def _marked(self, meeting: Meeting) -> None:
        self._writing, self._marked_at = False, time.monotonic()
        self._soon = set(map(mark_of, self._pending))
        if self.sitting and self.sitting.meeting.id == meeting.id:
            self.show_sitting(self.sitting.going_on(meeting))
        self._write_marks()
        self._go_on()

    def _go_on(self) -> None:
        """Do what waited for the marks."""
        waiting, self._afterwards = self._afterwards, []
        for act in waiting:
            self.once_marked(act)

    def _not_marked(self, error: MediationError) -> None:
        self._writing = False
        self._pending.clear()
        self._soon.clear()
        self._say_trouble(error)
        self.reload()
        self._go_on()


def _read(book: Book, clock: Clock, meant: str | None, left: bool) -> Sitting | Between:
    """In the thread: the meeting that is meant if it still goes on, else the one about this week, else what there will be."""
    week = Period.week_of(clock.today())
    if not left:
        going_on = going_on_about(book, week)
        for meeting_id in filter(None, (meant, going_on.id if going_on else None)):
            sitting = read_sitting(book, clock, meeting_id)
            if sitting.meeting.open:
                return sitting
    return read_between(book, clock, week)
