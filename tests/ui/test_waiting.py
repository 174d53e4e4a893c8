"""Somebody else keeps the book: the person is told, nothing entered is lost, and nothing is done twice."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from mediation_tui.settings import Settings
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.store.patience import Patience
from mediation_tui.ui.app import MediationApp
from mediation_tui.ui.dialogs.act import ActDialog
from mediation_tui.ui.dialogs.help import HelpDialog
from mediation_tui.ui.dialogs.undo import UndoDialog
from mediation_tui.ui.screens.register import RegisterScreen
from mediation_tui.ui.widgets.form import Form
from tests.builders import Office
from tests.ui.rooms import Someone
from tests.ui.test_register import PLAIN

TOLD = "别人正在写这本案件簿，请稍等……"
REFUSED = "还没有轮到，请稍后再试"

LONG = 60
"""Seconds after which what has not come will not come."""

SOON_GIVEN_UP = Patience(notice=0.02, limit=0.5)
KEPT_UP = Patience(notice=0.02, limit=60)


class Colleague:
    """Somebody who keeps the right to write until they are asked to let go."""

    def __init__(self, location: str) -> None:
        self._path = Path(location)
        self._has, self._let_go = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._write)

    def _write(self) -> None:
        with closing(EmbeddedBook(self._path)) as book, book.writing():
            self._has.set()
            self._let_go.wait()

    def take(self) -> None:
        """Begin to write, and do not end."""
        self._thread.start()
        self._has.wait()

    def let_go(self) -> None:
        """Be done with it."""
        self._let_go.set()
        self._thread.join()


@contextmanager
def colleague_writing(location: str) -> Iterator[Colleague]:
    """Somebody who is writing all the while, or until they let go."""
    colleague = Colleague(location)
    colleague.take()
    try:
        yield colleague
    finally:
        colleague.let_go()


def one_line(shown: str) -> str:
    """What is shown, however it is broken into lines."""
    return "".join(shown.replace("│", "").split())


@dataclass
class Waiting(Someone):
    """A person who may have to wait."""

    async def wait_for(self, words: str) -> str:
        """Wait until the screen says something, however it is broken into lines, and read the whole of it."""
        async with asyncio.timeout(LONG):
            while words not in one_line(self.read()):
                await self.pilot.pause()
        return self.read()

    async def ask(self, key: str, **answers: object) -> None:
        """Open a form and fill it."""
        await self.press(key)
        for name, answer in answers.items():
            self.app.screen.query_one(Form).fill(name, answer)
        await self.pilot.pause()

    @property
    def answers(self) -> dict[str, object]:
        return dict(self.app.screen.query_one(Form).values())


@asynccontextmanager
async def sitting(office: Office, folder: Path, patience: Patience) -> AsyncIterator[Waiting]:
    """The program on an office's book, as it is wired when it is started."""
    app: MediationApp
    path = Path(office.book.location)
    with closing(EmbeddedBook(path, lambda: app.tell_of_waiting(), patience)) as book:
        own = Office(book, office.clock)
        app = MediationApp(book, own.desk, own.clock, Settings(folder / "settings.toml"))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            yield Waiting(app, pilot)


async def test_whoever_waits_is_told_and_then_served(own: Office, tmp_path: Path) -> None:
    cases = own.book.count(EVERYTHING)
    async with sitting(own, tmp_path, KEPT_UP) as person:
        await person.ask("f2", **PLAIN)
        with colleague_writing(own.book.location) as colleague:
            await person.press("ctrl+s")
            await person.wait_for(TOLD)
            assert isinstance(person.app.screen, RegisterScreen)
            colleague.let_go()
            await person.wait_for("已登记：")
    assert own.book.count(EVERYTHING) == cases + 1


async def test_keys_pressed_while_waiting_neither_save_again_nor_leave(own: Office, tmp_path: Path) -> None:
    cases = own.book.count(EVERYTHING)
    async with sitting(own, tmp_path, KEPT_UP) as person:
        await person.ask("f2", **PLAIN)
        with colleague_writing(own.book.location) as colleague:
            await person.press("ctrl+s")
            await person.wait_for(TOLD)
            shown = await person.press("ctrl+s", "escape", "escape", "x", "ctrl+s")
            assert TOLD in shown
            assert person.answers["summary"] == PLAIN["summary"]
            colleague.let_go()
            await person.wait_for("已登记：")
        assert person.room.case
    assert own.book.count(EVERYTHING) == cases + 1


async def test_whoever_waited_in_vain_is_told_so_and_has_everything_still(
    own: Office, tmp_path: Path
) -> None:
    cases = own.book.count(EVERYTHING)
    async with sitting(own, tmp_path, SOON_GIVEN_UP) as person:
        await person.ask("f2", **PLAIN)
        with colleague_writing(own.book.location):
            await person.press("ctrl+s", "escape", "escape")
            await person.wait_for(REFUSED)
            assert person.answers["summary"] == PLAIN["summary"]
        await person.press("ctrl+s")
        await person.wait_for("已登记：")
    assert own.book.count(EVERYTHING) == cases + 1


async def test_an_act_waits_in_its_dialog(own: Office, tmp_path: Path) -> None:
    async with sitting(own, tmp_path, KEPT_UP) as person:
        await person.press("f10")
        await person.type("备注")
        await person.press("enter")
        assert isinstance(person.app.screen, ActDialog)
        person.app.screen.query_one(Form).fill("text", "备查")
        with colleague_writing(own.book.location) as colleague:
            await person.press("ctrl+s")
            await person.wait_for(TOLD)
            assert isinstance(person.app.screen, ActDialog)
            colleague.let_go()
            await person.wait_for("备注已记下：")


async def test_taking_back_waits_in_its_dialog(own: Office, tmp_path: Path) -> None:
    async with sitting(own, tmp_path, SOON_GIVEN_UP) as person:
        await person.press("ctrl+z")
        assert isinstance(person.app.screen, UndoDialog)
        with colleague_writing(own.book.location):
            await person.press("enter")
            await person.wait_for(TOLD)
            await person.wait_for(REFUSED)
        await person.press("enter")
        await person.wait_for("已撤销：")


async def test_what_is_typed_ahead_goes_to_what_comes_next(
    own: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(own, tmp_path, KEPT_UP) as person:
        await person.ask("f2", **PLAIN)
        dialog = person.app.screen
        assert isinstance(dialog, RegisterScreen)
        act = threading.Event()
        do = dialog._do
        monkeypatch.setattr(dialog, "_do", lambda what: (act.wait(), do(what)))
        dialog.action_save()
        person.app.simulate_key("f1")
        person.app.call_later(act.set)
        await person.wait_for("╭─帮助")
        assert isinstance(person.app.screen, HelpDialog)


async def test_nobody_is_told_to_wait_when_nobody_is_writing(own: Office, tmp_path: Path) -> None:
    async with sitting(own, tmp_path, KEPT_UP) as person:
        before = person.read()
        person.app.tell_of_waiting()
        await person.pilot.pause()
        assert person.read() == before
