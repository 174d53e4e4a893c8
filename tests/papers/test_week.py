"""The week sheet: each day with what is due, the cases in hand, and room to write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from docx.oxml.ns import qn
from hypothesis import given

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.people import Person
from mediation_tui.model.period import Period
from mediation_tui.model.personal import Phone
from mediation_tui.model.vocabulary import Role
from mediation_tui.papers.paper import Paper
from mediation_tui.papers.week.gathering import village_weeks
from mediation_tui.papers.week.paper import week_paper
from mediation_tui.rules.planned import planned_of
from tests.builders import PEOPLE, TODAY, TOWN, Office, a_book, an_entry, from_outside, keep
from tests.papers.quarter import letter, rows, workbook
from tests.strategies import modest, towns_of_walks

K = EventKind
DAY = timedelta(days=1)
WEEK = Period.week_of(TODAY)
NUMBER = "13997112233"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office.opened(tmp_path)
    mediator = Person(id="m1", role=Role.MEDIATOR, name="王生财", village="v1", phone=Phone(NUMBER))
    office.desk().keep_roster(TOWN, (mediator, *PEOPLE[1:]))
    yield office
    office.book.close()


def mediated(office: Office, next_on: date, **changes: Any) -> None:
    session = happened.SessionHeld(content="谈过一次。", next_on=next_on)
    hers = happened.MediatorsAssigned(mediators=("m1",))
    office.walk(K.ACCEPTED, hers, session, entry=an_entry(**changes))


def week(office: Office, village: str | None = None, **said: Any) -> Paper:
    return week_paper(office.book, WEEK, office.clock.now(), office.clock.today(), village, **said)


def test_a_day_has_what_is_due_and_a_day_without_anything_its_line(office: Office, tmp_path: Path) -> None:
    mediated(office, TODAY + 3 * DAY)
    lines = rows(workbook(week(office, "v1"), tmp_path)["上庄村"])
    assert lines[0] == ["上庄村周工作表（2026-03-02 – 2026-03-08）"]
    assert ["3月3日 周二"] in [line[:1] for line in lines]
    (session,) = (line for line in lines if line[0] == "3月5日 周四")
    assert [part for part in session if part] == [
        "3月5日 周四",
        "约定调解",
        "（2026）共和民调字第1号",
        "马某 ↔ 单某",
        f"王生财 {NUMBER}",
    ]


def test_each_village_has_a_tab_and_a_page(office: Office, tmp_path: Path) -> None:
    mediated(office, TODAY + 3 * DAY)
    office.walk(entry=from_outside())
    places = ["上庄村", "下河村", "南坡社区", "共和镇（镇级）"]
    paper = week(office)
    assert workbook(paper, tmp_path).sheetnames == places
    document = letter(paper, tmp_path)
    titles = [line for line in document.paragraphs if line.text.partition("周工作表")[0] in places]
    assert len(titles) == len(document.tables) == len(places)
    breaks = [line._p.pPr.find(qn("w:pageBreakBefore")) is not None for line in titles]
    assert breaks == [False, True, True, True]
    page = document.sections[0]
    assert page.page_width > page.page_height


def test_the_report_of_the_week_and_those_still_owed_are_asked_for(office: Office) -> None:
    office.on(TODAY - 14 * DAY).report_zero("v1", Period.week_of(TODAY - 14 * DAY), "王生财")
    office.on(TODAY)
    said = {had.village: had for had in village_weeks(office.book, WEEK, TODAY)}
    assert [job.what for job in said["v1"].jobs] == ["报排查（至 03-08）：未到期"]
    assert [job.what for job in said["v1"].late] == ["报排查（至 03-01）：未报"]
    assert [job.on for job in said["v2"].late] == [TODAY - 8 * DAY, TODAY - DAY]


def test_what_was_to_be_done_before_comes_first(office: Office, tmp_path: Path) -> None:
    office.on(TODAY - 10 * DAY)
    mediated(office, TODAY - 4 * DAY)
    office.on(TODAY)
    lines = rows(workbook(week(office, "v1"), tmp_path)["上庄村"])
    first = next(index for index, line in enumerate(lines) if line[0] == "此前未办")
    assert lines[first][1] == "约定调解（02-26）"
    assert lines[first + 1][0] == "3月2日 周一"


def test_a_week_of_an_empty_town_is_a_sheet_to_write_on(tmp_path: Path) -> None:
    office = Office.opened(tmp_path, town=TOWN.model_copy(update={"villages": ()}))
    paper = week(office)
    office.book.close()
    assert paper.sheet.name == "共和镇（镇级）"
    assert ["在办案件", "0 件"] in [line[:2] for line in rows(workbook(paper, tmp_path)["共和镇（镇级）"])]


def test_parties_are_named_only_where_it_is_asked_for(office: Office) -> None:
    mediated(office, TODAY + 3 * DAY)
    assert "马占龙" not in str(week(office).values())
    assert "马占龙 ↔ 单小山" in str(week(office, named=True).values())


@modest
@given(towns_of_walks(most=3))
def test_every_case_in_hand_and_everything_of_the_week_is_on_its_villages_sheet_once(walks: Any) -> None:
    day = max(walk.today for walk in walks)
    around = Period.week_of(day)
    with TemporaryDirectory() as folder:
        book = a_book(Path(folder))
        keep(book, walks)
        found = village_weeks(book, around, day)
        ahead = [
            (walk.case.village, each.on, walk.case.number, each.label)
            for walk in walks
            for each in planned_of(walk.case, book.rules, book.calendar)
            if each.on in around
        ]
        book.close()
    jobs = [(had.village, job.on, job.case.number, job.what) for had in found for job in had.jobs if job.case]
    assert sorted(jobs, key=repr) == sorted(ahead, key=repr)
    in_hand = [(had.village, each.case.number) for had in found for each in had.in_hand]
    open_ = [(walk.case.village, walk.case.number) for walk in walks if walk.case.on_desk]
    assert sorted(in_hand, key=repr) == sorted(open_, key=repr)
