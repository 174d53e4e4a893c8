"""Where a person works: at which book, under which name, by which clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from mediation_tui.clock import Clock, new_id
from mediation_tui.store.book import Book


class Place:
    """What every act has in common.

    Args:
        book: Where it is written.
        actor: Who does it: a roster id, or a name.
        clock: Tells today's date and the instant of writing.
        ids: Makes the id of each case and event from that instant.
    """

    def __init__(
        self, book: Book, actor: str, clock: Clock, ids: Callable[[datetime], UUID] = new_id
    ) -> None:
        self.book = book
        self.actor = actor
        self.clock = clock
        self._ids = ids

    @property
    def actor_name(self) -> str:
        """The name of whoever works here."""
        return next((person.name for person in self.book.people if person.id == self.actor), self.actor)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several acts as one: all of them are written, or none."""
        with self.book.writing():
            yield
