from __future__ import annotations

from typing import Any

import pytest
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from mediation_tui.errors import InvalidEntry, MediationError, Problem, Refused
from mediation_tui.ui import skin
from mediation_tui.ui.theme import dress
from mediation_tui.ui.widgets.confirm import Confirm
from mediation_tui.ui.widgets.dialog import Dialog
from mediation_tui.ui.widgets.entry import Entry
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.longentry import LongEntry
from mediation_tui.ui.widgets.notice import Notice
from mediation_tui.ui.widgets.small import Stage
from tests.ui.screen import dump
from tests.ui.stage import NASTY, Bench
from tests.ui.widgets.test_form import SPECS, TODAY


class Ask(Dialog[dict[str, Any]]):
    """Asks for a name, and refuses some."""

    def __init__(self, specs: tuple[FieldSpec, ...] = (FieldSpec("who", "姓名", required=True),)) -> None:
        super().__init__("登记 [/x] 12号")
        self.specs = specs

    def body(self) -> ComposeResult:
        yield Form(self.specs, today=TODAY)

    def save(self) -> None:
        assert self.form is not None
        answers = self.form.values()
        if answers["who"] == "坏":
            raise InvalidEntry(
                [Problem("who", MediationError("查无此人")), Problem("", MediationError("另有一事"))]
            )
        if answers["who"] == "禁":
            raise Refused("此案已归档")
        self.dismiss(answers)


async def test_a_dialog_gives_back_what_was_entered() -> None:
    app, results = Bench(), list[Any]()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Ask(), results.append)
        await pilot.pause()
        assert "登记 [/x] 12号" in dump(app)
        await pilot.press(*"马某龙", "ctrl+s")
        await pilot.pause()
        assert results == [{"who": "马某龙"}]


async def test_a_dialog_begins_in_its_first_field_whatever_its_kind() -> None:
    app = Bench()
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = Ask((SPECS[2], FieldSpec("who", "姓名")))
        app.push_screen(dialog)
        await pilot.press("l", "l", "enter", "甲")
        assert dialog.form is not None
        assert dialog.form.values() == {"kind": "neighbours", "who": "甲"}


async def test_enter_in_the_last_field_saves_too() -> None:
    app, results = Bench(), list[Any]()
    async with app.run_test() as pilot:
        app.push_screen(Ask(), results.append)
        await pilot.press(*"马", "enter")
        await pilot.pause()
        assert results == [{"who": "马"}]


async def test_a_form_that_lacks_something_is_not_saved() -> None:
    app, results = Bench(), list[Any]()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Ask(), results.append)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "! 必填" in dump(app)
        assert "有 1 处要改" in dump(app)
        await pilot.press("马")
        await pilot.pause()
        assert "有 1 处要改" not in dump(app)
        assert results == []


async def test_a_refusal_is_said_where_it_belongs() -> None:
    app = Bench()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Ask())
        await pilot.press("坏", "ctrl+s")
        await pilot.pause()
        assert "! 查无此人" in dump(app)
        assert "另有一事" in dump(app)
        await pilot.press("backspace", "禁", "ctrl+s")
        await pilot.pause()
        assert "此案已归档" in dump(app)


async def test_escape_asks_once_before_changes_are_lost() -> None:
    app, results = Bench(), list[Any]()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Ask(), results.append)
        await pilot.press("马", "escape")
        await pilot.pause()
        assert "再按一次 Esc 放弃" in dump(app)
        await pilot.press("left", "escape")
        await pilot.pause()
        assert results == []
        await pilot.press("escape")
        await pilot.pause()
        assert results == [None]


async def test_escape_leaves_an_untouched_dialog_at_once() -> None:
    app, results = Bench(), list[Any]()
    async with app.run_test() as pilot:
        app.push_screen(Ask(), results.append)
        await pilot.press("escape")
        await pilot.pause()
        assert results == [None]


async def test_escape_first_puts_an_open_list_away() -> None:
    app = Bench()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Ask(SPECS))
        await pilot.press("tab", "tab", "l", "escape")
        await pilot.pause()
        assert isinstance(app.screen, Ask)


@pytest.mark.parametrize("height", [12, 24, 40])
async def test_inputs_stay_off_the_last_three_rows_and_the_body_scrolls(height: int) -> None:
    app = Bench()
    async with app.run_test(size=(80, height)) as pilot:
        app.push_screen(Ask(SPECS))
        await pilot.pause()
        for _ in range(len(SPECS)):
            await pilot.press("tab")
            await pilot.pause()
            assert app.focused is not None
            assert app.focused.region.bottom <= height - 3
            assert app.cursor_position.y < height - 3
        assert "Ctrl+S 保存" in dump(app)


@pytest.mark.parametrize(("keys", "answer"), [("enter", True), ("y", True), ("escape", False), ("ｎ", False)])
async def test_a_question_is_answered_by_one_key(keys: str, answer: bool) -> None:
    app, results = Bench(), list[Any]()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(Confirm("作废", "这件[/x]是误登吗？", yes="作废"), results.append)
        await pilot.pause()
        assert "这件[/x]是误登吗？" in dump(app)
        assert "Enter 作废" in dump(app)
        await pilot.press(keys)
        await pilot.pause()
        assert results == [answer]


async def test_a_notice_stays_until_the_next_key() -> None:
    notice = Notice()
    app = Bench(Entry(), notice)
    async with app.run_test() as pilot:
        notice.say("已登记 12 号", "accent")
        await pilot.pause()
        assert "已登记 12 号" in dump(app)
        await pilot.press("a")
        await pilot.pause()
        assert "已登记" not in dump(app)
        assert app.query_one(Input).value == "a"


@pytest.mark.parametrize("text", NASTY)
async def test_nasty_text_is_said_as_text(text: str) -> None:
    notice = Notice()
    app = Bench(notice)
    async with app.run_test(size=(80, 24)) as pilot:
        notice.say(text)
        app.push_screen(Confirm(text, text[:500], yes=text[:10]))
        await pilot.pause()
        assert "\x1b" not in dump(app)


async def test_a_small_terminal_is_told_and_the_rest_can_be_scrolled_to() -> None:
    content = Vertical(Static("顶"), Static("", classes="filler"), Entry())
    app = Bench(Stage(content))
    async with app.run_test(size=(80, 24)) as pilot:
        content.query_one(".filler").styles.height = 20
        await pilot.pause()
        assert "终端太小" not in dump(app)
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        await pilot.pause()
        assert "终端太小（60×12），至少 80×24" in dump(app)
        await pilot.press("x")
        app.query_one(Entry).scroll_visible(animate=False)
        await pilot.pause()
        await pilot.pause()
        assert " x" in dump(app)
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        await pilot.pause()
        assert "终端太小" not in dump(app)


async def test_the_plain_skin_draws_with_plain_letters_only() -> None:
    skin.use(skin.ASCII)
    try:
        app = Bench(Static("below"))
        async with app.run_test(size=(80, 24)) as pilot:
            dress(app)
            app.push_screen(Ask(SPECS))
            await pilot.press("tab", "tab", "l")
            await pilot.pause()
            app.screen.query_one(LongEntry).text = "字" * 590
            await pilot.pause()
            drawn = {each for each in dump(app) if not each.isascii()}
            assert not {
                each for each in drawn if not ("\u4e00" <= each <= "\u9fff" or each in "、，。“”（）")
            }
    finally:
        skin.use(skin.MARKS)
