"""The book is backed up while somebody is already at work."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from textual.message import Message

from mediation_tui.bootstrap import Workplace
from mediation_tui.errors import MediationError
from mediation_tui.i18n import N_
from mediation_tui.settings import Settings
from mediation_tui.store.progress import Progress
from mediation_tui.ui import backing
from mediation_tui.ui.app import MediationApp
from mediation_tui.ui.backing import KeepBackups, NotBackedUp
from tests.builders import Office
from tests.ui.screen import dump


async def opened(office: Office, folder: Path, keep_backups: KeepBackups) -> tuple[str, MediationApp]:
    """What the first screen says once the backup has come to its end."""
    begun = Event()

    def keep(progress: Progress) -> None:
        begun.set()
        keep_backups(progress)

    settings = Settings(folder / "settings.toml")
    app = MediationApp(office.book, office.desk, office.clock, settings, keep_backups=keep)
    async with app.run_test(size=(80, 24)) as pilot:
        await asyncio.to_thread(begun.wait)
        await app.workers.wait_for_complete()
        await pilot.pause()
        return dump(app), app


async def test_opening_a_book_backs_it_up_without_a_word(own: Office, tmp_path: Path) -> None:
    workplace = Workplace(Settings(tmp_path / "settings.toml"), own.clock)
    silent, _app = await opened(own, tmp_path, lambda progress: None)
    said, _app = await opened(own, tmp_path, partial(workplace.keep_backups, own.book, own.clock.now()))
    assert said == silent
    assert len(list(Path(f"{own.book.location}.backups").glob("*.book"))) == 1


async def test_what_goes_wrong_is_said_and_the_program_goes_on(own: Office, tmp_path: Path) -> None:
    def failing(progress: Progress) -> None:
        raise MediationError(N_("备份没有做成：{problem}"), problem="没有插 U 盘")

    said, app = await opened(own, tmp_path, failing)
    assert "备份没有做成：没有插 U 盘" in said
    assert app.failure is None


@pytest.mark.parametrize(("leaving", "goes_on"), [(True, False), (False, True)])
def test_a_backup_under_way_is_given_up_when_the_program_is_left(
    monkeypatch: pytest.MonkeyPatch, leaving: bool, goes_on: bool
) -> None:
    done: list[int] = []
    posted: list[Message] = []

    def keep(progress: Progress) -> None:
        progress(1, 2)
        done.append(1)
        raise MediationError("")

    worker = SimpleNamespace(is_cancelled=leaving)
    monkeypatch.setattr(backing, "get_current_worker", lambda: worker)
    backing.back_up(SimpleNamespace(post_message=posted.append), keep)  # type: ignore[arg-type]
    assert bool(done) is goes_on
    assert [type(message) for message in posted] == ([NotBackedUp] if goes_on else [])
