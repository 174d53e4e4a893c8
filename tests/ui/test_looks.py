from __future__ import annotations

from pathlib import Path

import pytest

from mediation_tui.i18n import Language
from tests.builders import Office
from tests.ui.rooms import SIGHTS, picture, sitting
from tests.ui.screen import assert_looks_like

_WAYS = {
    "today": ("1", "home"),
    "help": ("f1",),
    "palette": ("escape", "ctrl+p"),
    "ledger": ("escape", "2", "end"),
    "case": ("enter",),
    "filter": ("escape", "f"),
    "villages": ("escape", "3", "home", "down", "space"),
}
"""The keys that lead from each sight to the next."""


@pytest.mark.parametrize(("language", "size"), SIGHTS)
async def test_every_screen_looks_as_it_was_made(
    busy: Office, tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    async with sitting(busy, tmp_path, size, language) as person:
        for name, keys in _WAYS.items():
            await person.press(*keys)
            assert_looks_like(person.app, picture(name, language, size))
