"""A decision and the line it was made on are written together, and the minutes find every one of them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.errors import InvalidEntry, NotFound, Refused
from mediation_tui.model.events import Closed, DecisionMade, EventKind
from mediation_tui.model.meeting import SeenLine
from mediation_tui.review.deciding import decide, look_at
from mediation_tui.review.minutes import read_minutes
from mediation_tui.review.sections import SectionCode
from tests.builders import TODAY, Office
from tests.registers import WEEK, attendance
from tests.review.reading import agenda

SOON = DecisionMade(text="上门", owner="王生财", due=TODAY + timedelta(days=3))


def opened(office: Office) -> str:
    return office.desk().open_meeting(WEEK, attendance()).id


def test_a_decision_on_a_case_nobody_looked_at_was_raised_in_the_meeting(office: Office) -> None:
    meeting, case = opened(office), office.walk(EventKind.ACCEPTED, EventKind.WITHDRAWN, Closed())
    made = decide(office.desk(), meeting, case.id, SOON).decisions[0]
    assert (made.text, made.owner, made.meeting) == ("上门", "王生财", meeting)
    (seen,) = office.desk().meeting(meeting).seen
    assert seen == SeenLine(section=SectionCode.RAISED.value, case=case.id)
    minutes = read_minutes(office.book, SetClock.on(TODAY), meeting)
    assert [(each.number, each.text) for each in minutes.decisions] == [(case.number, "上门")]


def test_a_refused_decision_marks_nothing_as_seen(office: Office) -> None:
    meeting, case = opened(office), office.walk()
    late = SOON.model_copy(update={"due": TODAY - timedelta(days=1)})
    with pytest.raises(InvalidEntry, match="不能早于研判日期"):
        decide(office.desk(), meeting, case.id, late)
    assert office.desk().meeting(meeting).seen == ()
    with pytest.raises(NotFound):
        decide(office.desk(), meeting, "nowhere", SOON)
    assert office.desk().meeting(meeting).seen == ()


def test_a_closed_meeting_decides_nothing(office: Office) -> None:
    meeting, case = opened(office), office.walk()
    office.desk().close_meeting(meeting, (), "张司法")
    with pytest.raises(Refused, match="已经散会"):
        decide(office.desk(), meeting, case.id, SOON)
    assert office.book.case(case.id).decisions == ()


def test_a_line_is_looked_at_once_however_often_the_key_is_pressed(office: Office) -> None:
    meeting, case = opened(office), office.walk()
    line = agenda(office).lines_of(case.id)[0].seen
    assert [look_at(office.desk(), meeting, line) for _ in range(2)] == [True, False]
    assert office.desk().meeting(meeting).seen == (line,)
    decide(office.desk(), meeting, case.id, SOON)
    assert office.desk().meeting(meeting).seen == (line,)
