from __future__ import annotations

from pathlib import Path

import pytest

from mediation_tui.i18n import Language
from tests.builders import Office
from tests.ui.rooms import NARROW, WIDE, picture, sitting
from tests.ui.screen import assert_looks_like

_WAYS = {
    "board": ("3", "f5"),
    "zero-report": ("down", "left", "0"),
    "round-report": ("escape", "enter"),
    "calls": ("escape", "f7"),
    "round": ("escape", "up", "enter"),
    "round-correction": ("f4",),
    "questions": ("escape", "escape", "f6"),
    "question": ("down", "enter"),
    "question-to-case": ("f2",),
    "question-withdrawal": ("escape", "enter", "f9"),
    "question-entry": ("escape", "ctrl+g"),
}
"""The keys that lead from each sight to the next."""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_every_screen_of_the_registers_looks_as_it_was_made(
    office: Office, tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    async with sitting(office, tmp_path, size, language) as person:
        for name, keys in _WAYS.items():
            await person.press(*keys)
            assert_looks_like(person.app, picture(name, language, size))
