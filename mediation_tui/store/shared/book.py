"""The book in a database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Self

from mediation_tui.store.patience import USUAL, Patience, say_nothing
from mediation_tui.store.progress import Progress, unwatched
from mediation_tui.store.records.book import RecordsBook
from mediation_tui.store.records.documents import SHAPES
from mediation_tui.store.shared.address import Address
from mediation_tui.store.shared.engine import PostgresEngine
from mediation_tui.store.shared.formats import EARLIER
from mediation_tui.store.shared.migrating import BackUp, Migration, back_up_at_home

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from mediation_tui.model.people import Person
    from mediation_tui.model.places import Town
    from mediation_tui.rules.ruleset import RuleSet


class SharedBook(RecordsBook):
    """A book in PostgreSQL; see `store.book.Book` for what each method means.

    Args:
        url: `postgresql://user@host/database`, and `#name` where the database holds several books.
        on_wait: Called, in a thread of its own, when somebody else has been in the way for a second.
        patience: How long to wait for somebody else.
        listening: Whether to be told of changes by the server; otherwise they are looked for.
        back_up: Makes the backup without which a book of an earlier format is not brought forward; in the folder for
            this person's data unless given.

    Raises:
        BookError: It cannot be used; nothing was changed.
    """

    def __init__(
        self,
        url: str,
        on_wait: Callable[[], None] = say_nothing,
        patience: Patience = USUAL,
        *,
        listening: bool = True,
        back_up: BackUp | None = None,
    ) -> None:
        migration = Migration(EARLIER, back_up or back_up_at_home)
        super().__init__(
            PostgresEngine(
                Address.of(url), SHAPES, patience, on_wait, listening=listening, migration=migration
            )
        )

    @classmethod
    def create(cls, url: str, town: Town, people: Sequence[Person], rules: RuleSet, origin: str) -> Self:
        """Make a new book for an office; see `EmbeddedBook.create`.

        Raises:
            BookError: There is one of that name already, or the database does not allow it.
        """
        from mediation_tui.store.shared.making import in_the_making

        with in_the_making(url) as book:
            book.found(origin, town, people, rules)
        return cls(url)

    def backup(self, path: Path, made_at: datetime, progress: Progress = unwatched) -> None:
        """Copy the book, as it is at one moment, into one file from which it can be restored; others write on."""
        from mediation_tui.store.shared.backup import make_backup

        assert not self.in_writing, "what is not kept yet may never be"
        make_backup(self._engine, path, made_at, progress)
