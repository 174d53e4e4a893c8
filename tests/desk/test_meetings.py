"""A weekly meeting goes on wherever it stood, and takes nothing more once it is closed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mediation_tui.errors import InvalidEntry, NotFound, Refused
from mediation_tui.model import events as happened
from mediation_tui.model.meeting import HeadNumber, SeenLine
from mediation_tui.model.period import Period
from tests.builders import TODAY, Office
from tests.engines import Shelf
from tests.registers import LAST_WEEK, WEEK, attendance

NUMBERS = (HeadNumber(code="open", name="未结", text="7", value=7),)


def test_everything_entered_is_there_after_the_program_was_killed(shelf: Shelf) -> None:
    office = shelf.office()
    case = office.walk()
    opened = office.desk("o1").open_meeting(WEEK, attendance(absent=["马村长"]), place="会议室")
    line = SeenLine(section="open", case=case.id)
    office.desk("o1").mark_seen(opened.id, line)
    office.desk("o1").correct_attendance(opened.id, attendance(present=["马村长"]), "来晚了")
    desk = Office(shelf.open(office.book.location), office.clock).desk("o1")  # type: ignore[arg-type]
    (head,) = desk.book.meetings_of(WEEK)
    again = desk.meeting(head.id)
    assert (again.seen, again.attendance.present, again.open) == ((line,), ("马村长",), True)
    closed = desk.close_meeting(head.id, NUMBERS, "张司法")
    assert closed.closed
    assert (closed.closed.numbers, closed.closed.signer) == (NUMBERS, "张司法")
    assert list(desk.book.check()) == []


def test_a_closed_meeting_takes_nothing_more(office: Office) -> None:
    case, desk = office.walk(), office.desk("o1")
    meeting = desk.open_meeting(WEEK, attendance()).id
    decision = happened.DecisionMade(text="包案", owner="王生财", due=TODAY, meeting=meeting)
    assert office.go_on(case, decision).decisions[0].meeting == meeting
    desk.close_meeting(meeting, NUMBERS, "张司法")
    for late in (
        lambda: desk.mark_seen(meeting, SeenLine(section="open", case=case.id)),
        lambda: desk.correct_attendance(meeting, attendance(present=[]), "走了"),
        lambda: desk.close_meeting(meeting, NUMBERS, "张司法"),
        lambda: desk.record(case.id, decision),
    ):
        with pytest.raises(Refused, match=r"已经散会.*另开一次会"):
            late()


def test_only_one_meeting_of_a_week_goes_on_at_a_time(office: Office) -> None:
    desk = office.desk()
    first = desk.open_meeting(WEEK, attendance())
    with pytest.raises(Refused, match="还没有散会"):
        desk.open_meeting(WEEK, attendance())
    other = desk.open_meeting(LAST_WEEK, attendance())
    desk.close_meeting(first.id, NUMBERS, "张司法")
    again = desk.open_meeting(WEEK, attendance())
    assert [head.id for head in office.book.meetings_of(WEEK)] == [first.id, again.id]
    assert {head.id for head in office.book.meetings(0, 9)} == {first.id, other.id, again.id}


def test_meetings_are_listed_newest_first(office: Office) -> None:
    days = [TODAY - timedelta(days=7 * back) for back in (2, 0, 1)]
    for day in days:
        office.desk().open_meeting(Period.week_of(day), attendance(), day)
    assert [head.day for head in office.book.meetings(0, 2)] == sorted(days)[:0:-1]
    assert [head.day for head in office.book.meetings(2, 2)] == [min(days)]


def test_a_line_is_marked_once(office: Office) -> None:
    meeting = office.desk().open_meeting(WEEK, attendance()).id
    line = SeenLine(section="missing", place="v1")
    office.desk().mark_seen(meeting, line)
    with pytest.raises(Refused, match="已经看过"):
        office.desk().mark_seen(meeting, line)
    assert office.desk().meeting(meeting).seen == (line,)


def test_what_came_of_a_decision_says_why_it_was_not_done(office: Office) -> None:
    case = office.walk(happened.DecisionMade(text="上门", owner="王生财", due=TODAY))
    with pytest.raises(InvalidEntry, match="要写明原因"):
        office.go_on(case, happened.DecisionDone(decision=1, done=False))
    case = office.go_on(case, happened.DecisionDone(decision=1, done=False, note="人在外地"))
    assert (case.decisions[0].done, case.decisions[0].note) == (False, "人在外地")


def test_what_cannot_be_is_refused(office: Office) -> None:
    desk = office.desk()
    with pytest.raises(InvalidEntry, match="星期一到星期日"):
        desk.open_meeting(Period(TODAY, TODAY), attendance())
    with pytest.raises(InvalidEntry, match="不能晚于今天"):
        desk.open_meeting(WEEK, attendance(), TODAY + timedelta(days=1))
    with pytest.raises(InvalidEntry, match="不能早于"):
        desk.open_meeting(WEEK, attendance(), TODAY - timedelta(days=1))
    with pytest.raises(ValueError, match="又到会又缺席"):
        attendance(absent=["王生财"])
    with pytest.raises(ValueError, match="要么是"):
        SeenLine(section="open")
    with pytest.raises(NotFound, match="没有这次会议"):
        desk.mark_seen("nowhere", SeenLine(section="open", place="v1"))
    decision = happened.DecisionMade(text="包案", owner="王生财", due=TODAY, meeting="nowhere")
    with pytest.raises(NotFound, match="没有这次会议"):
        office.walk(decision)


def test_lines_are_marked_together_and_what_was_marked_stays(office: Office) -> None:
    desk = office.desk()
    meeting = desk.open_meeting(WEEK, attendance()).id
    one, other = (SeenLine(section="zero", place=place) for place in ("v1", "v2"))
    assert desk.mark_all_seen(meeting, (one, other, one)).seen == (one, other)
    assert desk.mark_all_seen(meeting, (other,)).version == 3
    desk.close_meeting(meeting, (), "张司法")
    with pytest.raises(Refused):
        desk.mark_all_seen(meeting, (other,))
