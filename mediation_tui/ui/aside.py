"""Doing aside what would keep a key waiting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual import on
from textual.message import Message

from mediation_tui.errors import MediationError
from mediation_tui.ui.screens.room import Room

Then = Callable[[Any], object]
"""Takes what came of it."""


@dataclass
class Came(Message):
    """Something that was done aside came to its end.

    Attributes:
        then: Takes what came of it.
        otherwise: Takes what refused it.
        outcome: What came of it, or the error.
    """

    then: Then
    otherwise: Callable[[MediationError], object]
    outcome: Any


class Aside(Room):
    """A room that reads and writes in a thread; the thread only posts messages, and widgets are touched after them."""

    def aside(
        self, work: Callable[[], Any], then: Then, otherwise: Callable[[MediationError], object] | None = None
    ) -> None:
        """Do something in a thread.

        Args:
            work: What is done.
            then: Takes what came of it, once the room is at it again.
            otherwise: Takes what refused it; it is said unless this is given.
        """
        self.run_worker(
            partial(self._do, work, then, otherwise or self._say_trouble), thread=True, group="aside"
        )

    def _do(self, work: Callable[[], Any], then: Then, otherwise: Callable[[MediationError], object]) -> None:
        """In the thread: do it, and tell."""
        try:
            outcome = work()
        except Exception as error:
            outcome = error
        self.post_message(Came(then, otherwise, outcome))

    @on(Came)
    def _came(self, event: Came) -> None:
        match event.outcome:
            case MediationError() as error:
                event.otherwise(error)
            case Exception() as error:
                raise error
            case outcome:
                event.then(outcome)
