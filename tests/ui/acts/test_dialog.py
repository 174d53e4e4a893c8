from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from mediation_tui.errors import BusyBook
from mediation_tui.i18n import N_
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import State
from mediation_tui.rules import lifecycle
from mediation_tui.ui.dialogs.act import ActDialog
from mediation_tui.ui.widgets.form import Form
from tests.builders import TODAY, Office, an_agreement, an_entry
from tests.ui.acts.filling import K, answers_for, meant, ready_for
from tests.ui.screen import dump
from tests.ui.stage import NASTY, Bench


@dataclass
class Opened:
    """A dialog in front of a person."""

    app: Bench
    pilot: Pilot[None]
    dialog: ActDialog
    results: list[Case | None] = field(default_factory=list)

    async def fill(self, **answers: Any) -> None:
        for name, answer in answers.items():
            self.form.fill(name, answer)
        await self.pilot.pause()

    async def save(self) -> str:
        """Press Ctrl+S, and read what the screen says then."""
        await self.pilot.press("ctrl+s")
        await self.pilot.pause()
        return dump(self.app)

    @property
    def form(self) -> Form:
        return self.dialog.query_one(Form)

    @property
    def said(self) -> str:
        return self.dialog._notice.sentence


@asynccontextmanager
async def opened(
    office: Office, case: Case, kind: EventKind, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Opened]:
    app, results = Bench(), list[Case | None]()
    async with app.run_test(size=size) as pilot:
        dialog = ActDialog(office.desk(), case.id, kind)
        await app.push_screen(dialog, results.append)
        await pilot.pause()
        yield Opened(app, pilot, dialog, results)


def fits(shown: str) -> bool:
    """Whether the dialog's box is on the screen from its upper corner to its foot."""
    lines = shown.splitlines()
    return sum("╭" in line for line in lines) == 1 and any("Ctrl+S 保存" in line for line in lines)


@pytest.mark.parametrize("kind", list(lifecycle.TABLE))
async def test_every_act_is_done_by_its_dialog(kind: EventKind, office: Office) -> None:
    case = ready_for(kind, office)
    data = meant(kind, case, office)
    async with opened(office, case, kind) as asked:
        assert fits(dump(asked.app))
        assert kind.label in dump(asked.app)
        await asked.fill(**answers_for(data, office))
        if kind is K.AGREEMENT_REACHED:
            await asked.fill(only_status_or_ownership=False)
        await asked.save()
        if not asked.results:
            assert "再按 Ctrl+S 仍然保存" in asked.said
            await asked.save()
        assert [result and result.version for result in asked.results] == [case.version + 1]
    assert office.book.events(case.id)[-1].data == data


async def test_accepting_takes_a_handful_of_keys(office: Office) -> None:
    async with opened(office, office.walk(), K.ACCEPTED) as asked:
        await asked.pilot.press("enter", "n", "enter", "n", "ctrl+s")
        await asked.pilot.pause()
        assert [result and result.state for result in asked.results] == [State.ACCEPTED]


async def test_what_is_unanswered_is_said_under_its_field(office: Office) -> None:
    async with opened(office, office.walk(), K.ACCEPTED) as asked:
        shown = await asked.save()
        assert shown.count("! 必填") == 2
        assert "有 2 处要改" in shown
        assert asked.results == []


async def test_the_law_is_said_at_the_answer_it_forbids(office: Office) -> None:
    async with opened(office, office.walk(), K.ACCEPTED) as asked:
        await asked.fill(reserved_elsewhere=False, taken_elsewhere=True)
        assert "不得受理" in await asked.save()
        await asked.fill(taken_elsewhere=False)
        await asked.save()
        assert len(asked.results) == 1


async def test_a_day_to_come_is_refused_at_the_day(office: Office) -> None:
    async with opened(office, office.walk(), K.NOTE_ADDED) as asked:
        await asked.fill(happened_on=TODAY + timedelta(days=1), text="备查")
        assert "! 日期不能在今天" in await asked.save()


async def test_what_belongs_to_no_field_shown_is_said_in_the_message_line(office: Office) -> None:
    agreement = an_agreement(TODAY, only_status_or_ownership=True)
    case = office.walk(K.ACCEPTED, K.SESSION_HELD, agreement)
    async with opened(office, case, K.CONFIRMATION_APPLIED) as asked:
        await asked.fill(court="湟中区法院", jointly=True)
        await asked.save()
        assert asked.said == "协议只涉及身份或权属，法院不予确认"


async def test_what_is_unwise_is_pointed_out_once_and_again_when_the_answers_change(office: Office) -> None:
    case = ready_for(K.CLOSED, office)
    async with opened(office, case, K.CLOSED) as asked:
        assert "卷宗还缺" in dump(asked.app)
        await asked.save()
        assert asked.said.startswith("再按 Ctrl+S 仍然保存。注意：卷宗还缺")
        await asked.fill(note="另行处理")
        await asked.save()
        assert asked.said.startswith("再按 Ctrl+S 仍然保存。注意：卷宗还缺")
        assert asked.results == []
        await asked.save()
        assert [result and result.state for result in asked.results] == [State.CLOSED]


