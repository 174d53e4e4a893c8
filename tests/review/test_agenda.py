"""The agenda of a week: last week's decisions first, then why each case and each place has to be looked at."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mediation_tui.errors import InvalidEntry
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.vocabulary import (
    Category,
    Direction,
    Exit,
    FailureReason,
    Level,
    Partner,
    PauseGround,
    Risk,
)
from mediation_tui.review.sections import SectionCode
from tests.builders import TODAY, Office, an_agreement, an_entry, from_outside
from tests.registers import LAST_WEEK, WEEK, a_question, a_zero, attendance
from tests.review.reading import agenda, sections_of, why

DAY = timedelta(days=1)
NEXT_MONDAY = TODAY + 7 * DAY
CODES = SectionCode


def decided(text: str = "上门", due: int = 3, meeting: str | None = None) -> happened.DecisionMade:
    return happened.DecisionMade(text=text, owner="王生财", due=TODAY + due * DAY, meeting=meeting)


def test_the_sections_come_in_the_order_of_the_handbook(office: Office) -> None:
    codes = [section.code for section in agenda(office).sections]
    assert codes[0] is CODES.DECISIONS
    assert codes == [code for code in CODES if code is not CODES.RAISED]


def test_last_weeks_decisions_are_asked_for_first(office: Office) -> None:
    meeting = office.desk().open_meeting(WEEK, attendance()).id
    case = office.walk(*(decided(text, meeting=meeting) for text in ("上门", "约谈", "查档")))
    assert why(agenda(office), CODES.DECISIONS) == []
    office.desk().close_meeting(meeting, (), "张司法")
    office.on(TODAY + DAY)
    done = happened.DecisionDone(decision=1, done=True)
    office.go_on(case, done, happened.DecisionDone(decision=2, done=False, note="人在外地"))
    assert why(agenda(office, NEXT_MONDAY), CODES.DECISIONS) == [
        f"“上门”（王生财）：{TODAY + DAY} 已落实",
        "“约谈”（王生财）：没有落实，人在外地",
        f"“查档”（王生财，{TODAY + 3 * DAY}前）：还没有落实，已超 4 天",
    ]


def test_what_was_settled_before_the_last_meeting_is_not_asked_for_again(office: Office) -> None:
    case = office.walk(decided(), happened.DecisionDone(decision=1, done=True))
    office.on(TODAY + DAY)
    office.desk().open_meeting(WEEK, attendance())
    later = agenda(office, NEXT_MONDAY)
    assert why(later, CODES.DECISIONS, case.id) == []


def test_a_decision_on_a_closed_case_is_asked_for_as_long_as_it_is_looked_at(office: Office) -> None:
    meeting = office.desk().open_meeting(WEEK, attendance()).id
    failed = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True, exit=Exit.COURT)
    case = office.walk(EventKind.ACCEPTED, failed, happened.Closed(), decided(meeting=meeting))
    office.desk().mark_seen(meeting, agenda(office).lines_of(case.id)[0].seen)
    office.desk().close_meeting(meeting, (), "张司法")
    two_months_on = TODAY + 63 * DAY
    assert len(why(agenda(office, two_months_on), CODES.DECISIONS, case.id)) == 1


def test_a_village_that_lifts_in_time_is_looked_at_and_not_blamed(office: Office) -> None:
    case = office.walk(EventKind.ACCEPTED, happened.Lifted(to=Level.TOWN, reason="疑难"))
    found = agenda(office)
    assert sections_of(found, case.id) == {CODES.NEW, CODES.UNRESOLVED, CODES.MOVED}
    assert why(found, CODES.MOVED) == [f"{TODAY} 由村级转到镇级"]


def test_a_hand_over_is_followed_up_until_it_is_answered(office: Office) -> None:
    over = happened.HandedOver(direction=Direction.OUT, partner=Partner.COURT, unit="湟中区法院")
    case = office.walk(EventKind.ACCEPTED, over)
    assert why(agenda(office, NEXT_MONDAY), CODES.MOVED) == [f"{TODAY} 移交湟中区法院，还没有反馈"]
    office.go_on(case, happened.FeedbackReceived(handover=1, feedback="已立案"))
    assert why(agenda(office, NEXT_MONDAY), CODES.MOVED) == []


def test_a_severe_risk_without_a_report_is_asked_about(office: Office) -> None:
    case = office.walk(entry=an_entry(risk=Risk.SEVERE))
    assert "人民调解法第25条" in why(agenda(office), CODES.MOVED, case.id)[0]


def test_an_overdue_term_without_consent_says_so(office: Office) -> None:
    office.walk(EventKind.ACCEPTED, EventKind.SESSION_HELD)
    late = TODAY + 40 * DAY
    (said,) = why(agenda(office, late), CODES.OVERDUE)
    assert "没有双方同意延期的记录" in said
    assert why(agenda(office, late), CODES.SILENT) == [f"40 天无动静，最后一次 {TODAY}"]


def test_a_limit_that_stands_still_is_neither_due_nor_past(office: Office) -> None:
    paused = happened.ClockPaused(ground=PauseGround.APPRAISAL)
    case = office.walk(EventKind.ACCEPTED, paused, entry=an_entry(category=Category.MEDICAL))
    for days in (30, 38, 42, 50, 90):
        assert sections_of(agenda(office, TODAY + days * DAY), case.id) == {CODES.UNRESOLVED, CODES.SILENT}
    office.on(TODAY + 90 * DAY)
    office.go_on(case, EventKind.CLOCK_RESUMED)
    assert CODES.OVERDUE in sections_of(agenda(office, TODAY + 200 * DAY), case.id)


def test_a_closure_with_missing_papers_names_them(office: Office) -> None:
    agreed = an_agreement(TODAY)
    case = office.walk(EventKind.ACCEPTED, EventKind.SESSION_HELD, agreed, happened.Closed())
    (said,) = why(agenda(office), CODES.PAPERS, case.id)
    assert "人民调解协议书" in said
    assert sections_of(agenda(office, NEXT_MONDAY), case.id) <= {CODES.OVERDUE, CODES.DUE}


def test_a_promise_not_kept_stays_until_it_is(office: Office) -> None:
    case = office.walk(EventKind.ACCEPTED, EventKind.SESSION_HELD, an_agreement(TODAY, TODAY + DAY))
    office.on(TODAY + 3 * DAY)
    case = office.go_on(case, happened.ObligationDefaulted(obligation=1))
    assert "还没有告知可以起诉" in why(agenda(office, NEXT_MONDAY), CODES.DEFAULTED)[0]
    office.go_on(case, happened.ObligationPerformed(obligation=1))
    assert why(agenda(office, NEXT_MONDAY), CODES.DEFAULTED) == []


def test_lines_go_village_by_village_in_the_towns_order_the_town_desk_last(office: Office) -> None:
    office.walk(entry=from_outside())
    office.walk(entry=an_entry(village="v2", grid="g3"))
    office.walk(entry=an_entry(risk=Risk.HIGH))
    office.walk(entry=an_entry())
    section = agenda(office).section(CODES.UNRESOLVED)
    assert [(village, len(lines)) for village, lines in section.by_village()] == [
        ("v1", 2),
        ("v2", 1),
        ("", 1),
    ]
    assert "风险较高" in str(section.lines[0].why[0])


def test_who_did_not_report_is_named_and_zero_is_a_report(office: Office) -> None:
    office.desk().report_screening(a_zero(LAST_WEEK))
    found = agenda(office)
    assert [line.place for line in found.section(CODES.MISSING).lines] == ["v2", "v3"]
    assert [line.place for line in found.section(CODES.ZERO).lines] == ["v1"]
    assert why(found, CODES.MISSING)[0] == f"未报 1 次：{LAST_WEEK}"


def test_before_anybody_reported_nobody_is_missing(office: Office) -> None:
    assert agenda(office).section(CODES.MISSING).lines == ()


def test_questions_of_the_week_are_told_by_village(office: Office) -> None:
    for village in ("v1", "v1", None):
        office.desk().record_consultation(a_question(village=village))
    office.desk().record_consultation(a_question(TODAY - 3 * DAY))
    assert why(agenda(office), CODES.ADVICE) == ["法律咨询 2 件：邻里", "法律咨询 1 件：邻里"]


def test_a_meeting_goes_on_with_the_first_line_nobody_has_seen(office: Office) -> None:
    case = office.walk()
    found, desk = agenda(office), office.desk()
    meeting = desk.open_meeting(WEEK, attendance()).id
    first, *rest = found.lines
    desk.mark_seen(meeting, first.seen)
    assert list(found.unseen(desk.meeting(meeting).seen)) == rest
    assert found.lines_of(case.id) == found.lines


def test_a_week_that_has_not_begun_is_refused(office: Office) -> None:
    with pytest.raises(InvalidEntry, match="还没有开始"):
        agenda(office, TODAY, WEEK.later())
