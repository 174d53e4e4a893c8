"""The book in one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from mediation_tui.store.engine import USUAL, BookDB, Patience, create_file, remove_file, say_nothing
from mediation_tui.store.records.book import RecordsBook
from mediation_tui.store.records.documents import SHAPES

if TYPE_CHECKING:
    from mediation_tui.model.people import Person
    from mediation_tui.model.places import Town
    from mediation_tui.rules.ruleset import RuleSet


class EmbeddedBook(RecordsBook):
    """A book in one file; see `store.book.Book` for what each method means.

    Args:
        path: The file.
        on_wait: Called in the waiting thread when somebody else has been writing for a second.
        patience: How long to wait for somebody else.

    Raises:
        BookError: It cannot be used; nothing was changed.
    """

    def __init__(
        self, path: Path, on_wait: Callable[[], None] = say_nothing, patience: Patience = USUAL
    ) -> None:
        self._db = BookDB(path, SHAPES, patience, on_wait)
        super().__init__(self._db)

    @classmethod
    def create(cls, path: Path, town: Town, people: Sequence[Person], rules: RuleSet, origin: str) -> Self:
        """Make a new book for an office.

        Args:
            path: A path where nothing is yet.
            town: The office's places; they may be empty and come later.
            people: The office's roster.
            rules: The office's rules of time.
            origin: The id under which this book will write its events.

        Raises:
            BookError: Something is there already, or it cannot be written.
        """
        create_file(path, SHAPES)
        book = cls(path)
        try:
            with book._db.transaction():
                book._office.found(origin, town, people, rules)
        except BaseException:
            book.close()
            remove_file(path)
            raise
        return book
