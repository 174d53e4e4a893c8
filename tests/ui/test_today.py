from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import UNRESOLVED, Level
from mediation_tui.store.filters import CaseFilter
from mediation_tui.ui.dialogs.act import ActDialog
from mediation_tui.ui.screens.case import CaseScreen
from mediation_tui.ui.screens.today import TodayScreen, sections
from tests.builders import Office
from tests.ui.rooms import DAY, sitting


def test_what_presses_comes_first(busy: Office) -> None:
    found = [(group.title, [facts.serial for facts in group.cases]) for group in sections(busy.book, DAY)]
    assert found == [
        ("超期 2", [4, 2]),
        ("7日内到期 2", [5, 1]),
        ("10日无动静 2", [4, 5]),
        ("待回访 1", [2]),
        ("镇级以上办理中 2", [5, 6]),
    ]


def test_every_section_holds_exactly_what_the_book_says(busy: Office) -> None:
    def chosen(wanted: CaseFilter) -> set[str]:
        return {facts.id for facts in busy.book.facts(wanted)}

    overdue = chosen(CaseFilter(overdue_on=DAY))
    upper = frozenset({Level.TOWN, Level.COUNTY})
    expected = [
        overdue,
        chosen(CaseFilter(due_by=DAY + timedelta(days=7))) - overdue,
        chosen(CaseFilter(silent_since=DAY - timedelta(days=11))),
        chosen(CaseFilter(visit_by=DAY)),
        chosen(CaseFilter(states=UNRESOLVED, levels=upper)),
    ]
    assert [{facts.id for facts in group.cases} for group in sections(busy.book, DAY)] == expected


async def test_the_cursor_passes_by_headings_and_always_stands_on_a_case(
    busy: Office, tmp_path: Path
) -> None:
    async with sitting(busy, tmp_path) as person:
        seen = [person.number]
        for _step in range(8):
            await person.press("down")
            seen.append(person.number)
        assert seen == [4, 2, 5, 1, 4, 5, 2, 5, 6]


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
        (6, "f9", EventKind.MEDIATION_FAILED),
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
        before = await person.go_to(6)
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
