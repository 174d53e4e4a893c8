"""The one place that wires real parts together: settings, language, clock, book, desk and front end."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path, user_data_path, user_log_path, user_state_path

from mediation_tui.clock import Clock, new_id
from mediation_tui.errors import BookError, MediationError
from mediation_tui.i18n import N_, Language
from mediation_tui.settings import Settings
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import Journal
from mediation_tui.store.marks import FellBack, Heads, MarkFile

if TYPE_CHECKING:
    from datetime import datetime

    from mediation_tui.desk import Desk
    from mediation_tui.model.people import Person
    from mediation_tui.model.places import Town
    from mediation_tui.rules.ruleset import RuleSet
    from mediation_tui.store.book import Book
    from mediation_tui.store.embedded.rolling import Shelf
    from mediation_tui.store.progress import Progress
    from mediation_tui.store.records.book import RecordsBook
    from mediation_tui.store.shared import SharedBook

_PROGRAM = "mediation-tui"


def settings_file() -> Path:
    """Where this person's settings are kept."""
    return user_config_path(_PROGRAM, appauthor=False) / "settings.toml"


def usual_book() -> Path:
    """Where the book is when nobody says otherwise."""
    return user_data_path(_PROGRAM, appauthor=False) / "office.book"


def crash_log() -> Path:
    """Where the program writes down its own failures."""
    return user_log_path(_PROGRAM, appauthor=False) / "errors.log"


def language_of(environment: Mapping[str, str], chosen: Language | None) -> Language:
    """The language to speak: as chosen, else as the environment says, else Chinese.

    Args:
        environment: `LC_ALL`, `LC_MESSAGES` and `LANG` count in this order.
        chosen: What the command line or the settings say.
    """
    said = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return chosen or ("en" if said.startswith("en") else "zh")


def draws_no_chinese(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is Linux's own console, whose fonts have no room for Chinese."""
    return environment.get("TERM") == "linux"


def actor_of(environment: Mapping[str, str], settings: Settings) -> str:
    """Under whose name acts are written: `MEDIATION_TUI_ACTOR`, else the settings, else the system's user."""
    return environment.get("MEDIATION_TUI_ACTOR") or settings.actor or _system_user()


def _system_user() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, ImportError, OSError):
        return "mediator"


def marks_folder() -> Path:
    """Where this terminal remembers how far each book had come."""
    return user_state_path(_PROGRAM, appauthor=False) / "marks"


def open_book(
    location: str,
    on_wait: Callable[[], None] = lambda: None,
    *,
    allow_network: bool = False,
    back_up: Callable[[Path], object] | None = None,
    journal: Journal = "wal",
) -> Book:
    """The book at a path or a URL.

    Args:
        location: A path, or `postgresql://…` for a book in a database.
        on_wait: Called when somebody else has been writing for a second.
        allow_network: Whether a file may be in a network folder.
        back_up: Backs a file of an earlier format up before it is brought forward; beside it unless given.
        journal: How a file's commits are made safe.

    Raises:
        BookError: It cannot be used.
    """
    if is_url(location):
        return _shared_book(location)(location, on_wait)
    path = Path(location).expanduser()
    return EmbeddedBook(path, on_wait, allow_network=allow_network, back_up=back_up, journal=journal)


def create_book(
    location: str,
    town: Town,
    people: Sequence[Person],
    rules: RuleSet,
    origin: str,
    *,
    allow_network: bool = False,
) -> Book:
    """A new book at a path or a URL, opened; a file may be in a network folder only where that is allowed.

    Raises:
        BookError: Something is there already, or it cannot be written.
    """
    if is_url(location):
        return _shared_book(location).create(location, town, people, rules, origin)
    path = Path(location).expanduser()
    return EmbeddedBook.create(path, town, people, rules, origin, allow_network=allow_network)


