"""What only a real terminal shows: typing, pasting, sizes, consoles, and what a power cut leaves."""

from __future__ import annotations

from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.cells import cell_len

from mediation_tui.store.embedded import EmbeddedBook
from tests.e2e.office import TODAY, Hands, cases, command, made_office
from tests.e2e.terminal import Terminal, program

NAME = "才让·卓玛𠮷"
"""Seven cells of Chinese, a dot between, and a character beyond the first plane."""
FIRST_NUMBER = f"（{TODAY.year}）共和民调字第1号"


class Desktop(NamedTuple):
    """One person's machine.

    Attributes:
        home: Where everything of theirs is.
        book: Their office's book.
    """

    home: Path
    book: str

    def open(
        self, *arguments: str, width: int = 80, height: int = 24, **environment: str
    ) -> AbstractContextManager[Terminal]:
        """The app on the book."""
        named = ("--book", str(self.home / self.book), *arguments)
        actor = {"MEDIATION_TUI_ACTOR": "王建国"}
        return program(self.home, *named, width=width, height=height, day=None, **actor | environment)


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path, made_office(tmp_path))


def register(terminal: Terminal) -> None:
    """A dispute of 上庄村, saved and acknowledged."""
    hands = Hands(terminal)
    hands.ask("F2").answer("sz").keep(2).answer("马占福").keep(2).answer("李秀英").keep(3)
    hands.answer("2").tell("为排水沟争执。").save()
    terminal.shows(f"已登记：{FIRST_NUMBER}")


def cursor_after(terminal: Terminal, text: str) -> bool:
    """Whether the terminal's own cursor stands right behind a text on its row."""
    column, row = terminal.cursor()
    line = terminal.screen().splitlines()[row]
    return text in line and column == cell_len(line.rpartition(text)[0] + text)


def test_leaving_gives_the_terminal_back_as_it_was(desktop: Desktop) -> None:
    with desktop.open() as terminal:
        assert "共和镇司法所" in terminal.shows("今日")
        terminal.press("C-q")
        assert terminal.shows("exit 0").split() == ["exit", "0"]


def test_chinese_arrives_whole_and_the_next_character_goes_right_behind_it(desktop: Desktop) -> None:
    with desktop.open() as terminal:
        terminal.shows("今日")
        terminal.press("F3")
        terminal.shows("没有这样的案件")
        terminal.type(NAME)
        terminal.shows(NAME)
        assert cursor_after(terminal, NAME)
        terminal.press("Escape")
        Hands(terminal).ask("F2").answer("sz").keep(2)
        terminal.type(NAME)
        terminal.shows(NAME)
        assert cursor_after(terminal, NAME)


def test_a_pasted_text_is_one_line_in_a_line_and_several_in_a_story(desktop: Desktop) -> None:
    with desktop.open() as terminal:
        terminal.shows("今日")
        hands = (
            Hands(terminal).ask("F2").answer("sz").keep(2).answer("马占福").keep(2).answer("李秀英").keep(3)
        )
        hands.answer("2")
        terminal.paste("第一行\n第二行[/x]\n")
        screen = terminal.shows("第一行", "第二行[/x]").splitlines()
        assert not any("第一行" in line and "第二行" in line for line in screen)
        terminal.press("Tab")
        terminal.paste("申请一\n申请二\n")
        terminal.shows("申请一 申请二")
        terminal.press("Escape", "Escape")
        terminal.shows("今日")
    assert cases(*desktop) == []


def test_the_window_may_change_its_size_and_even_be_too_small(desktop: Desktop) -> None:
    with desktop.open() as terminal:
        register(terminal)
        terminal.press("Escape", "2")
        for width, height in ((120, 40), (80, 24), (60, 20)):
            terminal.resize(width, height)
            terminal.shows("马占福")
        terminal.shows("终端太小（60×20），至少 80×24")
        terminal.press("Enter")
        terminal.shows("案情", "为排水沟")
        assert "终端太小" not in terminal.resize(80, 24)
        terminal.shows("为排水沟争执")


def test_full_width_keys_work_while_an_input_method_is_on(desktop: Desktop) -> None:
    with desktop.open() as terminal:
        terminal.shows("今日")
        terminal.type("？")
        terminal.shows("这里能做什么")
        terminal.press("Escape")
        terminal.shows("今天没有到期的事")
        terminal.type("／")
        terminal.shows("没有这样的案件")
        terminal.type("马")
        terminal.shows("马")
        assert cursor_after(terminal, "马")


def test_a_power_cut_right_after_the_acknowledgement_loses_nothing(desktop: Desktop) -> None:
    with desktop.open() as terminal:
        terminal.shows("今日")
        register(terminal)
        terminal.kill_program()
        terminal.shows("exit")
    (kept,) = cases(*desktop)
    assert kept["number"] == FIRST_NUMBER
    with desktop.open() as terminal:
        terminal.shows("今日")
        Hands(terminal).ask("F2").answer("sz").keep(2).answer("半个名")
        terminal.kill_program()
        terminal.shows("exit")
    assert cases(*desktop) == [kept]
    assert command(desktop.home, "--book", desktop.book, "check").startswith("已核对 1 件案件")


def test_a_console_without_chinese_is_spoken_to_in_english_and_drawn_in_plain_letters(
    desktop: Desktop,
) -> None:
    with desktop.open(TERM="linux") as terminal:
        screen = terminal.shows("Today", "F2")
        assert not set("│─▸·…●○") & set(screen)
        terminal.press("C-q")
        assert "--lang zh" in terminal.shows("exit 0")
    with desktop.open("--lang", "zh", TERM="linux") as terminal:
        assert "│" not in terminal.shows("今日")
        terminal.press("C-q")
        assert "--lang zh" not in terminal.shows("exit 0")


def test_a_bare_locale_starts_and_keeps_every_character(desktop: Desktop) -> None:
    with desktop.open(LANG="C", LC_ALL="C") as terminal:
        terminal.shows("共和镇司法所")
        terminal.press("F3")
        terminal.shows("没有这样的案件")
        terminal.type(NAME)
        terminal.shows(NAME)


def test_what_somebody_does_elsewhere_appears_by_itself_within_two_seconds(desktop: Desktop) -> None:
    with desktop.open() as first, desktop.open() as second:
        first.shows("今日")
        first.press("2")
        first.shows("没有这样的案件")
        second.shows("今日")
        register(second)
        first.shows("马占福", "李秀英", within=2)


def test_whoever_finds_the_book_busy_is_told_and_then_served(desktop: Desktop) -> None:
    with desktop.open() as terminal:
        terminal.shows("今日")
        hands = Hands(terminal)
        hands.ask("F2").answer("sz").keep(2).answer("马占福").keep(2).answer("李秀英").keep(3)
        hands.answer("2").tell("为排水沟争执。")
        with closing(EmbeddedBook(desktop.home / desktop.book)) as book, book.writing():
            hands.save()
            terminal.shows("别人正在写这本案件簿，请稍等……", "为排水沟争执。")
            terminal.press("Escape", "Escape")
            terminal.shows("别人正在写这本案件簿，请稍等……", "为排水沟争执。")
        terminal.shows(f"已登记：{FIRST_NUMBER}")


def test_a_book_that_is_taken_away_is_said_by_itself(desktop: Desktop) -> None:
    path = desktop.home / desktop.book
    with desktop.open() as terminal:
        terminal.shows("今日")
        path.rename(desktop.home / "elsewhere.book")
        terminal.shows("案件簿已被删除、移走或换成了别的文件")
        terminal.press("C-q")
        terminal.shows("exit 0")
