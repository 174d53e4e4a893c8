from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import State
from mediation_tui.ui.dialogs.undo import UndoDialog
from tests.builders import Office
from tests.ui.acts.filling import K
from tests.ui.screen import dump
from tests.ui.stage import Bench


@asynccontextmanager
async def asked(
    office: Office, case: Case, actor: str = "m1"
) -> AsyncIterator[tuple[Bench, Pilot[None], list[Case | None]]]:
    app, results = Bench(), list[Case | None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(UndoDialog(office.desk(actor), case.id), results.append)
        await pilot.pause()
        yield app, pilot, results


@pytest.mark.parametrize("key", ["enter", "y"])
async def test_the_last_act_is_shown_and_taken_back(key: str, office: Office) -> None:
    async with asked(office, office.walk(K.ACCEPTED)) as (app, pilot, results):
        assert "3.02 受理" in dump(app)
        await pilot.press(key)
        await pilot.pause()
        assert [result and result.state for result in results] == [State.REGISTERED]


async def test_leaving_takes_nothing_back(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    async with asked(office, case) as (_, pilot, results):
        await pilot.press("escape")
        await pilot.pause()
        assert results == [None]
    assert office.book.case(case.id).version == 2


async def test_somebody_elses_act_is_not_taken_back(office: Office) -> None:
    async with asked(office, office.walk(K.ACCEPTED), actor="m2") as (app, pilot, results):
        assert "只能由本人撤销" in dump(app)
        await pilot.press("enter")
        await pilot.pause()
        assert results == []


async def test_what_came_meanwhile_is_shown_before_anything_is_taken_back(office: Office) -> None:
    case = office.walk(K.ACCEPTED)
    async with asked(office, case) as (app, pilot, results):
        office.go_on(case, K.NOTE_ADDED)
        await pilot.press("enter")
        await pilot.pause()
        assert results == []
        assert "3.02 备注" in dump(app)
        await pilot.press("enter")
        await pilot.pause()
        assert [result and result.state for result in results] == [State.ACCEPTED]
