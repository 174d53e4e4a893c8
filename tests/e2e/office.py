"""A small office made on the command line, and the hands of the person who works there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from mediation_tui.clock import SystemClock
from tests.e2e.terminal import Terminal

ROSTER = """\
乡镇,司法所,村（社区）,类别,网格,姓名,身份,职务,性别,民族,出生年,电话,任期起,任期止
共和镇,共和镇司法所,上庄村,村,一网格,,,,,,,,,
共和镇,共和镇司法所,上庄村,村,三网格,,,,,,,,,
共和镇,共和镇司法所,上庄村,村,,马文才,人民调解员,主任,男,回族,1975,13800001111,2025-01-01,2027-12-31
共和镇,共和镇司法所,上庄村,村,,李秀兰,人民调解员,委员,女,汉族,1980,13800001112,2025-01-01,2027-12-31
共和镇,共和镇司法所,上庄村,村,,才让·卓玛,人民调解员,委员,女,藏族,1985,13800001113,2025-01-01,2027-12-31
共和镇,共和镇司法所,盘道村,村,一网格,韩占海,人民调解员,主任,男,土族,1970,13800001114,2025-01-01,2027-12-31
共和镇,共和镇司法所,,,,王建国,司法所所长,,男,汉族,1972,13800001115,,
"""

TODAY = SystemClock().today()


def command(home: Path, *arguments: str) -> str:
    """What a command prints, run as a person would run it."""
    environment = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    done = subprocess.run(
        [sys.executable, "-m", "mediation_tui", *arguments],
        capture_output=True, text=True, check=True, env=environment, cwd=home,
    )  # fmt: skip
    return done.stdout


def made_office(home: Path) -> str:
    """A new book with a roster; its name, in the home folder."""
    command(home, "new", "office.book", "--town", "共和镇")
    Path(home, "roster.csv").write_text(ROSTER, "utf-8")
    command(home, "--book", "office.book", "roster", "import", "roster.csv")
    return "office.book"


def cases(home: Path, book: str) -> list[dict[str, Any]]:
    """The cases of a book, as anyone can read them."""
    listed: list[dict[str, Any]] = json.loads(command(home, "--book", book, "case", "list", "--json"))
    return listed


def statement(home: Path, book: str, year: date) -> dict[str, Any]:
    """The year's statement, as anyone can read it."""
    period = ("--from", f"{year.year}-01-01", "--to", f"{year.year}-12-31")
    read: dict[str, Any] = json.loads(command(home, "--book", book, "report", "statement", *period, "--json"))
    return read


class Hands:
    """Fills forms by keyboard without waiting between answers: a key goes where it would have gone had one waited.

    Args:
        terminal: Where the program runs.
    """

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def ask(self, key: str) -> Hands:
        """Open a form, and wait for it."""
        self._terminal.press(key)
        self._terminal.shows("Ctrl+S")
        return self

    def pick(self, typed: str) -> Hands:
        """Tick what was typed among several, and move on."""
        self._terminal.send("Space", "Enter", text=typed)
        return self

    def keep(self, times: int = 1) -> Hands:
        """Leave so many fields as they are."""
        self._terminal.send(*["Enter"] * times)
        return self

    def answer(self, *answers: str) -> Hands:
        """Type an answer into each field and move on."""
        for text in answers:
            self._terminal.send("Enter", text=text)
        return self

    def tell(self, text: str) -> Hands:
        """Type into a field of several lines and move on."""
        self._terminal.send("Tab", text=text)
        return self

    def skip(self) -> Hands:
        """Leave a field of several lines as it is."""
        self._terminal.send("Tab")
        return self

    def save(self) -> str:
        """Save; the screen after it."""
        return self._terminal.press("C-s")
