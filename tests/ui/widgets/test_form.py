from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.geometry import Offset

from mediation_tui.ui.widgets.choice import Choice
from mediation_tui.ui.widgets.fieldspec import FieldSpec
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.option import Option
from tests.ui.screen import assert_looks_like, dump
from tests.ui.stage import NASTY, Bench

DUMPS = Path(__file__).with_name("dumps")
TODAY = date(2026, 5, 8)
KINDS = (Option("family", "婚姻家庭", "hyjt"), Option("neighbours", "邻里", "ll"))
SPECS = (
    FieldSpec("who", "申请人", required=True, limit=6),
    FieldSpec("day", "发现日期", "date", required=True, hint="5.6、昨天、-1"),
    FieldSpec("kind", "纠纷类别", "choice", required=True, options=KINDS),
    FieldSpec("also", "涉及类别", "many", options=KINDS),
    FieldSpec("money", "涉及金额", "money"),
    FieldSpec("people", "涉及人数", "number"),
    FieldSpec("phone", "联系电话", "phone"),
    FieldSpec("told", "是否告知其他途径", "yesno", required=True, hint="必须回答"),
    FieldSpec("why", "未告知的原因", required=True, when=lambda answers: answers["told"] is False),
    FieldSpec("story", "纠纷简况", "long", limit=600),
)
FILLED = [*"马某龙", "enter", *"5.6", "enter", "l", "l", "enter", "h", "y", "space", "enter"]
FILLED += [*"0.2万", "enter", "３", "enter", *"139 0000", "enter", "y", "enter", *"为地界"]


def bench() -> tuple[Bench, Form]:
    form = Form(SPECS, today=TODAY)
    return Bench(form, heard=(Form.Changed, Form.Submitted)), form


async def test_a_form_is_filled_by_the_keyboard_alone() -> None:
    app, form = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*FILLED)
        await pilot.pause()
        assert form.values() == {
            "who": "马某龙",
            "day": date(2026, 5, 6),
            "kind": "neighbours",
            "also": ("family",),
            "money": "0.2万",
            "people": "3",
            "phone": "139 0000",
            "told": True,
            "why": None,
            "story": "为地界",
        }
        assert form.check() == 0


async def test_what_is_not_answered_is_none_and_never_a_default() -> None:
    app, form = bench()
    async with app.run_test() as pilot:
        await pilot.pause()
        answers = form.values()
        assert answers.pop("also") == ()
        assert set(answers.values()) == {None}
        assert not form.changed


async def test_a_date_shows_its_weekday_and_an_amount_its_yuan() -> None:
    app, _ = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*FILLED)
        await pilot.pause()
        shown = dump(app)
        assert "2026-05-06" in shown
        assert "周三" in shown
        assert "2,000 元" in shown


async def test_missing_answers_are_said_under_their_fields_and_the_first_is_focused() -> None:
    app, form = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "tab")
        assert form.check() == 4
        await pilot.pause()
        assert dump(app).count("! 必填") == 4
        assert form.field("who").control.has_focus


async def test_a_sentence_goes_when_its_field_changes() -> None:
    app, form = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        assert form.show_problems({"who": "查无此人[/x]", "money": "太多", "nobody": "没有这一项"}) == 2
        await pilot.pause()
        assert "! 查无此人[/x]" in dump(app)
        await pilot.press("马")
        await pilot.pause()
        assert "查无此人" not in dump(app)
        assert "! 太多" in dump(app)
        form.clear_problems()
        await pilot.pause()
        assert "! " not in dump(app)


async def test_a_sentence_above_moves_the_terminal_cursor_along() -> None:
    app, form = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        form.field("money").focus()
        await pilot.pause()
        before = app.cursor_position
        form.field("who").say("必填")
        await pilot.pause()
        assert app.cursor_position - before == Offset(0, 1)


async def test_what_is_no_date_is_said_at_once() -> None:
    app, form = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", *"2月30日", "tab")
        await pilot.pause()
        assert form.field("day").has_class("-wrong")
        assert form.values()["day"] == "2月30日"


async def test_too_long_a_text_is_kept_and_said() -> None:
    app, form = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"一二三四五六七", "tab")
        await pilot.pause()
        assert "最多 6 字，现有 7 字" in dump(app)
        assert form.values()["who"] == "一二三四五六七"


async def test_a_field_is_asked_only_when_it_matters_and_its_answer_goes_with_it() -> None:
    app, form = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "未告知的原因" not in dump(app)
        form.field("told").focus()
        await pilot.press("n", "enter", *"忘了")
        await pilot.pause()
        assert "未告知的原因" in dump(app)
        assert form.values()["why"] == "忘了"
        await pilot.press("shift+tab", "y")
        await pilot.pause()
        assert "未告知的原因" not in dump(app)
        assert form.values()["why"] is None


async def test_enter_after_the_last_field_submits() -> None:
    form = Form([FieldSpec("a", "甲"), FieldSpec("b", "乙", "number")], today=TODAY)
    app = Bench(form, heard=(Form.Submitted,))
    async with app.run_test() as pilot:
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert len(app.heard) == 1


async def test_answers_and_options_can_be_put_in() -> None:
    app, form = bench()
    async with app.run_test(size=(80, 24)) as pilot:
        for name, value in [("who", "李某"), ("day", date(2026, 1, 2)), ("kind", "family"), ("told", False)]:
            form.fill(name, value)
        form.fill("also", ["neighbours"])
        form.fill("story", "[/path]")
        await pilot.pause()
        assert form.changed
        assert form.values()["also"] == ("neighbours",)
        assert {"who", "day", "kind", "told", "also", "story"} == {
            each.name for each in app.heard if isinstance(each, Form.Changed)
        }
        form.offer("kind", [Option("family", "家事")])
        await pilot.pause()
        assert "家事" in dump(app)
        for name in form.values():
            form.fill(name, None)
        await pilot.pause()
        assert not form.changed


@pytest.mark.parametrize("text", NASTY)
async def test_nasty_text_goes_through_a_form_unharmed(text: str) -> None:
    specs = [FieldSpec("a", text[:40], hint=text, value=text), FieldSpec("b", "乙", "long", value=text)]
    specs.append(FieldSpec("c", "丙", "yesno", hint=text))
    form = Form(specs, today=TODAY)
    app = Bench(form)
    async with app.run_test(size=(80, 24)) as pilot:
        form.show_problems({"a": text[:200]})
        await pilot.pause()
        assert "\x1b" not in dump(app)
        assert form.values()["a"] == text


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
async def test_the_form_looks_as_drawn(width: int, height: int) -> None:
    app, form = bench()
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.press(*FILLED)
        form.show_problems({"phone": "手机号应为 11 位"})
        form.field("kind").focus()
        await pilot.press("down")
        await pilot.pause()
        assert form.query_one(Choice).value == "neighbours"
        assert_looks_like(app, DUMPS / f"form-{width}x{height}.txt")
