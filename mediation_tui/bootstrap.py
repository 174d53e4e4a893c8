"""The one place that wires real parts together: settings, language, clock, book, desk and front end."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path, user_data_path, user_log_path

from mediation_tui.clock import Clock, new_id
from mediation_tui.errors import BookError, MediationError
from mediation_tui.i18n import N_, Language
from mediation_tui.settings import Settings
from mediation_tui.store.embedded import EmbeddedBook

if TYPE_CHECKING:
    from mediation_tui.desk import Desk
    from mediation_tui.store.book import Book

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


def open_book(location: str, on_wait: Callable[[], None] = lambda: None) -> Book:
    """The book at a path.

    Args:
        location: A path; URLs of databases are recognised and refused.
        on_wait: Called when somebody else has been writing for a second.

    Raises:
        BookError: It cannot be used.
    """
    scheme, separator, _rest = location.partition("://")
    if separator:
        raise BookError(N_("这个版本只打开文件形式的案件簿，还不能连接 {scheme} 数据库。"), scheme=scheme)
    return EmbeddedBook(Path(location).expanduser(), on_wait)


def new_book(path: Path, town: str, office: str, clock: Clock) -> None:
    """Make an empty book for an office, with the town's committee and the rules the program comes with.

    Args:
        path: Where nothing is yet.
        town: The town's name.
        office: The justice office's name.
        clock: Tells the instant the book's own id comes from.

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
    EmbeddedBook.create(path.expanduser(), places, (), shipped_rules(), str(new_id(clock.now()))).close()


@dataclass(frozen=True)
class Workplace:
    """Where somebody works: at whose terminal, on which book, at what time.

    Attributes:
        location: The book named on the command line; none for the usual one.
        on_wait: Called when a write has to wait for somebody else's.
    """

    settings: Settings
    clock: Clock
    location: str | None = None
    on_wait: Callable[[], None] = lambda: None

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
        """The book, open for the duration of the block."""
        book = open_book(self.whereabouts(), self.on_wait)
        try:
            yield book
        finally:
            book.close()

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The desk of whoever works here, at the open book."""
        with self.book() as book:
            yield self._desk_at(book)

    def _desk_at(self, book: Book) -> Desk:
        from mediation_tui.desk import Desk

        return Desk(book, actor_of(os.environ, self.settings), self.clock)

    def open_app(self) -> None:
        """Show the book on the terminal until it is left.

        Raises:
            MediationError: There is no terminal, or no book.
        """
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise MediationError(N_("界面要在终端里打开；在脚本里请用命令，见 mediation-tui --help。"))
        os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # read once, while Textual is imported
        for stale in ("COLUMNS", "LINES"):  # the terminal itself knows its size, also after it was changed
            os.environ.pop(stale, None)
        from mediation_tui.ui import skin
        from mediation_tui.ui.app import MediationApp

        skin.use(skin.choose(os.environ, sys.stdout.encoding))
        with self.book() as book:
            app = MediationApp(book, partial(self._desk_at, book), self.clock, self.settings)
            app.run()
        if app.failure:
            raise app.failure
