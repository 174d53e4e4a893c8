"""Books of every engine there is: what a book promises, each must keep."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from mediation_tui.clock import SetClock
from mediation_tui.errors import MediationError
from mediation_tui.model.places import Town
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.patience import Patience
from mediation_tui.store.records.book import RecordsBook
from mediation_tui.store.shared import SharedBook
from tests.builders import PEOPLE, TODAY, TOWN, Office

PATIENT = Patience(limit=60)
"""Patient enough for a loaded machine."""


_NUMBERS = count()


@dataclass
class Shelf:
    """Makes books of one engine, each in a place of its own, and closes what was left open.

    Attributes:
        folder: Where files go.
        server: The database for shared books; none makes files.
    """

    folder: Path
    server: str | None = None
    _opened: list[RecordsBook] = field(default_factory=list)

    def place(self) -> str:
        """A place where nothing is yet."""
        number = next(_NUMBERS)
        return f"{self.server}#b{number}" if self.server else str(self.folder / f"b{number}.book")

    def create(self, place: str, town: Town = TOWN, origin: str = "o1") -> RecordsBook:
        """A new book of the little town's office at a place."""
        kind = SharedBook.create if self.server else EmbeddedBook.create
        kind(place if self.server else Path(place), town, PEOPLE, shipped_rules(), origin).close()  # type: ignore[arg-type]
        return self.open(place)

    def open(self, place: str, patience: Patience = PATIENT) -> RecordsBook:
        """The book at a place, opened once more."""
        self._opened.append(
            SharedBook(place, patience=patience)
            if self.server
            else EmbeddedBook(Path(place), patience=patience)
        )
        return self._opened[-1]

    def book(self, town: Town = TOWN, origin: str = "o1") -> RecordsBook:
        """A new book in a place of its own."""
        return self.create(self.place(), town, origin)

    def office(self, day: date = TODAY, town: Town = TOWN) -> Office:
        """A new office on a day, with a book of its own."""
        return Office(self.book(town), SetClock.on(day, tick=timedelta(milliseconds=1)))

    def close(self) -> None:
        """Close every book that was opened."""
        for book in self._opened:
            with suppress(MediationError):
                book.close()
        self._opened.clear()
