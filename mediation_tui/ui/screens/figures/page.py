"""What a page of the figures is: how it reads, how it is laid out, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from mediation_tui.errors import MediationError
from mediation_tui.figures.earlier import began_on
from mediation_tui.figures.records import Records
from mediation_tui.i18n import N_
from mediation_tui.store.progress import Progress
from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.figures.view import View

if TYPE_CHECKING:
    from mediation_tui.figures.issued.drafting import Wanted
    from mediation_tui.model.people import Person
    from mediation_tui.model.places import Town
    from mediation_tui.papers.paper import Paper
    from mediation_tui.store.book import Book


@dataclass(frozen=True)
class Source:
    """Where a page reads.

    Attributes:
        records: The cases, as they are or were known.
        book: The office's book.
        progress: Told how far the reading has come.
        proving: Told how far proving has come, once what was read is shown.
    """

    records: Records
    book: Book
    progress: Progress
    proving: Progress

    @property
    def began(self) -> date | None:
        """When the first dispute in the book was registered; before that nobody knows anything."""
        return began_on(self.book)


@dataclass(frozen=True)
class Setting:
    """For whom a page is laid out.

    Attributes:
        town: Names the lines.
        people: Names those who did something.
        width: Cells of the screen.
        today: The office's date.
    """

    town: Town
    people: tuple[Person, ...]
    width: int
    today: date

    def name_of(self, actor: str) -> str:
        """What somebody is called who may be on the roster."""
        return next((person.name for person in self.people if person.id == actor), actor)


@dataclass(frozen=True)
class Leaving:
    """What is to leave the office.

    Attributes:
        found: What the page read.
        asked: What was asked for.
        setting: Whose it is.
        book: The office's book.
        report: The report that is open or under the cursor.
    """

    found: Any
    asked: Asked
    setting: Setting
    book: Book
    report: str | None


def nothing_to_sign(asked: Asked) -> Wanted:
    """No report can be made of the page."""
    raise MediationError(N_("这一页不出报告"))


@dataclass(frozen=True)
class Page:
    """One page of the room.

    Attributes:
        name: Which.
        read: Reads what it shows, in a thread; may hand out what it has before it has everything.
        view: Lays out what was read, in the language spoken now.
        paper: The same to be saved as a file.
        wanted: The report that can be drafted of it.
        offers: What else can be done with it, by the names of the commands.
    """

    name: PageName
    read: Callable[[Asked, Source], Iterator[Any]]
    view: Callable[[Any, Asked, Setting], View]
    paper: Callable[[Leaving], Paper]
    wanted: Callable[[Asked], Wanted] = nothing_to_sign
    offers: frozenset[str] = field(default_factory=frozenset)
