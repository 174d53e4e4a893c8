"""What is done for an open book while nobody waits for it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mediation_tui.errors import BookError
from mediation_tui.store.marks import MarkFile

if TYPE_CHECKING:
    from mediation_tui.store.book import Book


class Upkeep:
    """Remembers how far the book has come, and brings its log into the file once it rests.

    Args:
        book: The open book.
        marks: The folder in which this terminal remembers how far books had come.
    """

    def __init__(self, book: Book, marks: Path) -> None:
        self._book = book
        self._marks = marks
        self._remembered: int | None = None
        self._rested: int | None = None

    def turn(self) -> None:
        """Do what has become due since the last turn; every few seconds, from any one thread at a time.

        A book that cannot be read now is left alone: whoever works with it is told, and the next turn comes.
        """
        with suppress(BookError):
            position = self._book.position()
            if position != self._remembered:
                MarkFile.of(self._book, self._marks).look(self._book.heads())
                self._remembered = position
            elif position != self._rested:
                self._book.rest()
                self._rested = self._book.position()
