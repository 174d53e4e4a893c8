"""Counting takes its time aside: keys go on, Esc ends it, and nothing old covers anything new."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from mediation_tui.ui.screens.figures.asked import Asked, PageName
from mediation_tui.ui.screens.figures.page import Source
from mediation_tui.ui.screens.figures.pages import PAGES
from mediation_tui.ui.widgets import progressline
from tests.builders import Office
from tests.figures.known import a_quarter
from tests.ui.figuresroom import looking_at
from tests.ui.rooms import NARROW, WIDE

_LONG = 60
"""Seconds after which what has not come will not come."""
_AT_ONCE = 0.001


@dataclass
class Slow:
    """A page that reads on until it is let go, telling all the while how far it has come."""

    page: PageName
    let_go: threading.Event = field(default_factory=threading.Event)
    began: int = 0
    ended: int = 0

    def read(self, asked: Asked, source: Source) -> Iterator[Any]:
        self.began += 1
        try:
            while not self.let_go.wait(_AT_ONCE):
                source.progress(30, 100)
            yield from self._reading(asked, source)
        finally:
            self.ended += 1

    def slow_down(self, patch: pytest.MonkeyPatch) -> None:
        """Let the page be slow."""
        page = PAGES[self.page]
        self._reading = page.read
        patch.setitem(PAGES, self.page, replace(page, read=self.read))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The quarter's book, which is only read."""
    office = a_quarter(tmp_path_factory.mktemp("office"))
    yield office
    office.book.close()


@contextmanager
def slow_page(name: PageName) -> Iterator[Slow]:
    """A page takes until it is let go, and the person is told at once."""
    slow = Slow(name)
    with pytest.MonkeyPatch.context() as patch:
        slow.slow_down(patch)
        patch.setattr(progressline, "PATIENCE", _AT_ONCE)
        yield slow
        slow.let_go.set()


@pytest.fixture
def slow() -> Iterator[Slow]:
    """The comparison is slow."""
    with slow_page(PageName.COMPARISON) as slow:
        yield slow


async def test_long_counting_says_how_far_it_has_come_and_escape_ends_it(
    office: Office, tmp_path: Path, slow: Slow
) -> None:
    async with looking_at(office, tmp_path, NARROW) as person:
        before = person.read()
        await person.press("f4")
        said = await person.wait_for("30%")
        assert "正在统计" in said
        assert "Esc 取消" in said
        said = await person.press("escape")
        assert "已取消统计" in said
        assert "正在统计" not in said
        assert said.splitlines()[2:18] == before.splitlines()[2:18]
        assert person.screen.asked.page is PageName.STATEMENT
        await person.wait_until(lambda: slow.ended == 1)


async def test_the_numbers_in_view_can_be_moved_over_and_opened_meanwhile(
    office: Office, tmp_path: Path, slow: Slow
) -> None:
    async with looking_at(office, tmp_path, WIDE) as person:
        await person.press("f4")
        await person.wait_for("30%")
        await person.press("ctrl+end", "right")
        assert person.at == (4, 1)
        assert "数字背后的 9 件" in await person.press("enter")


async def test_what_was_asked_last_is_shown_though_something_asked_before_comes_later(
    office: Office, tmp_path: Path, slow: Slow
) -> None:
    async with looking_at(office, tmp_path, WIDE) as person:
        await person.press("f4")
        await person.wait_for("30%")
        said = await person.page(3)
        assert "人民调解案件情况统计表" in said
        slow.let_go.set()
        await person.wait_until(lambda: slow.ended == slow.began)
        await person.pilot.pause()
        assert "人民调解案件情况统计表" in person.read()
        assert person.screen.asked.page is PageName.TABLES


async def test_nothing_is_exported_while_it_is_counted(office: Office, tmp_path: Path) -> None:
    with slow_page(PageName.TABLES) as slow:
        async with looking_at(office, tmp_path, WIDE) as person:
            await person.page(3)
            await person.wait_for("30%")
            assert "还在统计，请稍等再导出" in await person.press("f9")
            slow.let_go.set()
            await person.wait_for("人民调解案件情况统计表")
            assert "导出成文件" in await person.press("f9")


async def test_a_count_of_the_same_goes_on_when_the_book_changes_and_is_done_once_more(
    tmp_path: Path, slow: Slow
) -> None:
    office = a_quarter(tmp_path)
    slow.let_go.set()
    async with looking_at(office, tmp_path, WIDE) as person:
        await person.page(2)
        slow.let_go.clear()
        begun = slow.began
        for _change in range(3):
            office.walk()
            person.screen.refresh_if_stale()
        await person.wait_for("30%")
        slow.let_go.set()
        await person.wait_until(lambda: not person.screen.counting)
        assert "期末未结 5 件" in await person.wait_for("期末未结5件")
        assert slow.began == begun + 2
    office.book.close()


async def test_cancelled_before_anything_was_shown_the_page_says_how_to_go_on(
    office: Office, tmp_path: Path
) -> None:
    with slow_page(PageName.STATEMENT) as slow:
        async with looking_at(office, tmp_path, NARROW) as person:
            await person.wait_for("30%")
            assert "按 F7 选一个期间" in await person.press("escape")
            slow.let_go.set()
            assert "没有调结的纠纷" in await person.press("f5")
