from __future__ import annotations

import unicodedata
from contextlib import suppress
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from mediation_tui.errors import InvalidEntry
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.vocabulary import State
from mediation_tui.rules import lifecycle
from mediation_tui.store.filters import EVERYTHING, CaseFilter
from mediation_tui.ui.screens.case import CaseScreen
from mediation_tui.ui.screens.ledger import LedgerScreen
from tests.builders import PHONE, Office, an_entry
from tests.ui.rooms import VAST, WIDE, parties, sitting
from tests.ui.stage import NASTY


async def test_every_case_says_what_is_next_and_nothing_else(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path, WIDE) as person:
        for facts in busy.book.facts(EVERYTHING):
            person.app.open_case(facts.id)
            said = await person.press("home")
            (line,) = (line for line in said.splitlines() if line.startswith(" 下一步"))
            case = busy.book.case(facts.id)
            possible = {kind.label for kind in lifecycle.possible(case)}
            assert set(line.removeprefix(" 下一步  ").split(" · ")) - {"没有，只能查看"} <= possible
            await person.press("escape")


async def test_what_happened_is_listed_latest_first_and_what_was_written_late_is_marked(
    own: Office, tmp_path: Path
) -> None:
    case = _case(own, 5)
    own.desk().record(case.id, happened.NoteAdded(text="补记一笔"), date(2026, 6, 4))
    async with sitting(own, tmp_path, WIDE) as person:
        person.app.open_case(case.id)
        lines = (await person.press("home")).splitlines()
        told = [line.split("│")[0].strip("▸ ") for line in lines if " 6.04 " in line]
    assert [line.split()[1] for line in told] == ["备注", "上交", "调解", "指派调解员", "受理", "登记"]
    assert "〔补录〕补记一笔" in told[0]


async def test_escape_goes_back_to_where_the_case_was_opened(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        person.app.show_cases(CaseFilter(village="v2"))
        before = await person.press("end")
        await person.press("enter")
        assert isinstance(person.app.screen, CaseScreen)
        assert await person.press("escape") == before
        assert isinstance(person.app.screen, LedgerScreen)


async def test_ones_own_last_act_is_taken_back_and_both_steps_stay_on_record(
    own: Office, tmp_path: Path
) -> None:
    case = _case(own, 4)
    async with sitting(own, tmp_path, WIDE) as person:
        person.app.open_case(case.id)
        assert "◔ 已受理" in await person.press("home")
        await person.press("ctrl+z")
        said = await person.press("enter")
        assert "已撤销：（2026）共和民调字第4号" in said
        assert "○ 已登记" in said
        assert "（已撤销）" in said
    assert own.book.case(case.id).state is State.REGISTERED
    assert len(own.book.events(case.id)) == 3


async def test_what_somebody_else_did_is_not_taken_back(own: Office, tmp_path: Path) -> None:
    case = _case(own, 4)
    async with sitting(own, tmp_path, actor="m2") as person:
        person.app.open_case(case.id)
        await person.press("home")
        assert "本人" in await person.press("ctrl+z")
        await person.press("enter")
    assert own.book.case(case.id) == case


async def test_what_was_only_registered_offers_nothing_to_take_back(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path) as person:
        person.app.open_case(_case(busy, 7).id)
        before = await person.press("home")
        assert await person.press("ctrl+z") == before


async def test_a_child_is_nowhere_named_and_no_number_shown_in_full(busy: Office, tmp_path: Path) -> None:
    async with sitting(busy, tmp_path, VAST) as person:
        said = [person.read(), await person.press("2"), await person.go_to(7)]
        said.append(await person.press("enter"))
        said.append(await person.press("enter"))
        assert all("才让卓玛 ↔ 解某" in each for each in said[1:])
        assert "138****5678" in said[3]
        assert not any("解小军" in each or PHONE in each for each in said)


async def test_nothing_a_person_wrote_can_hurt_the_screen(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    cases = [case for text in NASTY if (case := _written(office, text))]
    assert len(cases) > len(NASTY) / 2
    async with sitting(office, tmp_path, WIDE) as person:
        said = [person.read(), await person.press("2", "space")]
        for case in cases:
            person.app.open_case(case.id)
            said.append(await person.press("home"))
            said.append(await person.press("enter"))
            await person.press("escape", "ctrl+z")
            said.append(person.read())
            await person.press("escape", "escape")
    office.book.close()
    shown = set("".join(said)) - {"\n"}
    assert not [character for character in shown if unicodedata.category(character) in ("Cc", "Cs")]
    assert not shown & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert any("[/path]" in each for each in said)


def _case(office: Office, serial: int) -> Case:
    """The case of a serial in the town's own series."""
    return office.book.case(office.book.find(f"（2026）共和民调字第{serial}号"))


def _written(office: Office, text: str) -> Case | None:
    """A case with the text wherever the book takes it; None where it takes it nowhere."""
    case = None
    for entry in (lambda: {"parties": parties(text, text)}, lambda: {"summary": text, "requests": text}):
        with suppress(InvalidEntry, ValidationError):
            case = office.walk(entry=an_entry(**entry()))
    if case:
        with suppress(InvalidEntry, ValidationError):
            case = office.go_on(case, happened.NoteAdded(text=text))
    return case
