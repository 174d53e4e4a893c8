from __future__ import annotations

import pytest
from textual.containers import VerticalScroll
from textual.events import Paste
from textual.geometry import Offset
from textual.widgets import Static

from mediation_tui.ui.widgets.dateentry import DateEntry
from mediation_tui.ui.widgets.entry import Entry, typed
from mediation_tui.ui.widgets.longentry import LongEntry
from tests.ui.screen import dump
from tests.ui.stage import NASTY, Bench
from tests.ui.widgets.test_form import TODAY


async def test_the_terminal_cursor_stands_where_the_next_character_goes() -> None:
    entry = Entry("马某龙")
    app = Bench(Static("上"), entry)
    async with app.run_test(size=(80, 24)) as pilot:
        entry.focus()
        await pilot.pause()
        assert app.cursor_position == Offset(1 + 6, 1)
        await pilot.press("left")
        assert app.cursor_position == Offset(1 + 4, 1)
        await pilot.press("end", "a", "文")
        await pilot.pause()
        assert app.cursor_position == Offset(1 + 9, 1)


async def test_the_terminal_cursor_stays_inside_a_line_longer_than_the_field() -> None:
    entry = Entry()
    app = Bench(entry)
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press(*("文" * 30))
        await pilot.pause()
        assert app.cursor_position.y == 0
        assert app.cursor_position.x == 18
        await pilot.press("home")
        await pilot.pause()
        assert app.cursor_position == Offset(1, 0)


async def test_the_terminal_cursor_follows_when_the_container_scrolls() -> None:
    entry = Entry("马某龙")
    scroll = VerticalScroll(*(Static(str(n)) for n in range(5)), entry, *(Static(str(n)) for n in range(40)))
    app = Bench(scroll)
    async with app.run_test(size=(80, 24)) as pilot:
        entry.focus()
        await pilot.pause()
        assert app.cursor_position == Offset(7, 5)
        scroll.scroll_to(y=3, animate=False)
        await pilot.pause()
        await pilot.pause()
        assert app.cursor_position == Offset(7, 2)


async def test_the_terminal_cursor_follows_when_something_appears_above() -> None:
    entry, above = Entry("马"), Static("一\n二")
    app = Bench(above, entry)
    async with app.run_test(size=(80, 24)) as pilot:
        entry.focus()
        await pilot.pause()
        above.update("一\n二\n三\n四")
        await pilot.pause()
        assert app.cursor_position == Offset(3, 4)


async def test_the_terminal_cursor_is_right_in_a_long_text_focused_at_once() -> None:
    class AtOnce(Bench):
        def on_mount(self) -> None:
            super().on_mount()
            self.query_one(LongEntry).focus()

        def on_ready(self) -> None:
            """The focus stays as it was taken."""

    app = AtOnce(Static("一\n二\n三"), LongEntry())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.cursor_position == Offset(1, 3)
        await pilot.press("甲", "enter", "乙", "丙")
        await pilot.pause()
        assert app.cursor_position == Offset(1 + 4, 4)


async def test_nothing_blinks_near_an_input_method() -> None:
    app = Bench(Entry(), LongEntry())
    async with app.run_test():
        assert not app.query_one(Entry).cursor_blink
        assert not app.query_one(LongEntry).cursor_blink


async def test_taking_the_focus_selects_nothing() -> None:
    entry = Entry("马某龙")
    app = Bench(entry)
    async with app.run_test() as pilot:
        await pilot.press("x")
        assert entry.value == "马某龙x"


async def test_pasted_lines_become_one() -> None:
    entry = Entry("甲")
    app = Bench(entry)
    async with app.run_test() as pilot:
        entry.post_message(Paste("乙\r\n丙\n\n\t丁\x1b[31m\n"))
        await pilot.pause()
        assert entry.value == "甲乙 丙 丁[31m"


@pytest.mark.parametrize("kind", ["number", "money", "date", "phone", "code"])
async def test_full_width_digits_become_half_width(kind: str) -> None:
    entry = Entry(kind=kind)  # type: ignore[arg-type]
    app = Bench(entry)
    async with app.run_test() as pilot:
        await pilot.press("１", "２", "Ｘ")
        entry.post_message(Paste("３．５"))
        await pilot.pause()
        assert entry.value == "12X3.5"


def test_free_text_stays_as_it_was_typed() -> None:
    assert typed("（Ａ）１２，𠮷㐀䶮·👨\u200d👩\u200d👧", "text") == "（Ａ）１２，𠮷㐀䶮·👨\u200d👩\u200d👧"


@pytest.mark.parametrize("text", NASTY)
async def test_nasty_text_is_shown_and_kept(text: str) -> None:
    entry, long, hint = Entry(text), LongEntry(text), Entry(placeholder=text)
    app = Bench(entry, long, hint)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "tab", "shift+tab", "end")
        shown = dump(app)
        assert entry.value == text
        assert "\x1b" not in shown
        assert "\x9b" not in shown
        assert "\u202e" not in shown


async def test_tab_leaves_a_long_text_and_enter_does_not() -> None:
    first, second = LongEntry(), Entry()
    app = Bench(first, second)
    async with app.run_test() as pilot:
        await pilot.press("甲", "enter", "乙", "tab")
        assert first.text == "甲\n乙"
        assert second.has_focus


async def test_a_long_text_says_its_length_only_near_the_limit() -> None:
    long = LongEntry(limit=20)
    app = Bench(long)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press(*("文" * 18))
        await pilot.pause()
        assert "字" not in dump(app)
        await pilot.press("文")
        await pilot.pause()
        assert "19 / 20 字" in dump(app)
        await pilot.press("文", "文")
        await pilot.pause()
        assert long.has_class("-over-full")
        assert len(long.text) == 21


async def test_control_characters_are_left_out_of_a_pasted_text() -> None:
    long = LongEntry()
    app = Bench(long)
    async with app.run_test() as pilot:
        long.focus()
        app.post_message(Paste("甲\x1b[31m\r\n\t乙\x00"))
        await pilot.pause()
        assert long.text == "甲[31m\n 乙"


@pytest.mark.parametrize(
    ("said", "written"),
    [("2026-5-6", "2026-05-06"), ("5.6", "2026-05-06"), ("昨天", "2026-05-07"), ("-1", "2026-05-07")],
)
async def test_a_date_is_written_out_when_it_is_left(said: str, written: str) -> None:
    entry = DateEntry(today=TODAY)
    app = Bench(entry, Entry())
    async with app.run_test() as pilot:
        await pilot.press(*said, "tab")
        await pilot.pause()
        assert entry.value == written
        assert entry.read() is not None


async def test_what_is_no_date_is_left_as_typed() -> None:
    entry = DateEntry(today=TODAY)
    app = Bench(entry, Entry())
    async with app.run_test() as pilot:
        await pilot.press(*"2月30日", "tab")
        await pilot.pause()
        assert entry.value == "2月30日"
