"""Risk and default at the terminal: asked about, recorded whole, shown with their course."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import Channel, Risk
from mediation_tui.rules.risks import RiskColour, RiskStep
from mediation_tui.ui.widgets.form import Form
from mediation_tui.ui.widgets.toned import Toned
from tests.builders import Office
from tests.ui.rooms import DAY, WIDE, Someone, sitting


def beside(person: Someone) -> str:
    """Everything the case screen says beside the timeline, however far it has to be scrolled."""
    parts = person.app.screen.query(".case--part").results(Toned)
    return "\n".join("".join(said.text for said in line) for part in parts for line in part._lines)


async def test_a_threat_that_is_told_makes_one_ask_and_a_look_at_the_risk_answers(
    own: Office, tmp_path: Path
) -> None:
    async with sitting(own, tmp_path, WIDE) as person:
        await person.go_to(5)
        await person.press("enter", "f5")
        form = person.app.screen.query_one(Form)
        form.fill("content", "他扬言要动手。")
        form.fill("rights_told", True)
        said = await person.press("ctrl+s")
        assert "提到“扬言”：有没有威胁或动手" in said
        assert "提到“扬言”" in beside(person)
        own.go_on(own.book.case(own.book.find("（2026）共和民调字第5号")), risen())
        person.room.refresh_if_stale()
        await person.press("home")
        assert "提到“扬言”" not in beside(person)
        assert "6.30 一般 → 较高 ▲  扬言动手；稳控；报告镇派出所 6.30 电话；王生财" in beside(person)


def risen() -> happened.RiskChanged:
    return happened.RiskChanged(
        risk=Risk.HIGH,
        reason="扬言动手",
        measure="稳控",
        reported_to="镇派出所",
        reported_on=DAY,
        reported_means=Channel.PHONE,
    )


async def test_the_books_own_word_for_a_risk_stands_wherever_it_is_shown(own: Office, tmp_path: Path) -> None:
    rules = own.book.rules
    red = RiskStep(name="红色", colour=RiskColour.RED)
    own.desk().set_rules(rules.model_copy(update={"risks": (*rules.risks[:3], red)}))
    async with sitting(own, tmp_path, WIDE) as person:
        said = await person.go_to(4)
        assert "红色 ▲" in said
        assert "重大" not in said
        assert "风险 红色 ▲" in await person.press("enter")


async def test_a_default_says_what_is_open_where_it_is_recorded_and_on_the_case(
    own: Office, tmp_path: Path
) -> None:
    case = own.book.case(own.book.find("（2026）共和民调字第2号"))
    async with sitting(own, tmp_path, WIDE) as person:
        await person.go_to(2)
        await person.press("f10", *"wlx")
        said = await person.press("enter")
        assert "可以：督促履行，有争议的再调解（第31、32条）；可在诉讼时效内向法院起诉" in said
        await person.press("escape")
        own.go_on(case, happened.ObligationDefaulted(obligation=2, urged="催过两次", told_to_sue=True))
        await person.press("enter")
        assert "未履行可以" in beside(person)
        assert "可在诉讼时效内向法院起诉" in beside(person)
        assert "已告知可以起诉" in person.read()


def test_a_case_in_default_is_reminded_of_until_it_is_closed(own: Office) -> None:
    from mediation_tui.store.filters import CaseFilter

    case = own.book.case(own.book.find("（2026）共和民调字第2号"))
    late = CaseFilter(overdue_on=DAY + timedelta(days=1))
    before = own.book.count(late)
    case = own.go_on(case, happened.ObligationDefaulted(obligation=2, told_to_sue=True))
    assert own.book.count(late) == before
    own.go_on(case, EventKind.CLOSED)
    assert own.book.count(late) == before - 1
