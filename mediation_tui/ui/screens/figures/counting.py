"""Counting aside: no key waits for it, Esc ends it, and what was asked before never covers what was asked after."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual import on
from textual.message import Message
from textual.worker import Worker, get_current_worker

from mediation_tui.clock import end_of
from mediation_tui.errors import MediationError
from mediation_tui.figures.records import Records, records_of
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.store.progress import Progress
from mediation_tui.ui.screens.figures.asked import Asked
from mediation_tui.ui.screens.figures.page import Source
from mediation_tui.ui.screens.figures.pages import PAGES
from mediation_tui.ui.screens.figures.watched import Watched
from mediation_tui.ui.screens.room import NEVER, Room
from mediation_tui.ui.widgets.progressline import ProgressLine

_BETWEEN_WORDS = 0.1
"""Seconds between two words on how far it has come."""


class Abandoned(Exception):
    """Nobody waits for it any more."""


@dataclass
class Turn(Message):
    """Something about one counting.

    Attributes:
        number: Which counting; what is not the latest one's is not heeded.
    """

    number: int


@dataclass
class Came(Turn):
    """How far it has come: what is shown is being proven, or it is still being read."""

    done: int
    total: int
    proving: bool


@dataclass
class Found(Turn):
    """What it came to, or has come to so far."""

    outcome: Any


@dataclass
class Over(Turn):
    """There is no more to come."""


class Counting(Room):
    """A room that counts in a thread; the thread only posts messages, and only the latest counting's are heeded."""

    def __init__(self) -> None:
        super().__init__()
        self._turn = 0
        self._worker: Worker[None] | None = None
        self._again = False
        self._progress = ProgressLine()
        self.complete = False
        """Whether all of it has come, and is proven."""

    @property
    def counting(self) -> bool:
        """Whether something is still to come."""
        return self._worker is not None

    @property
    def told(self) -> bool:
        """Whether the person has been told that it takes a while."""
        return self._progress.told

    def found(self, outcome: Any) -> None:
        """Show what counting came to."""
        raise NotImplementedError

    def begin(self, asked: Asked) -> None:
        """Count something else from now on."""
        self.end()
        self.complete = False
        self._progress.begin()
        self._worker = self.run_worker(partial(self._count, asked, self._turn), thread=True, group="figures")

    def begin_again(self, asked: Asked) -> None:
        """Count the same again, because the book has changed; a counting on its way comes to its end first."""
        if self.counting:
            self._again = True
        else:
            self.begin(asked)

    def end(self) -> None:
        """Wait for nothing any more."""
        if self._worker:
            self._worker.cancel()
        self._worker, self._again = None, False
        self._turn += 1
        self._progress.end()

    def read_again_once_it_can_be(self) -> None:
        """Take what is shown for stale: the book could not be reached."""
        self._read_at = NEVER

    # In the thread

    def _count(self, asked: Asked, turn: int) -> None:
        try:
            for outcome in PAGES[asked.page].read(asked, self._source(asked, turn)):
                self.post_message(Found(turn, outcome))
        except Abandoned:
            return
        except MediationError as error:
            self.post_message(Found(turn, error))
        self.post_message(Over(turn))

    def _source(self, asked: Asked, turn: int) -> Source:
        """The cases as they stand, or as they were known at the end of a day."""
        book, clock = self.program.book, self.program.clock
        progress, proving = (self._teller(get_current_worker(), turn, proving) for proving in (False, True))
        records: Records
        if asked.as_of:
            records = records_of(book, clock, end_of(asked.as_of), progress)
        else:
            records = Watched(records_of(book, clock), book.count(EVERYTHING), progress)
        return Source(records, book, progress, proving)

    def _teller(self, worker: Worker[Any], turn: int, proving: bool) -> Progress:
        """Tells how far it has come, now and then, and ends what nobody waits for."""
        told = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal told
            if worker.is_cancelled:
                raise Abandoned
            if time.monotonic() - told >= _BETWEEN_WORDS:
                told = time.monotonic()
                self.post_message(Came(turn, done, total, proving))

        return tell

    # What the thread tells

    @on(Came)
    def _came(self, event: Came) -> None:
        if event.number == self._turn:
            self._progress.come(event.done, event.total, event.proving)

    @on(Found)
    def _found(self, event: Found) -> None:
        if event.number == self._turn:
            self.found(event.outcome)

    @on(Over)
    def _over(self, event: Over) -> None:
        if event.number != self._turn:
            return
        again = self._again
        self.end()
        self.complete = True
        if again:
            self.reload()
