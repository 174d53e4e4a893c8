from __future__ import annotations

from pathlib import Path

import pytest

from mediation_tui.i18n import Language
from tests.builders import Office
from tests.ui.rooms import NARROW, WIDE, picture, sitting
from tests.ui.screen import assert_looks_like

_WAYS = {
    "review-between": ("5",),
    "review-opening": ("ctrl+o",),
    "review-line": ("ctrl+s", "space", "down"),
    "review-large": ("ctrl+t", "up"),
    "review-decision": ("escape", "ctrl+d"),
    "review-place": ("escape", *["ctrl+down"] * 9),
    "review-closing": ("ctrl+x",),
    "review-minutes": ("escape", "ctrl+e"),
    "review-help": ("escape", "f1"),
}
"""The keys that lead from each sight to the next."""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_room_of_the_review_looks_as_it_was_made(
    office: Office, tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    async with sitting(office, tmp_path, size, language) as person:
        for name, keys in _WAYS.items():
            await person.press(*keys)
            assert_looks_like(person.app, picture(name, language, size))
