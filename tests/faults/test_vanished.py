"""The book's file is deleted or replaced while somebody has it open."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mediation_tui.errors import BookError
from mediation_tui.settings import Settings
from mediation_tui.ui.app import MediationApp
from tests.builders import Office
from tests.ui.screen import dump


def deleted(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.book"))


def replaced(path: Path) -> None:
    copy = path.with_name("copy.book")
    shutil.copyfile(path, copy)
    copy.replace(path)


AWAY = pytest.mark.parametrize("happens", [deleted, moved, replaced])


@AWAY
def test_nothing_is_acknowledged_that_would_go_into_a_file_nobody_finds_again(
    office: Office, happens: Callable[[Path], None]
) -> None:
    office.walk()
    happens(Path(office.book.location))
    with pytest.raises(BookError, match="已被删除、移走或换成了别的文件"):
        office.walk()


@AWAY
async def test_the_app_says_so_and_can_still_be_left(
    office: Office, tmp_path: Path, happens: Callable[[Path], None]
) -> None:
    office.walk()
    app = MediationApp(office.book, office.desk, office.clock, Settings(tmp_path / "settings.toml"))
    async with app.run_test(size=(80, 24)) as pilot:
        happens(Path(office.book.location))
        for key in ("f2", "2", "f5", "enter", "4"):
            await pilot.press(key)
            await pilot.pause()
        shown = dump(app)
        await pilot.press("ctrl+q")
    assert app.failure is None
    assert "已被删除、移走或换成了别的文件" in shown
