"""The calendar file: read back as a calendar program reads it, the same entry under the same name every time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui import __version__
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventKind
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import PartyKind, Purpose
from mediation_tui.papers.calendar.entries import Calendar, calendar_of
from mediation_tui.papers.calendar.file import calendar_bytes, write_calendar
from mediation_tui.papers.fresh import FileNotWritten
from mediation_tui.rules.clocks import clocks_of
from mediation_tui.store.filters import EVERYTHING, CaseFilter
from tests.builders import PARTIES, PHONE, TODAY, Office, a_book, an_agreement, an_entry, from_outside, keep
from tests.papers.quarter import names
from tests.strategies import modest, periods, towns_of_walks

K = EventKind
DAY = timedelta(days=1)
SPRING = Period(TODAY, TODAY + 90 * DAY)
SECRET = "马占龙说要去县里。"

GOLDEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//mediation-tui//mediation-tui {version}//ZH
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:共和镇司法所
X-WR-TIMEZONE:Asia/Shanghai
BEGIN:VEVENT
SUMMARY:约定调解 · 上庄村 · （2026）共和民调字第1号
DTSTART;VALUE=DATE:20260305
DTEND;VALUE=DATE:20260306
DTSTAMP:20260302T010000Z
UID:{id}-session-1@mediation-tui
SEQUENCE:4
CLASS:CONFIDENTIAL
DESCRIPTION:邻里 · 调解中\\n当事人：马某 ↔ 单某\\n调解员：王生财
LAST-MODIFIED:{touched:%Y%m%dT%H%M%SZ}
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office.opened(tmp_path)
    yield office
    office.book.close()


def mediated(office: Office, next_on: date, **changes: Any) -> Case:
    """A case of 王生财's with a session arranged."""
    session = happened.SessionHeld(content="谈过一次。", next_on=next_on)
    hers = happened.MediatorsAssigned(mediators=("m1",))
    return office.walk(K.ACCEPTED, hers, session, entry=an_entry(**changes))


def made(office: Office, period: Period = SPRING, whose: CaseFilter = EVERYTHING, **said: Any) -> Calendar:
    return calendar_of(office.book, period, whose, office.clock.now(), **said)


def read(calendar: Calendar) -> list[dict[str, Any]]:
    """The file as a calendar program reads it: each entry's name, days and words."""
    back = icalendar.Calendar.from_ical(calendar_bytes(calendar))
    return [
        {
            name.lower(): event.decoded(name) if name in ("DTSTART", "DTEND") else str(event[name])
            for name in event
        }
        for event in back.walk("VEVENT")
    ]


def test_the_file_says_this_and_nothing_else(office: Office) -> None:
    case = mediated(office, TODAY + 3 * DAY)
    office.clock.instant = office.clock.instant.replace(hour=1, minute=0, second=0, microsecond=0)
    calendar = made(office, Period(TODAY, TODAY + 5 * DAY))
    said = calendar_bytes(calendar).decode().replace("\r\n ", "").replace("\r\n", "\n")
    assert said == GOLDEN.format(id=case.id, touched=case.touched_at, version=__version__)


def test_no_line_is_longer_than_a_calendar_program_reads(office: Office) -> None:
    mediated(office, TODAY + 3 * DAY)
    lines = calendar_bytes(made(office)).split(b"\r\n")
    assert max(map(len, lines)) <= 75


@modest
@given(towns_of_walks(most=3), periods(), st.sampled_from([EVERYTHING, CaseFilter(village="v1")]))
def test_every_clock_that_runs_in_the_period_is_in_the_file_exactly_once(
    walks: Any, period: Period, whose: CaseFilter
) -> None:
    with TemporaryDirectory() as folder:
        book = a_book(Path(folder))
        keep(book, walks)
        calendar = calendar_of(book, period, whose, walks[0].events[0].recorded_at)
        meant = [walk.case for walk in walks if whose.village in (None, walk.case.village)]
        running = Counter(
            (clock.due, case.number)
            for case in meant
            for clock in clocks_of(case, book.rules, book.calendar)
            if clock.due in period and clock.stopped_on is None
            if case.on_desk or clock.purpose is Purpose.VISIT
        )
        book.close()
    entries = read(calendar)
    found = Counter(
        (each["dtstart"], each["summary"].rpartition(" · ")[2])
        for each in entries
        if "-round-" in each["uid"]
    )
    assert found == running
    assert len({each["uid"] for each in entries}) == len(entries)
    assert all(each["dtend"] - each["dtstart"] == DAY for each in entries)


