from __future__ import annotations

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Static

from mediation_tui.ui.widgets.choice import Choice
from mediation_tui.ui.widgets.entry import Entry
from mediation_tui.ui.widgets.multichoice import MultiChoice
from mediation_tui.ui.widgets.option import Option, narrow, numbered
from mediation_tui.ui.widgets.popup import Popup
from mediation_tui.ui.widgets.yesno import YesNo
from tests.ui.screen import dump
from tests.ui.stage import NASTY, Bench

KINDS = [
    Option("family", "婚姻家庭", "hyjt hunyinjiating"),
    Option("neighbours", "邻里", "ll linli"),
    Option("contract", "合同", "ht hetong"),
    Option("land", "山林土地", "sltd shanlintudi"),
    Option("travel", "旅游", "ly lvyou"),
]


def labels(typed: str) -> list[str]:
    return [entry.option.label for entry in narrow(numbered(KINDS), typed)]


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("ll", "邻里"),
        ("L", "邻里"),
        ("林", "山林土地"),
        ("合", "合同"),
        ("3", "合同"),
        ("３", "合同"),
        ("shan", "山林土地"),
    ],
)
def test_characters_initials_and_numbers_find_an_option(typed: str, best: str) -> None:
    assert labels(typed)[0] == best


def test_nothing_typed_keeps_all_and_nonsense_none() -> None:
    assert labels(" ") == [kind.label for kind in KINDS]
    assert labels("[red]") == []


def test_a_number_is_first_of_all_its_own_option() -> None:
    many = numbered(Option(n, f"{n}1组") for n in range(1, 15))
    assert narrow(many, "1")[0].number == 1


@pytest.mark.parametrize("keys", [["l", "l", "tab"], ["邻", "enter"], ["2", "tab"], ["２", "tab"]])
async def test_two_or_three_keys_pick(keys: list[str]) -> None:
    choice = Choice(KINDS)
    app = Bench(choice, Entry(), heard=(Choice.Changed, Choice.Submitted))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert choice.value == "neighbours"
        assert "邻里" in dump(app)
        assert not app.query_one(Popup).open
        assert isinstance(app.heard[0], Choice.Changed)


async def test_tab_moves_on_and_enter_says_so() -> None:
    choice, after = Choice(KINDS), Entry()
    app = Bench(choice, after, heard=(Choice.Submitted,))
    async with app.run_test() as pilot:
        await pilot.press("l", "enter")
        await pilot.pause()
        assert len(app.heard) == 1
        await pilot.press("h", "t", "tab")
        await pilot.pause()
        assert after.has_focus
        assert choice.value == "contract"
        await pilot.press("shift+tab", "shift+tab")
        assert choice.value == "contract"


async def test_typing_replaces_what_was_picked() -> None:
    choice = Choice(KINDS, value="family")
    app = Bench(choice, Entry())
    async with app.run_test() as pilot:
        await pilot.press("l", "y", "enter", "h", "t", "enter")
        assert choice.value == "contract"


async def test_arrows_pick_and_escape_leaves_all_as_it_was() -> None:
    choice = Choice(KINDS, value="family")
    app = Bench(choice, Entry())
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "escape")
        untouched = choice.value
        await pilot.press("down", "down", "down", "up", "enter")
        assert (untouched, choice.value) == ("family", "neighbours")


async def test_looking_is_not_choosing() -> None:
    choice = Choice(KINDS)
    app = Bench(choice, Entry())
    async with app.run_test() as pilot:
        await pilot.press("down", "tab")
        assert choice.value is None


async def test_what_fits_no_option_is_not_lost_by_tab() -> None:
    choice = Choice(KINDS)
    app = Bench(choice, Entry())
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("z", "z", "tab")
        await pilot.pause()
        assert "没有“zz”" in dump(app)
        await pilot.press("backspace", "backspace", "l", "l", "tab")
        assert choice.value == "neighbours"


@pytest.mark.parametrize("keys", [["backspace", "tab"], ["backspace", "enter"], ["0", "enter"]])
async def test_an_optional_choice_can_be_taken_back(keys: list[str]) -> None:
    choice = Choice(KINDS, value="land", optional=True)
    app = Bench(choice, Entry())
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert choice.value is None


