"""Who is stopped in the middle of writing, and goes on when told to."""

from __future__ import annotations

import os
import signal
from contextlib import closing
from datetime import timedelta
from functools import partial

from mediation_tui.bootstrap import open_book
from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.model import events as happened
from tests.builders import TODAY, an_entry
from tests.faults.lives import say


def stop_before_writing(location: str, case_id: str) -> None:
    """Stop with the right to write in hand, and nothing written yet."""
    _act(location, case_id, stop_after=0)


def stop_between_two_acts(location: str, case_id: str) -> None:
    """Stop with one of two acts written that are kept together or not at all."""
    _act(location, case_id, stop_after=1)


def stop_before_keeping(location: str, case_id: str) -> None:
    """Stop with everything written and nothing kept."""
    _act(location, case_id, stop_after=2)


def _act(location: str, case_id: str, stop_after: int) -> None:
    with closing(open_book(location)) as book:
        desk = Desk(book, "m2", SetClock.on(TODAY, tick=timedelta(milliseconds=1)))
        acts = (
            partial(desk.record, case_id, happened.NoteAdded(text="写到一半。")),
            partial(desk.register, an_entry(village="v2", grid=None)),
        )
        with desk.together():
            for act in acts[:stop_after]:
                act()
            os.kill(os.getpid(), signal.SIGSTOP)
            for act in acts[stop_after:]:
                act()
        say("kept")
