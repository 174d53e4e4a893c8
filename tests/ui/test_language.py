from __future__ import annotations

from pathlib import Path

import pytest

from mediation_tui import i18n
from mediation_tui.settings import Settings
from mediation_tui.ui.screens.today import TodayScreen
from tests.builders import Office
from tests.ui.rooms import NARROW, picture, sitting
from tests.ui.screen import assert_looks_like


async def test_every_room_is_drawn_again_in_the_other_language_and_back(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("2", "3", "4", "1")
        for language in ("en", "zh"):
            await person.press("ctrl+l")
            assert_looks_like(person.app, picture("today", language, NARROW))
            await person.press("2")
            await person.go_to(2)
            assert_looks_like(person.app, picture("ledger", language, NARROW))
            await person.press("3", "down", "space")
            assert_looks_like(person.app, picture("villages", language, NARROW))
            await person.press("4", "1")


async def test_the_language_is_remembered(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("ctrl+l")
        assert i18n.language() == "en"
        assert Settings.load(tmp_path / "settings.toml").language == "en"


async def test_the_language_changed_in_an_opened_case_leads_back_to_its_room(
    busy: Office, tmp_path: Path
) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("enter", "ctrl+l")
        assert isinstance(person.app.screen, TodayScreen)
        assert_looks_like(person.app, picture("today", "en", NARROW))


async def test_dialogs_speak_the_language_chosen_last(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.press("ctrl+l", "f1")
        assert_looks_like(person.app, picture("help", "en", NARROW))


async def test_a_look_between_two_rooms_finds_nothing_to_read_again(
    busy: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(busy, tmp_path) as person:
        app = person.app
        with monkeypatch.context() as between:
            between.setitem(app._screen_stacks, app.current_mode, [])
            app.look()
        assert isinstance(app.screen, TodayScreen)