async def test_a_long_warning_never_hides_what_to_press_on_a_small_terminal(office: Office) -> None:
    async with opened(office, ready_for(K.CLOSED, office), K.CLOSED) as asked:
        assert "仍然保存" in "".join((await asked.save()).split())


async def test_what_came_meanwhile_is_said_and_nothing_typed_is_lost(office: Office) -> None:
    case = office.walk()
    async with opened(office, case, K.NOTE_ADDED) as asked:
        await asked.fill(text="备查")
        office.desk("m2").record(case.id, happened.RiskChanged(risk=2, reason="扬言", measure="稳控"))
        await asked.save()
        assert "李玉兰刚刚做了：风险变动" in asked.said
        assert asked.form.values()["text"] == "备查"
        await asked.save()
        assert [result and result.version for result in asked.results] == [3]


async def test_an_act_no_longer_possible_is_refused_with_what_is(office: Office) -> None:
    case = office.walk()
    async with opened(office, case, K.ACCEPTED) as asked:
        await asked.fill(reserved_elsewhere=False, taken_elsewhere=False)
        office.desk("m2").record(case.id, happened.Voided(reason="录错"))
        shown = await asked.save()
        assert "李玉兰" in asked.said
        assert "作废" in shown
        await asked.save()
        assert "作废，不能再受理" in asked.said
        assert asked.results == []


async def test_an_act_that_is_not_possible_says_so_at_once(office: Office) -> None:
    async with opened(office, office.walk(), K.AGREEMENT_REACHED) as asked:
        assert "不能做“达成协议”" in asked.said


async def test_a_book_out_of_reach_costs_nothing_typed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*args: Any, **kwargs: Any) -> None:
        raise BusyBook(N_("案件簿正忙。"))

    async with opened(office, office.walk(), K.NOTE_ADDED) as asked:
        await asked.fill(text="备查")
        with monkeypatch.context() as patched:
            patched.setattr(type(office.book), "writing", busy)
            await asked.save()
        assert asked.said == "案件簿正忙。"
        assert asked.form.values()["text"] == "备查"
        await asked.save()
        assert len(asked.results) == 1


async def test_a_day_before_takes_the_day_of_effect_along(office: Office) -> None:
    async with opened(office, ready_for(K.AGREEMENT_REACHED, office), K.AGREEMENT_REACHED) as asked:
        await asked.fill(happened_on=TODAY - timedelta(days=1))
        await asked.pilot.pause()
        assert asked.form.values()["effective_on"] == TODAY - timedelta(days=1)


async def test_another_village_brings_its_own_grids(office: Office) -> None:
    case = office.walk()
    async with opened(office, case, K.DETAILS_CORRECTED) as asked:
        details = (happened.Correctable.VILLAGE, happened.Correctable.GRID)
        await asked.fill(details=details, village="v2", reason="记错")
        assert "下河村没有这个网格" not in dump(asked.app)
        await asked.fill(grid="g3")
        await asked.save()
        corrected = asked.results[0]
        assert corrected
        assert (corrected.village, corrected.grid, corrected.version) == ("v2", "g3", 3)


async def test_a_village_corrected_without_its_grid_is_refused(office: Office) -> None:
    case = office.walk()
    async with opened(office, case, K.DETAILS_CORRECTED) as asked:
        await asked.fill(details=(happened.Correctable.VILLAGE,), village="v2", reason="记错")
        await asked.save()
        assert asked.results == []
        assert "没有这个网格" in asked.said
    assert office.book.case(case.id).version == 1


async def test_the_second_obligation_appears_when_the_first_is_filled(office: Office) -> None:
    async with opened(
        office, ready_for(K.AGREEMENT_REACHED, office), K.AGREEMENT_REACHED, size=(120, 40)
    ) as asked:
        assert "履行人（2）" not in dump(asked.app)
        await asked.fill(**{"promise1.party": "p2"})
        shown = dump(asked.app)
        assert shown.index("履行人（1）") < shown.index("履行内容") < shown.index("履行人（2）")


async def test_nasty_text_in_every_kind_of_field_is_refused_in_a_sentence(office: Office) -> None:
    entries = ("party.name", "party.phone", "party.birth_year", "party.id_number", "party.ethnicity")
    async with opened(office, office.walk(), K.PARTY_ADDED) as asked:
        for text in NASTY:
            await asked.fill(**{"party.side": "third"} | dict.fromkeys(entries, text))
            shown = await asked.save()
            assert "\x1b" not in shown
            assert "! " in shown
        assert asked.results == []


@pytest.mark.parametrize("text", NASTY)
async def test_nasty_text_is_stored_as_it_reads_or_refused_in_a_sentence(text: str, office: Office) -> None:
    case = office.walk(entry=an_entry(summary="见附件[/path]"))
    async with opened(office, case, K.NOTE_ADDED) as asked:
        await asked.fill(text=text)
        shown = await asked.save()
        assert asked.results or "! " in shown
        assert "\x1b" not in shown
