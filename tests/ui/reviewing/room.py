"""The busy office once it meets every week, and the hands of the one who writes."""

from __future__ import annotations

from datetime import date

from mediation_tui.clock import SetClock
from mediation_tui.model.case import Case
from mediation_tui.model.events import DecisionMade
from mediation_tui.model.meeting import HeadNumber, Meeting
from mediation_tui.model.period import Period
from mediation_tui.review.deciding import decide
from mediation_tui.review.docket import read_docket
from mediation_tui.review.heads import heads_of
from mediation_tui.store.filters import CaseFilter, Order
from mediation_tui.ui.screens.review import ReviewScreen
from mediation_tui.ui.widgets.form import Form
from tests.builders import Office
from tests.registers import attendance
from tests.ui.rooms import DAY, Someone

FRIDAY = date(2026, 6, 26)
"""The day of last week's meeting."""
THIS_WEEK = Period.week_of(DAY)
OPEN = ("5", "ctrl+o", "ctrl+s")
"""The keys that open a meeting as it is proposed."""


def let_meet(office: Office) -> None:
    """Last Friday's meeting decided on two cases, and its numbers were signed."""
    present = office.clock.instant
    desk = office.on(FRIDAY)
    meeting = desk.open_meeting(Period.week_of(FRIDAY), attendance(("王生财", "马村长")), FRIDAY, "会议室")
    for serial, text in ((2, "上门核对分期。"), (5, "会同派出所走访华青。")):
        decision = DecisionMade(text=text, owner="王生财", due=DAY)
        decide(desk, meeting.id, numbered(office, serial).id, decision)
    signed = heads_of(read_docket(office.book, SetClock.on(DAY), THIS_WEEK))
    numbers = [HeadNumber(**dict(head.signed) | {"value": (head.value or 0) + 1}) for head in signed]
    desk.close_meeting(meeting.id, numbers, "张司法")
    office.clock.instant = present


def numbered(office: Office, serial: int) -> Case:
    """The case of a number of the office's own row."""
    found = office.book.page(CaseFilter(), Order.NUMBER, 0, 50)
    (facts,) = (each for each in found if each.number == f"（2026）共和民调字第{serial}号")
    return office.book.case(facts.id)


def goes_on(office: Office) -> Meeting:
    """The meeting about this week, as the book has it."""
    (head,) = (each for each in office.book.meetings_of(THIS_WEEK) if each.open)
    return office.desk().meeting(head.id)


def last(office: Office) -> Meeting:
    """The newest meeting, as the book has it."""
    return office.desk().meeting(office.book.meetings(0, 1)[0].id)


def room(person: Someone) -> ReviewScreen:
    assert isinstance(person.app.screen, ReviewScreen)
    return person.app.screen


async def go_to(person: Someone, section: str) -> str:
    """Walk to the first line of a section."""
    said = await person.press("home")
    for _step in range(30):
        line = room(person).line
        if line and line.section.source == section:
            return said
        said = await person.press("ctrl+down")
    raise AssertionError(f"no section {section}")


async def fill(person: Someone, **answers: object) -> None:
    form = person.app.screen.query_one(Form)
    for name, answer in answers.items():
        form.fill(name, answer)
        await person.pilot.pause()
