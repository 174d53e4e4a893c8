from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import UNRESOLVED, Direction, Level, Partner, State
from mediation_tui.store.filters import EVERYTHING, CaseFilter
from mediation_tui.ui.dialogs.act import ActDialog
from mediation_tui.ui.pressing import Pressing
from mediation_tui.ui.screens.case import CaseScreen
from mediation_tui.ui.screens.today import TodayScreen
from mediation_tui.ui.widgets.form import Form
from tests.builders import Office, from_outside
from tests.ui.rooms import DAY, an_office_of_many, sitting


def pressing(office: Office, actor: str = "o1", within: CaseFilter = EVERYTHING) -> Pressing:
    """Today of somebody in the office."""
    person = next((person for person in office.book.people if person.id == actor), None)
    return Pressing(office.book, DAY, person, within)


def listed(pressing: Pressing) -> dict[str, list[int | None]]:
    """The serials of the cases under each heading."""
    return {
        section.title: [facts.serial for facts in section.page(pressing.book, 0, section.count)]
        for section in pressing.sections()
    }


def test_what_presses_comes_first(busy: Office) -> None:
    assert listed(pressing(busy)) == {
        "超期 2": [4, 2],
        "7日内到期 2": [5, 1],
        "10日无动静 2": [4, 5],
        "待回访 1": [2],
        "上交、下派给我 1": [5],
        "待结案 1": [3],
    }


def test_every_section_holds_exactly_what_the_book_says(busy: Office) -> None:
    def chosen(wanted: CaseFilter) -> set[str]:
        return {facts.id for facts in busy.book.facts(wanted)}

    overdue = chosen(CaseFilter(overdue_on=DAY))
    came = CaseFilter(states=UNRESOLVED, levels=frozenset({Level.TOWN, Level.COUNTY}), came=True)
    ended = frozenset({State.AGREED, State.PERFORMED, State.FAILED, State.WITHDRAWN, State.TRANSFERRED})
    expected = {
        "overdue": overdue,
        "soon": chosen(CaseFilter(due_by=DAY + timedelta(days=7))) - overdue,
        "silent": chosen(CaseFilter(silent_since=DAY - timedelta(days=11))),
        "visits": chosen(CaseFilter(visit_by=DAY)),
        "came": chosen(came),
        "closing": chosen(CaseFilter(states=ended | {State.NOT_ACCEPTED})),
    }
    today = pressing(busy)
    assert {
        section.code: {facts.id for facts in section.page(busy.book, 0, 99)} for section in today.sections()
    } == expected


async def test_the_cursor_passes_by_headings_and_always_stands_on_a_case(
    busy: Office, tmp_path: Path
) -> None:
    async with sitting(busy, tmp_path, actor="o1") as person:
        seen = [person.number]
        for _step in range(8):
            await person.press("down")
            seen.append(person.number)
        assert seen == [4, 2, 5, 1, 4, 5, 2, 5, 3]


async def test_one_key_acts_on_the_case_under_the_cursor(own: Office, tmp_path: Path) -> None:
    async with sitting(own, tmp_path) as person:
        await person.go_to(5)
        said = await person.press("f5")
        dialog = person.app.screen
        assert isinstance(dialog, ActDialog)
        assert "华青 ↔ 某合作社" in said
        assert dialog.form
        dialog.form.fill("content", "又谈了一次。")
        dialog.form.fill("rights_told", True)
        said = await person.press("ctrl+s")
        assert isinstance(person.app.screen, TodayScreen)
        assert "调解已记下：（2026）共和民调字第5号" in said
        assert "10日无动静 1" in said
        assert person.number == 5


@pytest.mark.parametrize(
    ("serial", "key", "kind"),
    [
        (4, "f4", EventKind.MEDIATORS_ASSIGNED),
        (1, "f6", EventKind.LIFTED),
        (2, "f7", EventKind.VISIT_MADE),
        (2, "f8", EventKind.OBLIGATION_PERFORMED),
        (5, "f9", EventKind.MEDIATION_FAILED),
    ],
)
async def test_a_key_means_what_the_case_needs(
    busy: Office, tmp_path: Path, serial: int, key: str, kind: EventKind
) -> None:
    async with sitting(busy, tmp_path) as person:
        await person.go_to(serial)
        said = await person.press(key)
        assert isinstance(person.app.screen, ActDialog)
        assert f"─ {kind.label} · " in said


