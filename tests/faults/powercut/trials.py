"""The programs that are recorded, and how what a power cut leaves of them is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tinydb import TinyDB

from tests.faults.powercut.readers import (
    BOOK,
    PLAIN_JSON,
    Reader,
    engine_opened,
    looked_up,
    opened_and_checked,
    plain_json,
    with_backup,
    with_old_book,
)
from tests.store.formats import old_book


def nothing_yet(folder: Path) -> None:
    """Leave the folder empty."""


def a_plain_file(folder: Path) -> None:
    """The file of a stock TinyDB, with a case in it, its name safe."""
    with TinyDB(folder / PLAIN_JSON, encoding="utf-8") as database:
        database.insert({"number": "2025-1"})


def an_old_book(folder: Path) -> None:
    """A book of an earlier format, its name safe."""
    old_book(folder).rename(folder / BOOK)


@dataclass(frozen=True)
class Trial:
    """One recorded program.

    Attributes:
        program: Its module in `programs`; it is given the folder to work in.
        looked_up: Reads what is left, fast: every state is read so.
        opened: Reads what is left as the program does: one state in twelve, and each in which a promise is fresh.
        throws: How many mixed power cuts are tried after each call that leaves something unconfirmed.
        states: How many different states come of it at least.
        prepare: Puts into the folder, safely, what the program finds there.
    """

    program: str
    looked_up: Reader
    opened: Reader
    throws: int
    states: int
    prepare: Callable[[Path], None] = nothing_yet

    def __str__(self) -> str:
        return self.program


ACTS = Trial("acts", looked_up, opened_and_checked, throws=3, states=3_700)
TRIALS = (
    ACTS,
    Trial("checkpoints", looked_up, opened_and_checked, throws=4, states=2_200),
    Trial("backup", with_backup(looked_up), with_backup(opened_and_checked), throws=4, states=1_100),
    Trial("restoring", with_old_book(looked_up), with_old_book(opened_and_checked), throws=6, states=1_900),
    Trial("migration", looked_up, opened_and_checked, throws=8, states=1_200, prepare=an_old_book),
    Trial("bare_book", engine_opened, engine_opened, throws=20, states=100),
)

UNREADABLE = (Trial("plain_json", plain_json, plain_json, throws=20, states=100, prepare=a_plain_file),)
"""Programs whose file a power cut tears."""

FORGETFUL = (
    Trial("careless_acts", looked_up, opened_and_checked, throws=1, states=100),
    Trial("nameless_book", engine_opened, engine_opened, throws=5, states=10),
)
"""Programs that acknowledge what a power cut takes away again."""
