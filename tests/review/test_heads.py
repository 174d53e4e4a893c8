"""The numbers at the head: each opens its cases and says what it was at the last meeting."""

from __future__ import annotations

from datetime import date, timedelta

from mediation_tui.clock import SetClock
from mediation_tui.model.events import EventKind
from mediation_tui.model.period import Period
from mediation_tui.review.docket import read_docket
from mediation_tui.review.heads import HeadCode, Headline, heads_of
from tests.builders import TODAY, Office
from tests.registers import LAST_WEEK, WEEK, a_question, a_zero, attendance

NEXT_MONDAY = TODAY + timedelta(days=7)


def heads(office: Office, today: date = TODAY) -> dict[HeadCode, Headline]:
    docket = read_docket(office.book, SetClock.on(today), Period.week_of(today))
    return {head.code: head for head in heads_of(docket)}


def test_every_number_opens_its_cases_and_says_how_it_is_made(office: Office) -> None:
    new, gone = office.walk(), office.walk(EventKind.ACCEPTED, EventKind.WITHDRAWN)
    found = heads(office)
    assert found[HeadCode.NEW].figure.cases == {new.id, gone.id}
    assert found[HeadCode.CONCLUDED].figure.cases == {gone.id}
    assert found[HeadCode.OPEN].value == 2
    assert all(str(head.figure.formula) for head in found.values())


def test_what_nobody_keeps_is_not_known_and_not_zero(office: Office) -> None:
    found = heads(office)
    assert [found[code].figure.text for code in (HeadCode.MISSING, HeadCode.ADVICE)] == ["—", "—"]
    office.desk().report_screening(a_zero(LAST_WEEK))
    office.desk().record_consultation(a_question())
    found = heads(office)
    assert [found[code].value for code in (HeadCode.MISSING, HeadCode.ADVICE)] == [2, 1]


def test_the_change_is_against_what_was_signed_last_time(office: Office) -> None:
    office.walk()
    desk = office.desk()
    assert heads(office)[HeadCode.OPEN].change_text == "—"
    meeting = desk.open_meeting(WEEK, attendance())
    desk.close_meeting(meeting.id, [head.signed for head in heads(office).values()], "张司法")
    assert heads(office)[HeadCode.OPEN].change is None
    office.on(NEXT_MONDAY)
    assert heads(office, NEXT_MONDAY)[HeadCode.OPEN].change_text == "0"
    assert heads(office, NEXT_MONDAY)[HeadCode.NEW].change_text == "-1"
    office.walk()
    assert heads(office, NEXT_MONDAY)[HeadCode.OPEN].change_text == "+1"
    assert heads(office, NEXT_MONDAY)[HeadCode.MISSING].change_text == "—"