async def test_a_key_that_means_nothing_here_does_nothing(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        before = await person.go_to(4)
        assert await person.press("f7") == before


async def test_a_case_is_opened_and_left_again_with_the_cursor_where_it_was(
    busy: Office, tmp_path: Path
) -> None:
    async with sitting(busy, tmp_path) as person:
        before = await person.go_to(3)
        await person.press("enter")
        assert isinstance(person.app.screen, CaseScreen)
        assert await person.press("escape") == before


async def test_a_day_without_anything_due_names_the_keys_to_press(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    async with sitting(office, tmp_path) as person:
        said = await person.press("f5", "enter", "ctrl+z", "f10")
        assert isinstance(person.app.screen, TodayScreen)
        assert "今天没有到期的事。按 F2 登记一件纠纷，或按 3 看各村情况。" in said
        assert "上庄村" in await person.press("3")
    office.book.close()


def test_somebody_sees_what_was_lifted_or_handed_down_to_where_they_work(own: Office) -> None:
    office = own
    back = office.walk(happened.Lifted(to=Level.TOWN, reason="难"))
    office.go_on(back, happened.HandedDown(to=Level.VILLAGE, reason="村里更清楚"))
    office.walk(happened.HandedDown(to=Level.GRID, reason="就近"))
    down = office.walk(entry=from_outside(village="v2"))
    office.go_on(down, happened.HandedDown(to=Level.VILLAGE, reason="就近"))
    assert {
        who: listed(pressing(office, who)).get("上交、下派给我 1") for who in ("m1", "m2", "o1", "谁")
    } == {
        "m1": [back.serial],
        "m2": [down.serial],
        "o1": [5],
        "谁": [5],
    }


def test_what_a_partner_has_not_answered_is_awaited_until_the_answer_comes(own: Office) -> None:
    asked = happened.HandedOver(direction=Direction.OUT, partner=Partner.POLICE, unit="镇派出所")
    case = own.walk(EventKind.ACCEPTED, asked)
    assert listed(pressing(own))["待对方反馈 1"] == [case.serial]
    own.go_on(case, happened.FeedbackReceived(handover=1, feedback="已训诫。"))
    assert "待对方反馈 1" not in listed(pressing(own))


def test_a_session_is_there_on_the_day_it_was_arranged_for_until_it_is_held(own: Office) -> None:
    def talk(next_on: timedelta | None) -> happened.SessionHeld:
        return happened.SessionHeld(content="谈过一次。", next_on=None if next_on is None else DAY + next_on)

    own.on(DAY - timedelta(3))
    case = own.walk(EventKind.ACCEPTED, talk(timedelta(0)))
    own.walk(EventKind.ACCEPTED, talk(timedelta(1)))
    (section,) = (each for each in pressing(own).sections() if each.code == "sessions")
    (facts,) = section.page(own.book, 0, 9)
    assert (facts.id, section.asks(facts)) == (case.id, EventKind.SESSION_HELD)
    own.go_on(case, talk(None))
    assert "约定调解 1" not in listed(pressing(own))


def test_a_decision_is_there_from_a_week_before_its_day_until_it_is_answered_for(own: Office) -> None:
    decided = happened.DecisionMade(text="派人到场。", owner="张司法", due=DAY + timedelta(7))
    case = own.walk(EventKind.ACCEPTED, decided)
    own.walk(EventKind.ACCEPTED, decided.model_copy(update={"due": DAY + timedelta(8)}))
    (section,) = (each for each in pressing(own).sections() if each.code == "decisions")
    (facts,) = section.page(own.book, 0, 9)
    assert (facts.id, section.awaited(facts)) == (case.id, (decided.due, EventKind.DECISION_DONE.label))
    own.go_on(case, happened.DecisionDone(decision=1, done=False, note="人没有到"))
    assert "研判意见待落实 1" not in listed(pressing(own))


async def test_a_visit_is_listed_with_its_own_day(busy: Office, tmp_path: Path) -> None:
    (facts,) = busy.book.facts(CaseFilter(visit_by=DAY))
    assert facts.visit_due
    late = (DAY - facts.visit_due).days
    async with sitting(busy, tmp_path, actor="o1") as person:
        said = person.read().rpartition("待回访 1")[2].splitlines()[1]
    assert f"超 {late} 天" in said


@pytest.mark.parametrize(
    ("within", "serials"),
    [
        (CaseFilter(village="v2"), {3}),
        (CaseFilter(village=""), set()),
        (CaseFilter(village="v1", levels=frozenset({Level.TOWN})), {5}),
        (CaseFilter(levels=frozenset({Level.GRID})), set()),
        (CaseFilter(mediator="m9"), set()),
    ],
)
def test_only_what_was_chosen_is_listed(busy: Office, within: CaseFilter, serials: set[int]) -> None:
    assert {serial for found in listed(pressing(busy, within=within)).values() for serial in found} == serials


@pytest.mark.parametrize(
    ("presses", "kind"),
    [
        (0, EventKind.SESSION_HELD),
        (1, EventKind.OBLIGATION_PERFORMED),
        (6, EventKind.VISIT_MADE),
        (8, EventKind.CLOSED),
    ],
)
@pytest.mark.parametrize("key", ["f12", "space"])
async def test_one_key_does_what_the_line_waits_for(
    busy: Office, tmp_path: Path, presses: int, kind: EventKind, key: str
) -> None:
    async with sitting(busy, tmp_path, actor="o1") as person:
        said = await person.press("home", *["down"] * presses)
        assert f"F12 {kind.label}" in said
        assert f"─ {kind.label} · " in await person.press(key)


async def test_whose_cases_are_shown_is_kept_while_the_program_runs(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path, actor="o1") as person:
        await person.press("f")
        form = person.app.screen.query_one(Form)
        form.fill("village", "v2")
        said = await person.press("ctrl+s")
        assert "只看 村:下河村" in said
        assert person.number == 3
        await person.press("ctrl+l")
        assert person.number == 3
        await person.press("ctrl+l", "2", "1", "x", "home")
        assert person.number == 4
        assert "只看" not in person.read()


async def test_nothing_due_where_one_looks_is_said_with_the_way_back(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        person.app.kept["today"] = CaseFilter(mediator="m9")
        person.room.reload()
        said = await person.press("home")
        assert "这里今天没有到期的事。按 x 看全部，或按 F2 登记一件纠纷。" in said


async def test_another_person_at_the_desk_sees_their_own(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path, actor="m2") as person:
        assert "上交、下派给我" not in person.read()
        person.app.actor = "o1"
        person.room.refresh_if_stale()
        assert "上交、下派给我 1" in await person.press("home")


def test_only_what_comes_into_view_is_read(tmp_path: Path) -> None:
    office = an_office_of_many(tmp_path, 250)
    sections = tuple(Pressing(office.book, DAY + timedelta(days=60), None).sections())
    assert [(section.code, section.count) for section in sections] == [("silent", 250)]
    assert len(sections[0].page(office.book, 240, 100)) == 10
    office.book.close()
