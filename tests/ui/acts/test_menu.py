from __future__ import annotations

from mediation_tui.model.events import EventKind
from mediation_tui.ui.dialogs.menu import ActMenu
from tests.builders import Office
from tests.ui.acts.filling import K
from tests.ui.screen import dump
from tests.ui.stage import Bench


async def picked(office: Office, *keys: str) -> list[EventKind | None]:
    app, results = Bench(), list[EventKind | None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ActMenu(office.walk(K.ACCEPTED)), results.append)
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
    return results


async def test_only_what_is_possible_is_offered_with_a_sentence_on_it(office: Office) -> None:
    app = Bench()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ActMenu(office.walk()))
        await pilot.pause()
        shown = dump(app)
        assert "先问清两条不得受理的情形，再受理。" in shown
        assert "结案" not in shown
        await pilot.press(*"sj")
        await pilot.pause()
        assert "村里解决不了的纠纷，及时上交；上交不算失败。" in dump(app)


async def test_an_act_is_picked_by_initials_by_characters_or_by_number(office: Office) -> None:
    assert await picked(office, *"sj", "enter") == [K.LIFTED]
    assert await picked(office, "延", "enter") == [K.EXTENSION_AGREED]
    assert await picked(office, "2", "enter") == [K.SESSION_HELD]
    assert await picked(office, "down", "enter") == [K.SESSION_HELD]
    assert await picked(office, "escape") == [None]
