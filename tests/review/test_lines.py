"""The ten lines of a case, and names masked wherever they stand."""

from __future__ import annotations

from datetime import date, timedelta

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.party import Party
from mediation_tui.model.vocabulary import Level, PartyKind, PauseGround, Risk, Side
from mediation_tui.review.lines import read_case_lines
from tests.builders import TODAY, Office, an_entry

DAY = timedelta(days=1)
PEOPLE = (
    Party(id="p1", side=Side.APPLICANT, name="马占龙"),
    Party(id="p2", side=Side.APPLICANT, name="马占"),
    Party(id="p3", side=Side.RESPONDENT, name="单小山"),
    Party(id="p4", side=Side.RESPONDENT, kind=PartyKind.ORGANISATION, name="湟水商贸公司"),
)


def lines(office: Office, case: str, today: date = TODAY, *, masked: bool = False) -> dict[str, str]:
    found = read_case_lines(office.book, case, today, masked=masked)
    assert len(found) == 10
    return {str(line.label): str(line.text) for line in found}


def test_a_new_case_in_ten_lines(office: Office) -> None:
    case = office.walk()
    assert lines(office, case.id, TODAY + 2 * DAY) == {
        "案号": f"{case.number}　已登记",
        "当事人": "马占龙 ↔ 单小山",
        "类别": "邻里，依申请",
        "地点": "上庄村一网格",
        "层级": "村级（首接村级）",
        "风险": "一般（登记以来 2 天）",
        "最近一次": f"{TODAY} 登记（2 天前）",
        "下一期限": "—",
        "做过什么": "还没有调解；联系 0 次",
        "研判意见": "没有待落实的",
    }


def test_what_was_done_and_what_is_next(office: Office) -> None:
    lifted = happened.Lifted(to=Level.TOWN, reason="疑难")
    sat = happened.SessionHeld(content="双方陈述。", present=("p1",), absent=("p2",))
    severe = happened.RiskChanged(risk=Risk.SEVERE, reason="扬言动手", measure="稳控")
    decision = happened.DecisionMade(text="包案", owner="张司法", due=TODAY + 5 * DAY)
    case = office.walk(EventKind.ACCEPTED, EventKind.CONTACT_LOGGED, sat, lifted, severe, decision)
    said = lines(office, case.id, TODAY + 40 * DAY)
    assert said["层级"] == f"镇级（首接村级；{TODAY} 由村级转来）"
    assert said["风险"] == f"重大（{TODAY} 以来 40 天）：扬言动手"
    assert said["做过什么"] == f"调解 1 次，联系 1 次；{TODAY} 有待继续调解，未到场 1 方"
    assert said["下一期限"].startswith("调解期限")
    assert "已超" in said["下一期限"]
    assert said["研判意见"] == f"包案（张司法，{TODAY + 5 * DAY}前）"


def test_a_limit_that_stands_still_is_not_past(office: Office) -> None:
    entry = an_entry(category="medical")
    paused = happened.ClockPaused(ground=PauseGround.APPRAISAL)
    case = office.walk(EventKind.ACCEPTED, paused, entry=entry)
    assert f"{TODAY} 起中止" in lines(office, case.id, TODAY + 90 * DAY)["下一期限"]


def test_masked_nobody_is_named_in_any_line(office: Office) -> None:
    risk = happened.RiskChanged(risk=Risk.HIGH, reason="马占龙扬言找单小山", measure="稳控")
    decision = happened.DecisionMade(text="约马占和湟水商贸公司面谈", owner="张司法", due=TODAY)
    case = office.walk(risk, decision, entry=an_entry(parties=PEOPLE))
    said = lines(office, case.id, masked=True)
    assert said["当事人"] == "马某甲、马某乙 ↔ 单某、湟水商贸公司"
    assert said["风险"].endswith("马某甲扬言找单某")
    assert said["研判意见"].startswith("约马某乙和湟水商贸公司面谈")
    assert "马占" not in "".join(said.values())


def test_a_minor_is_never_named_masked_or_not(office: Office) -> None:
    minor = Party(id="p1", side=Side.APPLICANT, name="马小小", minor=True)
    case = office.walk(entry=an_entry(parties=(minor, PEOPLE[2])))
    for masked in (False, True):
        assert lines(office, case.id, masked=masked)["当事人"].startswith("马某 ↔")
