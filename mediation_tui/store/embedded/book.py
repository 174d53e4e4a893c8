"""The book in one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from mediation_tui.store.embedded.formats import STEPS
from mediation_tui.store.engine import USUAL, BookDB, Patience, say_nothing
from mediation_tui.store.engine.connecting import Journal
from mediation_tui.store.engine.migrating import Migration
from mediation_tui.store.engine.network import require_own_disk
from mediation_tui.store.progress import Progress, unwatched
from mediation_tui.store.records.book import RecordsBook
from mediation_tui.store.records.documents import SHAPES

if TYPE_CHECKING:
    from datetime import datetime

    from mediation_tui.model.people import Person
    from mediation_tui.model.places import Town
    from mediation_tui.rules.ruleset import RuleSet


def _back_up_beside(path: Path) -> None:
    """Back a book up in the usual folder beside it."""
    from mediation_tui.clock import SystemClock
    from mediation_tui.store.embedded.rolling import Shelf, back_up_now

    back_up_now(Shelf.of(path, "", 0), SystemClock().now())


class EmbeddedBook(RecordsBook):
    """A book in one file; see `store.book.Book` for what each method means.

    Args:
        path: The file.
        on_wait: Called in the waiting thread when somebody else has been writing for a second.
        patience: How long to wait for somebody else.
        allow_network: Whether it may be in a network folder, because no other machine uses it.
        back_up: Makes the backup without which a book of an earlier format is not brought forward; beside it
            unless given.
        journal: How commits are made safe; the same for everybody who has the book open.

    Raises:
        BookError: It cannot be used; nothing was changed.
    """

    def __init__(
        self,
        path: Path,
        on_wait: Callable[[], None] = say_nothing,
        patience: Patience = USUAL,
        *,
        allow_network: bool = False,
        back_up: Callable[[Path], object] | None = None,
        journal: Journal = "wal",
    ) -> None:
        if not allow_network:
            require_own_disk(path)
        self._db = BookDB(
            path, SHAPES, patience, on_wait, Migration(STEPS, back_up or _back_up_beside), journal
        )
        super().__init__(self._db)

    @classmethod
    def create(
        cls,
        path: Path,
        town: Town,
        people: Sequence[Person],
        rules: RuleSet,
        origin: str,
        *,
        allow_network: bool = False,
    ) -> Self:
        """Make a new book for an office.

        Args:
            path: A path where nothing is yet.
            town: The office's places; they may be empty and come later.
            people: The office's roster.
            rules: The office's rules of time.
            origin: The id under which this book will write its events.
            allow_network: Whether it may be in a network folder, because no other machine will use it.

        Raises:
            BookError: Something is there already, or it cannot be written.
        """
        if not allow_network:
            require_own_disk(path)
        from mediation_tui.store.embedded.making import in_the_making

        with in_the_making(path) as book:
            book.found(origin, town, people, rules)
        return cls(path, allow_network=True)

    def backup(self, path: Path, made_at: datetime, progress: Progress = unwatched) -> None:
        """Copy the book, as it is at one moment, into one file from which it can be restored; others write on."""
        from mediation_tui.store.embedded.backup import make_backup

        assert not self.in_writing, "what is not kept yet may never be"
        with self._db.snapshot(), self._db.storage.reading() as connection:
            make_backup(connection, path, made_at, progress)
