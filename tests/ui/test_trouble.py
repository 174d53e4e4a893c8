"""What the program does when somebody else writes, when the book fails, and when it fails itself."""

from __future__ import annotations

from asyncio import Event
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from mediation_tui.errors import BookError
from mediation_tui.i18n import N_
from mediation_tui.model import events as happened
from mediation_tui.store.doubts import Synchronised
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.marks import FellBack, Gap
from mediation_tui.ui.app import MediationApp
from mediation_tui.ui.widgets.entry import Entry
from tests.builders import Office, an_entry
from tests.ui.rooms import Someone, parties, sitting

GONE = "已被删除、移走或换成了别的文件"


async def test_what_another_program_writes_is_seen_at_the_next_look(own: Office, tmp_path: Path) -> None:
    async with sitting(own, tmp_path) as person:
        before = await person.press("2")
        _somebody_else_registers(own)
        assert person.read() == before
        said = await _look(person)
        assert "在办  8 / 全部 9" in said
        assert "后来者 ↔ 单小山" in said


@pytest.mark.parametrize("room", ["1", "2", "3", "4"])
async def test_every_room_shows_what_another_program_writes(own: Office, tmp_path: Path, room: str) -> None:
    async with sitting(own, tmp_path) as person:
        before = await person.press(room)
        _somebody_else_registers(own)
        assert await _look(person) != before


async def test_an_open_case_shows_what_another_program_does_with_it(own: Office, tmp_path: Path) -> None:
    async with sitting(own, tmp_path) as person:
        await person.press("2", "home", "enter")
        assert person.room.case
        with closing(EmbeddedBook(Path(own.book.location))) as book:
            Office(book, own.clock).desk("m2").record(
                person.room.case.id, happened.NoteAdded(text="别处写的备注")
            )
        assert "别处写的备注" in await _look(person)


async def test_nothing_moves_while_somebody_is_typing(own: Office, tmp_path: Path) -> None:
    async with sitting(own, tmp_path) as person:
        before = await person.press("slash")
        assert isinstance(person.app.focused, Entry)
        _somebody_else_registers(own)
        assert await _look(person) == before
        await person.press("escape")
        assert "后来者 ↔ 单小山" in await _look(person)


async def test_a_room_left_alone_is_read_again_when_one_comes_back(own: Office, tmp_path: Path) -> None:
    async with sitting(own, tmp_path) as person:
        await person.press("2", "1")
        _somebody_else_registers(own)
        assert "后来者 ↔ 单小山" in await person.press("2")


async def test_looking_without_news_reads_nothing(
    busy: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting(busy, tmp_path) as person:
        monkeypatch.setattr(busy.book, "page", None)
        before = person.read()
        assert await _look(person) == before


async def test_a_book_that_fails_is_said_and_the_program_goes_on(
    own: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_args: object) -> int:
        raise BookError(N_("找不到案件簿“{path}”。"), path="簿")

    async with sitting(own, tmp_path) as person:
        await person.press("2")
        _somebody_else_registers(own)
        with monkeypatch.context() as trouble:
            trouble.setattr(own.book, "count", failing)
            person.app.call_later(person.app.look)
            await person.pilot.pause()
            assert "找不到案件簿“簿”。" in person.read()
            assert person.app.failure is None
            assert "找不到案件簿“簿”。" in await person.press("s")
        assert "全部 9" in await person.press("s")


async def test_a_book_that_is_gone_is_said_until_it_is_there_again(own: Office, tmp_path: Path) -> None:
    path = Path(own.book.location)
    async with sitting(own, tmp_path) as person:
        before = await person.press("2")
        path.rename(tmp_path / "elsewhere.book")
        said = await _look(person)
        assert GONE in said
        assert await _look(person) == said
        assert (await person.press("down")).count(GONE) == 1
        assert GONE in await person.press("3")
        (tmp_path / "elsewhere.book").rename(path)
        found = await _look(person)
        assert GONE not in found
        assert "上庄村" in found
        assert await person.press("2", "up") == before


@asynccontextmanager
async def doubting(office: Office, folder: Path, *doubts: BookError) -> AsyncIterator[Someone]:
    """The program on a book of which something is to be known, once it has said so."""
    asked = Event()

    def tell() -> tuple[BookError, ...]:
        asked.set()
        return doubts

    async with sitting(office, folder, doubts=tell) as person:
        await asked.wait()
        await person.pilot.pause()
        yield person


async def test_a_book_that_fell_back_is_an_alarm_on_every_screen(own: Office, tmp_path: Path) -> None:
    fallen = FellBack([Gap("o1", 8, 9)])
    async with doubting(own, tmp_path, fallen) as person:
        said = "案件簿少了以前见过的 2 条记录"
        assert said in person.read()
        assert said in await person.press("2", "enter")
        assert said in await person.press("4")
        assert "The book lacks 2 records" in await person.press("ctrl+l")


async def test_what_is_no_alarm_is_said_once(own: Office, tmp_path: Path) -> None:
    moved_about = Synchronised("案件簿在 {service} 的同步文件夹里。", service="OneDrive")
    async with doubting(own, tmp_path, moved_about) as person:
        assert "案件簿在 OneDrive 的同步文件夹里。" in person.read()
        assert "OneDrive" not in await person.press("down")


async def test_the_book_is_kept_in_order_every_fifth_look(own: Office, tmp_path: Path) -> None:
    turns: list[int] = []
    async with sitting(own, tmp_path, upkeep=lambda: turns.append(1)) as person:
        for _look_taken in range(4):
            await _look(person)
        assert len(turns) <= 1  # a look of the app's own may have come between
        for _look_taken in range(10):
            await _look(person)
        assert len(turns) >= 2


async def test_a_failure_of_the_program_itself_ends_it_without_showing_what_it_held(
    own: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(*_args: object) -> int:
        secret = "马占龙 13812345678"
        return len(secret) // 0

    apps: list[MediationApp] = []
    monkeypatch.setattr(own.book, "totals", failing)

    async def go_to_the_ledger() -> None:
        async with sitting(own, tmp_path) as person:
            apps.append(person.app)
            await person.pilot.press("2")
            await person.pilot.pause()

    with pytest.raises(ZeroDivisionError):
        await go_to_the_ledger()
    assert isinstance(apps[0].failure, ZeroDivisionError)
    assert "马占龙" not in "".join(capsys.readouterr())


def _somebody_else_registers(office: Office) -> None:
    """Another program on the same file enters a dispute."""
    book = EmbeddedBook(Path(office.book.location))
    Office(book, office.clock).desk("m2").register(an_entry(parties=parties("后来者", "单小山")))
    book.close()


async def _look(person: Someone) -> str:
    person.app.look()
    await person.pilot.pause()
    return person.read()
