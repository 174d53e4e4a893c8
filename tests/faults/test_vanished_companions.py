"""Somebody tidies up what lies beside an open book: its log, the log's index, its lock."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from mediation_tui.errors import BookError
from tests.builders import Office
from tests.faults import killed
from tests.faults.kills import Account
from tests.faults.kills import lives as lives
from tests.faults.lives import Lives
from tests.faults.states import findings

_PAST_HELP = pytest.mark.xfail(
    strict=True,
    reason="SQLite's last close brings a log in that others no longer see; Python 3.11 cannot stop it",
)
TIDIED = pytest.mark.parametrize(
    "endings", [("-wal",), ("-shm",), ("-wal", "-shm"), (".lock",)], ids=" and ".join
)


def tidy_up(office: Office, endings: tuple[str, ...]) -> None:
    for ending in endings:
        Path(f"{office.book.location}{ending}").unlink()


@TIDIED
def test_one_terminal_loses_nothing_it_acknowledges(office: Office, endings: tuple[str, ...]) -> None:
    account = Account(Path(office.book.location), kept={office.walk().id})
    tidy_up(office, endings)
    with suppress(BookError):
        account.kept.add(office.walk().id)
    office.book.close()
    assert account.wrongs() == []
    assert findings(account.path) == []


@pytest.mark.parametrize(
    "endings",
    [
        ("-wal",),
        pytest.param(("-shm",), marks=_PAST_HELP),
        pytest.param(("-wal", "-shm"), marks=_PAST_HELP),
        (".lock",),
    ],
    ids=" and ".join,
)
def test_two_terminals_lose_nothing_they_acknowledge(
    lives: Lives, office: Office, endings: tuple[str, ...]
) -> None:
    account = Account(Path(office.book.location), kept={office.walk().id})
    tidy_up(office, endings)
    with suppress(BookError):
        account.kept.add(office.walk().id)
    other = lives.begin(killed.act_and_let_go, office.book.location, 2)
    other.wait()
    with suppress(BookError):
        account.kept.add(office.walk().id)
    office.book.close()
    assert account.wrongs(other.lines) == []
    assert findings(account.path) == []