def test_a_session_put_off_is_the_same_entry_on_another_day(office: Office) -> None:
    case = mediated(office, TODAY + 3 * DAY)
    (before,) = (each for each in read(made(office)) if "session" in each["uid"])
    office.desk().undo(case.id)
    office.go_on(
        office.book.case(case.id), happened.SessionHeld(content="谈过一次。", next_on=TODAY + 6 * DAY)
    )
    (after,) = (each for each in read(made(office)) if "session" in each["uid"])
    assert before["uid"] == after["uid"]
    assert (before["dtstart"], after["dtstart"]) == (TODAY + 3 * DAY, TODAY + 6 * DAY)
    assert int(before["sequence"]) < int(after["sequence"])


def test_instalments_visits_and_decisions_are_there(office: Office) -> None:
    decision = happened.DecisionMade(text=SECRET, owner="张司法", due=TODAY + 7 * DAY)
    office.walk(K.ACCEPTED, K.SESSION_HELD, an_agreement(TODAY, TODAY + 9 * DAY), decision)
    found = {each["summary"].partition(" · ")[0] for each in read(made(office))}
    assert {"第1期履行", "落实研判意见", "司法确认申请期限"} <= found


def test_nobody_is_named_unless_it_is_asked_for(office: Office) -> None:
    decision = happened.DecisionMade(text=SECRET, owner="张司法", due=TODAY + 7 * DAY)
    office.walk(K.ACCEPTED, decision)
    masked, named = (str(read(made(office, named=wanted))) for wanted in (False, True))
    assert "马某 ↔ 单某" in masked
    assert not any(secret in masked for secret in (*names(), SECRET))
    assert all(said in named for said in ("马占龙 ↔ 单小山", SECRET))
    assert PHONE not in named


def test_a_unit_keeps_its_name_as_in_a_review(office: Office) -> None:
    unit = PARTIES[1].model_copy(update={"kind": PartyKind.ORGANISATION, "name": "北麓面馆"})
    office.walk(K.ACCEPTED, entry=an_entry(parties=(PARTIES[0], unit)))
    assert "马某 ↔ 北麓面馆" in str(read(made(office)))


def test_a_village_and_a_mediator_get_their_own(office: Office) -> None:
    hers = mediated(office, TODAY + 3 * DAY)
    office.walk(K.ACCEPTED, entry=an_entry(village="v2", grid="g3"))
    office.walk(K.ACCEPTED, entry=from_outside())
    for whose, name in (
        (CaseFilter(village="v2"), "共和镇司法所 · 村:下河村"),
        (CaseFilter(mediator="m1"), "共和镇司法所 · 调解员:王生财"),
        (CaseFilter(village=""), "共和镇司法所 · 村:镇级"),
    ):
        calendar = made(office, whose=whose)
        assert calendar.name == name
        meant = {case.number for case in office.book.cases(whose)}
        assert {each["summary"].rpartition(" · ")[2] for each in read(calendar)} == meant
    (session,) = (each for each in made(office).entries if "-session-" in each.uid)
    assert session.uid.startswith(hers.id)


def test_a_period_in_which_nothing_lies_is_a_calendar_all_the_same(office: Office, tmp_path: Path) -> None:
    write_calendar(tmp_path / "空.ics", made(office))
    back = icalendar.Calendar.from_ical((tmp_path / "空.ics").read_bytes())
    assert (str(back["X-WR-CALNAME"]), back.walk("VEVENT")) == ("共和镇司法所", [])


def test_a_file_that_is_there_is_not_replaced_unasked(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "周.ics"
    path.write_text("别人的")
    with pytest.raises(FileNotWritten):
        write_calendar(path, made(office))
    assert path.read_text() == "别人的"
    write_calendar(path, made(office), overwrite=True)
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
