"""Keys that arrive together do what they do one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from textual.app import App
from textual.events import Key

from mediation_tui.ui.widgets.form import Form
from tests.builders import Office
from tests.ui.rooms import WIDE, sitting

_NAMED = {"\r": "enter", "\t": "tab", " ": "space", "\x7f": "backspace"}
_OPENING = {
    "register": ("f2",),
    "visit": ("2", *["down"] * 6, "f10", *"回访", "enter"),
    "ledger": ("2",),
    "today": (),
}


def _pressed_at_once(app: App[None], keys: str) -> None:
    """What a terminal sends in one piece."""
    for key in keys:
        app.post_message(Key(_NAMED.get(key, key), key if key.isprintable() else None))


async def _typed(office: Office, folder: Path, where: str, keys: str, *, at_once: bool) -> tuple[str, str]:
    """What the screen says after some keys, and what has the focus."""
    async with sitting(office, folder, WIDE) as person:
        await person.press(*_OPENING[where])
        for piece in [keys] if at_once else list(keys):
            _pressed_at_once(person.app, piece)
            await person.pilot.pause()
        return person.read(), repr(person.app.focused)


@pytest.mark.parametrize("where", _OPENING)
@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(keys=st.text("yn12是电\r\r\r\t \x7fjk", min_size=2, max_size=14))
async def test_keys_that_arrive_together_do_what_they_do_one_by_one(
    busy: Office, tmp_path: Path, where: str, keys: str
) -> None:
    together = await _typed(busy, tmp_path, where, keys, at_once=True)
    apart = await _typed(busy, tmp_path, where, keys, at_once=False)
    assert together == apart


async def test_an_answer_that_asks_more_is_followed_by_what_it_asks(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path, WIDE) as person:
        await person.press(*_OPENING["visit"])
        _pressed_at_once(person.app, "\r3\r\r\ry\r\rn\rn\rn\r")
        await person.pilot.pause()
        given = person.app.screen.query_one(Form).values()
    assert given["satisfied"] is True
    assert (given["relapsed"], given["sued"], given["escalating"]) == (False, False, False)
