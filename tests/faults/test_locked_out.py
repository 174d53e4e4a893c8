"""Rights to the file or its folder are taken away while somebody has the book open."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.builders import a_book
from tests.faults import locked_out
from tests.faults.kills import Account
from tests.faults.kills import lives as lives
from tests.faults.lives import Lives
from tests.faults.states import findings

NOBODY = 65_534
NAME, THE_FOLDER = "o1.book", ""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of somebody who has no special rights, outside of what only this user may enter."""
    with TemporaryDirectory() as own:
        if not os.geteuid():
            os.chown(own, NOBODY, NOBODY)
        yield Path(own)


@pytest.fixture
def path(folder: Path) -> Path:
    with closing(a_book(folder)) as book:
        path = Path(book.location)
    if not os.geteuid():
        for file in folder.iterdir():
            os.chown(file, NOBODY, NOBODY)
    return path


@pytest.mark.parametrize(
    ("taken_from", "mode"),
    [
        (NAME, 0),
        (NAME, 0o444),
        (f"{NAME}-wal", 0),
        (f"{NAME}-wal", 0o444),
        (f"{NAME}-shm", 0),
        (f"{NAME}.lock", 0),
        (THE_FOLDER, 0),
        (THE_FOLDER, 0o555),
    ],
)
def test_what_is_acknowledged_is_there_and_what_is_refused_is_one_sentence(
    lives: Lives, path: Path, taken_from: str, mode: int
) -> None:
    taken, account = path.parent / taken_from, Account(path)
    life = lives.begin(locked_out.act_and_read_and_act_again, str(path), NOBODY)
    life.hear_until("stopped")
    before = taken.stat().st_mode
    taken.chmod(mode)
    life.send(signal.SIGCONT)
    life.wait()
    with suppress(FileNotFoundError):  # the last to let go of a book takes the log away
        taken.chmod(before)
    assert (life.ended_by, life.lines[-1]) == (0, "let go")
    assert account.wrongs(life.lines) == []
    assert account.acts + account.left_out == 2
    assert findings(path) == []
