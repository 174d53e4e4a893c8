"""Noticing what others write, and what becomes of the book, while it is on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import App
from textual.widget import Widget

from mediation_tui.errors import BookError
from mediation_tui.store.marks import FellBack
from mediation_tui.ui.screens.room import Room

if TYPE_CHECKING:
    from mediation_tui.store.book import Book

_SECONDS_BETWEEN_LOOKS = 1.0
"""What others write is on screen within two seconds, with room for reading it."""

_LOOKS_BETWEEN_TURNS = 5
"""Looks after which the book is kept in order, if it needs that."""


class Watching(App[None]):
    """An app that looks every second whether its book has changed, and reads again only then.

    Attributes:
        book: The office's records.
    """

    book: Book
    _trouble: BookError | None = None
    _looks: int = 0
    _alarming: tuple[BookError, ...] = ()

    def keep_watch(
        self, book: Book, upkeep: Callable[[], None] | None, doubts: Callable[[], Sequence[BookError]]
    ) -> None:
        """Begin with a book; called before the app runs.

        Args:
            book: The office's records.
            upkeep: What is done for the book every few seconds, in the background.
            doubts: What a person should know of the book before working in it; asked for once the first screen is
                drawn.
        """
        self.book = book
        self._upkeep = upkeep
        self._doubts = doubts

    @property
    def alarms(self) -> tuple[BookError, ...]:
        """What is wrong with the book itself, for as long as it is."""
        return (self._trouble, *self._alarming) if self._trouble else self._alarming

    def on_ready(self) -> None:
        """Begin to look, and say what is to be known of the book."""
        self.set_interval(_SECONDS_BETWEEN_LOOKS, self.look)
        self.call_after_refresh(self._tell_of_doubts)

    def _tell_of_doubts(self) -> None:
        doubts = self._doubts()
        self._alarming = tuple(doubt for doubt in doubts if isinstance(doubt, FellBack))
        if not self.screen_stack or not isinstance(self.screen, Room):
            return
        self.screen.show_alarms()
        for doubt in doubts:
            if doubt not in self._alarming:
                self.screen.say(str(doubt), "warn")

    def look(self) -> None:
        """Read again what is on screen, if anyone has written; never while somebody is composing characters.

        A book out of reach is an alarm until it is there again.
        """
        self._take_turn()
        if not self.screen_stack:  # between two rooms: there is nothing to be read again
            return
        if _is_typed_into(self.focused) or not isinstance(self.screen, Room):
            return
        try:
            self.book.position()
        except BookError as error:
            self._trouble = error
        else:
            self._trouble = None
            self.screen.refresh_if_stale()
        self.screen.show_alarms()

    def _take_turn(self) -> None:
        """Every few looks, let the book be kept in order in the background."""
        self._looks += 1
        if self._upkeep and self._looks % _LOOKS_BETWEEN_TURNS == 0:
            self.run_worker(self._upkeep, thread=True, group="upkeep")


def _is_typed_into(widget: Widget | None) -> bool:
    """Whether an input method may be composing characters in it."""
    from textual.widgets import Input, TextArea

    return isinstance(widget, Input | TextArea)
