from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import Category, Governance, Level, PartyKind, Side, Source
from mediation_tui.ui.screens.drafts import Drafts
from mediation_tui.ui.screens.namesakes import NamesakeCard
from mediation_tui.ui.screens.register import RegisterScreen
from mediation_tui.ui.widgets.confirm import Confirm
from mediation_tui.ui.widgets.form import Form
from tests.builders import TODAY, Office
from tests.ui.screen import dump
from tests.ui.stage import NASTY, Bench

STORY = "因排水沟堵塞起争执"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = Office.opened(tmp_path)
    yield opened
    opened.book.close()


@dataclass
class Entering:
    """The screen in front of a person."""

    app: Bench
    pilot: Pilot[None]
    screen: RegisterScreen
    results: list[Case | None] = field(default_factory=list)

    @property
    def form(self) -> Form:
        return self.screen.query_one(Form)

    async def fill(self, **answers: Any) -> None:
        for name, answer in answers.items():
            self.form.fill(name, answer)
        await self.pilot.pause()

    async def press(self, *keys: str) -> str:
        """Press keys, and read what the screen says then."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return dump(self.app)


@asynccontextmanager
async def entering(
    office: Office, drafts: Drafts | None = None, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Entering]:
    app, results = Bench(), list[Case | None]()
    async with app.run_test(size=size) as pilot:
        screen = RegisterScreen(office.desk(), drafts)
        await app.push_screen(screen, results.append)
        await pilot.pause()
        yield Entering(app, pilot, screen, results)


PLAIN = {
    "village": "v1",
    "applicant1.name": "马占龙",
    "respondent1.name": "单小山",
    "category": Category.NEIGHBOURS,
    "summary": STORY,
}


async def test_a_dispute_is_entered_by_the_keyboard_in_a_few_keys(office: Office) -> None:
    names, keys = ("马占龙", "13812345678", "单小山", STORY), 0

    async def go(*pressed: str) -> None:
        nonlocal keys
        keys += sum(key not in names for key in pressed)
        await entry.pilot.press(*(each for key in pressed for each in (key if key in names else [key])))

    async with entering(office) as entry:
        await go("1", "enter", "2", "enter", "enter")
        await go("马占龙", "enter", "13812345678", "enter", "enter")
        await go("单小山", "enter", "enter", "enter", "enter")
        await go("l", "l", "enter", STORY, "tab", "tab", "tab", "tab", "tab")
        await go("0", ".", "2", "万", "ctrl+s")
        await entry.pilot.pause()
        case = entry.results[0]
    assert keys <= 45
    assert case
    assert (case.village, case.grid, case.level_received) == ("v1", "g2", Level.VILLAGE)
    assert case.versus == "马占龙 ↔ 单小山"
    assert case.parties[0].phone
    assert case.parties[0].phone.reveal() == "13812345678"
    assert (case.category, case.summary) == (Category.NEIGHBOURS, STORY)
    assert (case.source, case.applied_on, case.amount) == (Source.APPLIED, TODAY, Decimal(2000))


async def test_the_governance_kind_is_asked_where_the_category_leaves_it_open_and_never_elsewhere(
    office: Office,
) -> None:
    async with entering(office) as entry:
        await entry.fill(**{**PLAIN, "category": Category.HOMESTEAD})
        await entry.fill(governance=Governance.BUILDING)
        await entry.fill(category=Category.DAMAGES)
        assert entry.form.values()["governance"] is None
        await entry.fill(governance=Governance.SCHOOLS)
        await entry.press("ctrl+s")
        (case,) = entry.results
    assert case
    assert case.governance is Governance.SCHOOLS
    async with entering(office) as entry:
        await entry.fill(**PLAIN)
        await entry.press("ctrl+s")
        (case,) = entry.results
    assert case
    assert case.governance is None


async def test_a_village_is_found_by_its_initials_or_characters(office: Office) -> None:
    async with entering(office) as entry:
        await entry.press("南", "enter")
        assert entry.form.values()["village"] == "v3"


async def test_everything_missing_is_said_at_once_under_its_field(office: Office) -> None:
    async with entering(office, size=(80, 40)) as entry:
        shown = await entry.press("ctrl+s")
        assert shown.count("! 必填") == 4
        assert "有 4 处要改" in shown
        await entry.fill(**PLAIN | {"village": None, "applicant1.phone": "12", "amount": "两千多"})
        shown = await entry.press("ctrl+s")
        assert "! 要写明是哪个村（社区）的纠纷" in shown
        assert shown.count("! ") == 3
        assert entry.results == []


async def test_a_date_that_cannot_be_is_refused_at_its_field(office: Office) -> None:
    async with entering(office, size=(80, 40)) as entry:
        await entry.fill(**PLAIN, applied_on=TODAY, happened_on=TODAY - timedelta(days=1))
        assert "! 不能晚于登记日期" in await entry.press("ctrl+s")


async def test_the_grids_follow_the_village(office: Office) -> None:
    async with entering(office) as entry:
        await entry.fill(village="v1", grid="g2")
        await entry.fill(village="v2")
        assert entry.form.values()["grid"] is None
        await entry.fill(grid="g3")
        await entry.fill(**PLAIN | {"village": "v2"})
        await entry.press("ctrl+s")
        assert entry.results[0]
        assert (entry.results[0].village, entry.results[0].grid) == ("v2", "g3")


async def test_the_number_to_come_is_shown(office: Office) -> None:
    office.walk()
    async with entering(office) as entry:
        assert "案号在选定村（社区）后显示" in dump(entry.app)
        await entry.fill(village="v1")
        assert "（2026）共和民调字第2号" in dump(entry.app)
        await entry.fill(village="v3")
        assert "共和南坡调〔2026〕001号" in dump(entry.app)
        await entry.fill(village=None, level_received=Level.TOWN)
        assert "（2026）共和民调字第2号" in dump(entry.app)


async def test_the_town_desk_takes_in_what_comes_from_outside(office: Office) -> None:
    async with entering(office) as entry:
        await entry.fill(**PLAIN | {"village": None, "level_received": Level.TOWN})
        await entry.press("ctrl+s")
        assert entry.results[0]
        assert entry.results[0].village is None


async def test_who_came_how_is_asked_by_the_source(office: Office) -> None:
    async with entering(office, size=(80, 40)) as entry:
        assert "申请日期" in dump(entry.app)
        await entry.fill(source=Source.ENTRUSTED)
        assert "移送单位" in dump(entry.app)
        assert "申请日期" not in dump(entry.app)
        await entry.fill(source=Source.FOUND)
        assert "发现方式" in dump(entry.app)
        await entry.fill(**PLAIN)
        await entry.press("ctrl+s")
        assert entry.results[0]
        assert (entry.results[0].found_on, entry.results[0].applied_on) == (TODAY, None)


async def test_a_unit_is_asked_about_and_never_assumed(office: Office) -> None:
    async with entering(office) as entry:
        await entry.fill(**PLAIN | {"respondent1.name": "共和镇某某合作社"})
        assert "! 必填" in await entry.press("ctrl+s")
        await entry.fill(**{"respondent1.organisation": True})
        await entry.press("ctrl+s")
        assert entry.results[0]
        assert [party.kind for party in entry.results[0].parties] == [
            PartyKind.PERSON,
            PartyKind.ORGANISATION,
        ]


async def test_a_side_may_have_several_parties_and_more_may_be_said_of_each(office: Office) -> None:
    async with entering(office, size=(80, 60)) as entry:
        await entry.fill(**PLAIN | {"applicant2.name": "才让"})
        assert "申请方3" in dump(entry.app)
        await entry.fill(**{"more": True, "applicant2.ethnicity": "藏族", "applicant2.birth_year": "1980"})
        await entry.fill(**{"respondent1.kind": PartyKind.ORGANISATION})
        assert "被申请方代表人" in dump(entry.app)
        await entry.press("ctrl+s")
        case = entry.results[0]
        assert case
        assert [(party.id, party.side) for party in case.parties] == [
            ("p1", Side.APPLICANT),
            ("p2", Side.APPLICANT),
            ("p3", Side.RESPONDENT),
        ]
        assert (case.parties[1].ethnicity, case.parties[1].birth_year) == ("藏族", 1980)
        assert case.parties[2].kind is PartyKind.ORGANISATION


async def test_what_is_wrong_with_a_second_party_is_said_at_that_party(office: Office) -> None:
    async with entering(office, size=(80, 40)) as entry:
        await entry.fill(**PLAIN | {"applicant2.name": "才让😀", "applicant2.phone": "x"})
        shown = await entry.press("ctrl+s")
        assert "! 名称里不能有符号" in shown
        assert "有 2 处要改" in shown


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_namesakes_are_shown_when_a_name_is_left_and_never_merged(
    size: tuple[int, int], office: Office
) -> None:
    office.walk()
    async with entering(office, size=size) as entry:
        await entry.press("1", "enter", "enter", "enter", *"单小山", "enter")
        shown = dump(entry.app)
        assert "同名“单小山” 1 件，是否同一人请核实" in shown
        assert "1号  上庄村  邻里  ○ 已登记" in shown
        card = entry.screen.query_one(NamesakeCard).region
        form = entry.form.region
        assert card.x >= form.right if size[0] >= 120 else card.y > form.y
        await entry.fill(**PLAIN | {"applicant1.name": "马占龙", "respondent1.name": "单小山"})
        await entry.press("ctrl+s")
        assert office.book.case(office.book.find("（2026）共和民调字第1号")).version == 1


async def test_the_card_is_not_drawn_again_while_it_has_nothing_new_to_say(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[object] = []
    async with entering(office) as entry:
        monkeypatch.setattr(NamesakeCard, "update", lambda card, content: drawn.append(content))
        await entry.press("1", "enter", "enter", "enter", *"马占龙", "enter", *"138", "enter")
        assert len(drawn) == 1


@pytest.mark.parametrize("height", [24, 40])
async def test_inputs_stay_off_the_last_three_rows(height: int, office: Office) -> None:
    async with entering(office, size=(80, height)) as entry:
        for _ in range(12):
            await entry.press("tab")
            assert entry.app.focused
            assert entry.app.focused.region.bottom <= height - 3
            assert entry.app.cursor_position.y < height - 3


async def test_an_untouched_form_is_left_at_once(office: Office) -> None:
    async with entering(office) as entry:
        await entry.press("escape")
        assert entry.results == [None]


async def test_what_was_left_unsaved_is_kept_and_offered_again(office: Office) -> None:
    drafts = Drafts()
    async with entering(office, drafts) as entry:
        await entry.fill(**PLAIN, grid="g2", applied_on=TODAY - timedelta(days=3))
        assert "草稿" in await entry.press("escape")
        assert entry.results == []
        await entry.press("escape")
        assert entry.results == [None]
    async with entering(office, drafts) as entry:
        assert isinstance(entry.app.screen, Confirm)
        await entry.press("enter")
        assert entry.form.values()["grid"] == "g2"
        await entry.press("ctrl+s")
        case = entry.results[0]
        assert case
        assert (case.summary, case.grid, case.applied_on) == (STORY, "g2", TODAY - timedelta(days=3))
    assert drafts == Drafts(village="v1")


async def test_a_draft_may_be_dropped(office: Office) -> None:
    drafts = Drafts(registration={"summary": STORY})
    async with entering(office, drafts) as entry:
        await entry.press("escape")
        assert entry.form.values()["summary"] is None
        await entry.press("escape")
        assert entry.results == [None]
    assert drafts == Drafts()


async def test_the_last_village_is_offered_again(office: Office) -> None:
    async with entering(office, Drafts(village="v2")) as entry:
        await entry.press("enter", "1", "enter")
        assert (entry.form.values()["village"], entry.form.values()["grid"]) == ("v2", "g3")


async def test_nasty_text_in_every_field_is_refused_in_a_sentence_and_never_reaches_the_terminal(
    office: Office,
) -> None:
    async with entering(office, size=(120, 40)) as entry:
        for text in NASTY:
            await entry.fill(**PLAIN | {"summary": text, "requests": text, "amount": text, "people": text})
            await entry.fill(**{"applicant1.name": text, "applicant1.phone": text})
            shown = await entry.press("ctrl+s")
            assert "\x1b" not in shown
            assert "要改" in shown
        assert entry.results == []
