"""Where a person works: at which book, under which name, by which clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from mediation_tui.clock import Clock, new_id
from mediation_tui.errors import InvalidEntry, MediationError, NotFound, Problem
from mediation_tui.i18n import N_
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

    def _check_place(self, village: str | None, grid: str | None = None) -> None:
        """Refuse a place that is not on the roster."""
        if village is None:
            return
        at = "village"
        try:
            found = self.book.town.village(village)
            at = "grid"
            if grid is not None:
                found.grid(grid)
        except NotFound as error:
            raise InvalidEntry([Problem(at, error)]) from None

    def _check_people(self, field: str, people: Sequence[str]) -> None:
        """Refuse people who are not on the roster."""
        known = {person.id for person in self.book.people}
        unknown = tuple(person for person in people if person not in known)
        if unknown:
            error = MediationError(N_("名册里没有：{people}"), people=unknown)
            raise InvalidEntry([Problem(field, error)])