def book_in_the_making(location: str) -> AbstractContextManager[RecordsBook]:
    """A new book without a single record at a path or a URL, to be filled in a block; whole or not there after it.

    Raises:
        BookError: Something is there already, or it cannot be written.
    """
    if is_url(location):
        _shared_book(location)
        from mediation_tui.store.shared import making as shared

        return shared.in_the_making(location)
    from mediation_tui.store.embedded import making as embedded

    return embedded.in_the_making(Path(location).expanduser())


def is_url(location: str) -> bool:
    """Whether a location is a URL rather than a path."""
    return "://" in location


def _shared_book(location: str) -> type[SharedBook]:
    """The kind of book a URL names, if what it needs is installed."""
    scheme = location.partition("://")[0]
    if scheme not in ("postgresql", "postgres"):
        raise BookError(
            N_("案件簿可以是文件，也可以是 postgresql:// 地址；{scheme}:// 不认识。"), scheme=scheme
        )
    try:
        from mediation_tui.store.shared import SharedBook
    except ModuleNotFoundError as error:
        raise BookError(
            N_("连接 PostgreSQL 还缺一个组件，请先安装：pip install 'mediation-tui[postgres]'")
        ) from error
    return SharedBook


def new_book(location: str, town: str, office: str, clock: Clock, *, allow_network: bool = False) -> None:
    """Make an empty book for an office, with the town's committee and the rules the program comes with.

    Args:
        location: A path or a URL where nothing is yet.
        town: The town's name.
        office: The justice office's name.
        clock: Tells the instant the book's own id comes from.
        allow_network: Whether a file may be in a network folder.

    Raises:
        InvalidEntry: A name is not one.
        BookError: Something is there already, or it cannot be written.
    """
    from pydantic import ValidationError

    from mediation_tui.model.places import Committee, Town
    from mediation_tui.model.problems import problems_of
    from mediation_tui.model.vocabulary import CommitteeKind
    from mediation_tui.rules.ruleset import shipped_rules

    short = re.sub("(镇|乡|街道)$", "", town)
    template = f"（{{year}}）{short}民调字第{{serial}}号"
    try:
        committee = Committee(
            id="c00", name=f"{town}人民调解委员会", kind=CommitteeKind.TOWN, number_template=template
        )
        places = Town(name=town, office=office, committees=(committee,))
    except ValidationError as error:
        raise problems_of(error) from None
    origin = str(new_id(clock.now()))
    create_book(location, places, (), shipped_rules(), origin, allow_network=allow_network).close()


