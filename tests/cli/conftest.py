"""A home of its own for every test, and a command line to say things on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from mediation_tui.cli.run import run
from mediation_tui.clock import SetClock
from mediation_tui.i18n import use
from mediation_tui.model.events import EventKind, MediationFailed
from mediation_tui.model.vocabulary import Category, Exit, FailureReason
from tests.builders import TODAY, Office, an_agreement, an_entry, from_outside


class Said(NamedTuple):
    code: int
    out: str
    err: str


Say = Callable[..., Said]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    home = tmp_path / "home"
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.setenv("MEDIATION_TUI_ACTOR", "m1")
    yield home
    use("zh")


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a command line on a day and returns its exit code and what it printed."""

    def said(*arguments: object, today: date = TODAY) -> Said:
        code = run([str(argument) for argument in arguments], SetClock.on(today))
        return Said(code, *capsys.readouterr())

    return said


@pytest.fixture
def book(tmp_path: Path) -> str:
    """A book with four cases: agreed, failed and gone to court, just registered, and one from outside."""
    office = Office.opened(tmp_path)
    office.walk(EventKind.ACCEPTED, EventKind.SESSION_HELD, an_agreement(TODAY, TODAY + timedelta(days=9)))
    failed = MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True, exit=Exit.COURT)
    office.walk(EventKind.ACCEPTED, failed, entry=an_entry(village="v2", grid="g3", category=Category.LAND))
    office.walk(entry=an_entry(grid="g2"))
    office.walk(entry=from_outside())
    office.book.close()
    return office.book.location