async def test_a_required_choice_cannot_be_emptied() -> None:
    choice = Choice(KINDS, value="land")
    app = Bench(choice, Entry())
    async with app.run_test() as pilot:
        await pilot.press("backspace", "tab")
        await pilot.pause()
        assert choice.value == "land"
        assert "山林土地" in dump(app)


async def test_a_click_opens_and_a_click_picks() -> None:
    choice = Choice(KINDS)
    app = Bench(choice, Entry())
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.click("Query")
        await pilot.pause()
        await pilot.click(Popup, offset=(10, 3))
        await pilot.pause()
        assert choice.value == "contract"
        assert app.focused is choice.query_one("Query")


async def test_the_list_opens_upwards_where_there_is_no_room_below() -> None:
    choice = Choice(KINDS)
    app = Bench(VerticalScroll(*(Static(str(n)) for n in range(17)), choice, can_focus=False))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("down")
        await pilot.pause()
        popup = app.query_one(Popup)
        assert popup.region.bottom <= choice.query_one("Query").region.y
        assert all(kind.label in dump(app) for kind in KINDS)


async def test_other_options_can_be_offered() -> None:
    choice = Choice(KINDS, value="land")
    app = Bench(choice, Entry())
    async with app.run_test() as pilot:
        choice.offer([Option("one", "一网格"), Option("land", "二网格")])
        await pilot.pause()
        assert "二网格" in dump(app)
        await pilot.press("一", "enter")
        assert choice.value == "one"


@pytest.mark.parametrize("text", NASTY)
async def test_nasty_labels_are_shown_as_text(text: str) -> None:
    app = Bench(
        Choice([Option(1, text), Option(2, "乙")], value=1), MultiChoice([Option(1, text)], value=[1])
    )
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("down")
        await pilot.pause()
        assert "\x1b" not in dump(app)
        await pilot.press("escape", "[", "/", "z")
        await pilot.pause()
        assert "没有“[/z”" in dump(app)


async def test_several_are_ticked_with_space() -> None:
    several = MultiChoice(KINDS)
    app = Bench(several, Entry(), heard=(MultiChoice.Changed,))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("l", "y", "space", "h", "y", "space")
        await pilot.pause()
        both = several.value
        assert "[✓]   1  婚姻家庭" in dump(app)
        await pilot.press("space", "escape")
        await pilot.pause()
        assert (both, several.value) == (("family", "travel"), ("travel",))
        assert "旅游" in dump(app)
        assert len(app.heard) == 3


async def test_a_click_ticks_and_the_list_stays_open() -> None:
    several = MultiChoice(KINDS)
    app = Bench(several, Entry())
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("down")
        await pilot.pause()
        await pilot.click(Popup, offset=(10, 3))
        await pilot.pause()
        assert several.value == ("contract",)
        assert "[✓]   3  合同" in dump(app)


async def test_leaving_ticks_what_was_typed_and_nothing_else() -> None:
    several = MultiChoice(KINDS, value=["land"])
    app = Bench(several, Entry())
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "tab")
        untouched = several.value
        await pilot.press("shift+tab", "l", "l", "tab")
        await pilot.pause()
        assert (untouched, several.value) == (("land",), ("neighbours", "land"))
        assert "邻里、山林土地" in dump(app)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["y"], True),
        (["ｙ"], True),
        (["是"], True),
        (["left"], True),
        (["n"], False),
        (["否"], False),
        (["right"], False),
        (["y", "backspace"], None),
        ([], None),
        (["enter"], None),
    ],
)
async def test_a_question_is_answered_or_stays_open(keys: list[str], answer: bool | None) -> None:
    question = YesNo()
    app = Bench(question)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert question.value is answer


async def test_a_question_shows_its_answer_by_mark_and_takes_a_click() -> None:
    question = YesNo()
    app = Bench(question, heard=(YesNo.Changed,))
    async with app.run_test() as pilot:
        assert "○ 是   ○ 否" in dump(app)
        await pilot.click(YesNo, offset=(9, 0))
        await pilot.pause()
        assert "○ 是   ● 否" in dump(app)
        assert app.cursor_position == question.content_region.offset
        assert len(app.heard) == 1