@dataclass(frozen=True)
class Workplace:
    """Where somebody works: at whose terminal, on which book, at what time.

    Attributes:
        location: The book named on the command line; none for the usual one.
        on_wait: Called when a write has to wait for somebody else's.
        on_doubt: Told what a person should know of the book that is opened.
    """

    settings: Settings
    clock: Clock
    location: str | None = None
    on_wait: Callable[[], None] = lambda: None
    on_doubt: Callable[[BookError], None] = lambda doubt: None

    def whereabouts(self) -> str:
        """The book to open: the one named, else the one in the settings, else the usual one.

        Raises:
            BookError: There is none yet; the sentence says how to make one.
        """
        if named := self.location or self.settings.book:
            return named
        if usual_book().exists():
            return str(usual_book())
        raise BookError(
            N_(
                "还没有案件簿。先看看示例：mediation-tui demo demo.book；"
                "新建本所的：mediation-tui new office.book；打开已有的：mediation-tui --book 路径"
            )
        )

    @contextmanager
    def book(self) -> Iterator[Book]:
        """The book, open for the duration of the block; what is doubtful about it is told first."""
        with self._opened() as book:
            for doubt in self._doubts_about(book):
                self.on_doubt(doubt)
            yield book

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The desk of whoever works here, at the open book.

        Raises:
            FellBack: The book lacks what was in it; more must not be written over that unseen.
        """
        with self._opened() as book:
            for doubt in self._doubts_about(book):
                if isinstance(doubt, FellBack):
                    raise doubt
                self.on_doubt(doubt)
            yield self._desk_at(book)

    def mark_of(self, book: Book) -> MarkFile:
        """What this terminal remembers of a book."""
        return MarkFile.of(book, marks_folder())

    def accept(self) -> None:
        """Take the book for what it is now, however far it had come before."""
        with self._opened() as book:
            self.mark_of(book).accept(book.heads())

    @contextmanager
    def _opened(self) -> Iterator[Book]:
        """The book; when it is closed, how far it has come is remembered."""
        allow_network = self.settings.allow_network_folder
        book = open_book(
            self.whereabouts(),
            self.on_wait,
            allow_network=allow_network,
            back_up=self._back_up,
            journal=self.settings.journal,
        )
        try:
            yield book
        finally:
            with suppress(BookError):
                self.mark_of(book).look(book.heads())
            book.close()

    def _doubts_about(self, book: Book) -> tuple[BookError, ...]:
        from mediation_tui.store.doubts import doubts_about

        return tuple(doubts_about(book, marks_folder(), self._seen_by_backups(book)))

    def _seen_by_backups(self, book: Book) -> Iterator[Heads]:
        """How far a book in a file had come when it was last backed up; looked up only when somebody asks."""
        if is_url(book.location):
            return
        for _file, manifest in self._shelf_of(book).standing(book.origin)[:1]:
            yield {origin: end for origin, (end, _hash) in manifest.state.chains.items()}

    def _desk_at(self, book: Book) -> Desk:
        from mediation_tui.desk import Desk

        return Desk(book, actor_of(os.environ, self.settings), self.clock)

    def keep_backups(self, book: Book, now: datetime, progress: Progress) -> None:
        """Back a book in a file up if it is time for it, as the settings say.

        Raises:
            BookError: It could not be done; the earlier backups are as they were.
        """
        from mediation_tui.store.embedded.rolling import keep_backups

        if not is_url(book.location):
            keep_backups(self._shelf_of(book), now, progress)

    def _back_up(self, path: Path) -> None:
        from mediation_tui.store.embedded.rolling import back_up_now

        back_up_now(self._shelf_at(path), self.clock.now())

    def _shelf_of(self, book: Book) -> Shelf:
        """Where a book's automatic backups stand."""
        return self._shelf_at(Path(book.location))

    def _shelf_at(self, path: Path) -> Shelf:
        from mediation_tui.store.embedded.rolling import Shelf

        return Shelf.of(path, self.settings.backup_folder, self.settings.backups)

    def open_app(self, room: str = "today") -> None:
        """Show the book on the terminal until it is left.

        Args:
            room: Where it begins.

        Raises:
            MediationError: There is no terminal, or no book.
        """
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise MediationError(N_("界面要在终端里打开；在脚本里请用命令，见 mediation-tui --help。"))
        os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # read once, while Textual is imported
        for stale in ("COLUMNS", "LINES"):  # the terminal itself knows its size, also after it was changed
            os.environ.pop(stale, None)
        from mediation_tui.store.upkeep import Upkeep
        from mediation_tui.ui import skin
        from mediation_tui.ui.app import MediationApp

        skin.use(skin.choose(os.environ, sys.stdout.encoding))
        app: MediationApp | None = None

        def tell_of_waiting() -> None:
            (app.tell_of_waiting if app else self.on_wait)()

        with replace(self, on_wait=tell_of_waiting)._opened() as book:
            app = MediationApp(
                book,
                partial(self._desk_at, book),
                self.clock,
                self.settings,
                keep_backups=partial(self.keep_backups, book, self.clock.now()),
                upkeep=Upkeep(book, marks_folder()).turn,
                doubts=partial(self._doubts_about, book),
                actor=actor_of(os.environ, self.settings),
                room=room,
            )
            app.run()
        if app.failure:
            raise app.failure
