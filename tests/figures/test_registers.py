"""Rounds, missing reports and legal questions in the figures: beside what a clerk counts from the exported slips."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.clock import SetClock
from mediation_tui.figures.annual import annual_report
from mediation_tui.figures.figure import TIMES
from mediation_tui.figures.issued.drafting import Wanted, drafted_report
from mediation_tui.figures.issued.freezing import STATEMENT
from mediation_tui.figures.lines import By
from mediation_tui.figures.measures import read_measures
from mediation_tui.figures.measures.scope import TOWN_DESK, Scope
from mediation_tui.figures.notes import statement_notes
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import records_of
from mediation_tui.figures.registers import Registers
from mediation_tui.figures.tables.description import TableDescription
from mediation_tui.figures.telling import note_of
from mediation_tui.model.consultation import Consultation
from mediation_tui.model.period import Period
from mediation_tui.model.screening import RoundKind, Screening
from mediation_tui.model.vocabulary import Discovery
from mediation_tui.rules.registers import SCREENINGS
from mediation_tui.rules.screening import Answer, Due, Mark
from tests.builders import TODAY, Office, an_entry
from tests.engines import Shelf
from tests.figures.recount.registers import read_rounds, weeks_missing
from tests.figures.tables.clerk import compare, sheets_of, tables_of
from tests.registers import LAST_WEEK, a_question, a_round, a_zero, weeks

FEBRUARY = Period(weeks(4)[0].first, LAST_WEEK.last)
"""Four whole weeks."""


@pytest.fixture
def office(shelf: Shelf) -> Iterator[Office]:
    yield shelf.office()
    shelf.close()


def figures(office: Office, period: Period = FEBRUARY, as_of: Any = None) -> PeriodFigures:
    return PeriodFigures(records_of(office.book, SetClock.on(TODAY, hour=20), as_of), period)


def four_weeks(office: Office) -> None:
    """上庄村 reports every week, 下河村 twice, 南坡社区 never."""
    desk, (one, two, three, four) = office.desk(), weeks(4)
    desk.report_screening(a_zero(one))
    desk.report_screening(a_round(two), found=[an_entry(discovery=Discovery.SCREENING)])
    desk.report_screening(a_round(three, kind=RoundKind.CONCENTRATED))
    desk.report_screening(a_zero(four))
    desk.report_screening(a_zero(two, village="v2"))
    desk.report_screening(a_round(four, village="v2", handled=2, passed_up=1))


def test_before_anybody_reported_nothing_is_known_and_nothing_zero(office: Office) -> None:
    counted = figures(office)
    statement = counted.statement()
    assert statement.unreported(None) is None
    assert any("未报排查：—" in note for note in statement_notes(statement, office.book.town))
    said = str(annual_report(statement, counted.population, office.book.town).overall)
    assert "集中排查 — 次" in said
    assert "解答法律咨询 — 件" in said


def test_what_is_missing_is_counted_and_listed_by_place(office: Office) -> None:
    four_weeks(office)
    counted = figures(office)
    statement = counted.statement()
    assert [(line.place, statement.unreported(line.place)) for line in statement.lines][:3] == [
        (("v1", None), 0),
        (("v2", None), 2),
        (("v3", None), 4),
    ]
    assert statement.unreported(None) == 6
    assert statement.unreported(("", None)) is None
    assert counted.statement(By.CATEGORY).unreported(("neighbours", None)) is None
    notes = "\n".join(statement_notes(statement, office.book.town))
    assert f"未报排查：6 次——下河村（{weeks(4)[0]}、{weeks(4)[2]}）；南坡社区（4 次）。" in notes
    assert "报来排查 6 次，其中零报告 3 次。" in notes
    draft = drafted_report(office.book, SetClock.on(TODAY, hour=20), Wanted(STATEMENT), FEBRUARY)
    assert "\n".join(draft.notes) == notes
    report = annual_report(statement, counted.population, office.book.town)
    assert "各村未报排查 6 次" in str(report.unflattering)
    owed = report.unflattering.figures["unreported"]
    assert (note_of(owed), owed.unit) == ("未报排查：期内到期而没有报（也没有零报告）的排查。", TIMES)
    rounds = report.overall.figures["rounds"]
    assert note_of(rounds) == "集中排查：期内（按期间的最后一天）各村、各网格报来的集中排查。"
    assert "集中排查 1 次" in str(report.overall)


def test_questions_are_told_by_village_adviser_and_kind(office: Office) -> None:
    desk = office.desk()
    for adviser, village in (("o1", "v1"), ("o1", None), ("m1", "v1")):
        desk.record_consultation(a_question(LAST_WEEK.last, adviser=adviser, village=village))
    wrong = desk.record_consultation(a_question(LAST_WEEK.last))
    desk.withdraw_consultation(wrong.id, "记重了")
    counted = figures(office)
    notes = "\n".join(statement_notes(counted.statement(), office.book.town))
    assert (
        "解答法律咨询 3 件。按村：上庄村 2、镇外 1；按解答人：张司法 2、王生财 1；按类别：邻里 3。" in notes
    )
    overall = annual_report(counted.statement(), counted.population, office.book.town).overall
    assert "解答法律咨询 3 件" in str(overall)
    note = note_of(overall.figures["advice"])
    assert note == "解答法律咨询：期内登记的法律咨询，按问题计；转为案件的两边都计。"


def test_measures_count_rounds_reports_and_questions_of_a_place(office: Office) -> None:
    four_weeks(office)
    question = office.desk().record_consultation(a_question(LAST_WEEK.last))
    asked = office.desk().become_case(question.id, an_entry())
    records = records_of(office.book, SetClock.on(TODAY, hour=20))
    town, village = read_measures(records, FEBRUARY), read_measures(records, FEBRUARY, Scope("v2"))
    assert [town.figure(id_).text for id_ in ("screenings", "screening_reports")] == ["6", "50.0 %（6/12）"]
    assert [village.figure(id_).text for id_ in ("screenings", "screening_reports")] == ["2", "50.0 %（2/4）"]
    assert village.figure("screened_disputes").text == "3"
    assert [len(town.figure(id_).behind) for id_ in ("screenings", "screening_reports")] == [0, 0]
    assert [town.figure(id_).text for id_ in ("advice", "advice_to_cases")] == ["1", "1"]
    assert [len(town.figure(id_).behind) for id_ in ("advice", "advice_to_cases")] == [0, 1]
    assert town.figure("advice_to_cases").cases == {asked.id}
    assert village.figure("advice").text == "0"
    desk = read_measures(records, FEBRUARY, TOWN_DESK)
    assert [desk.figure(id_).text for id_ in ("screenings", "screening_reports")] == ["—", "—"]


def test_what_screening_found_is_registered_or_settled_at_once_or_passed_up(office: Office) -> None:
    desk, found = office.desk(), an_entry(discovery=Discovery.SCREENING)
    desk.report_screening(a_round(LAST_WEEK, handled=2, passed_up=1))
    told = desk.register(found, LAST_WEEK.last)
    desk.register(found, LAST_WEEK.first - timedelta(days=1))
    desk.register(an_entry(), LAST_WEEK.last)
    measures = read_measures(records_of(office.book, SetClock.on(TODAY, hour=20)), LAST_WEEK)
    screened, reports = map(measures.figure, ("screened_disputes", "screening_reports"))
    assert (screened.text, screened.cases) == ("4", {told.id})
    assert (reports.text, reports.whole) == ("33.3 %（1/3）", frozenset())


def test_as_known_at_an_instant_a_record_counts_as_its_steps_stood(office: Office) -> None:
    one, two = weeks(2)
    before = office.clock.now()
    office.desk().report_screening(a_zero(one))
    mistaken = office.desk().report_screening(a_zero(two))
    office.desk().record_consultation(a_question(two.last))
    then = office.clock.now()
    office.desk().withdraw_screening(mistaken.id, "报错了村")
    office.desk().record_consultation(a_question(two.last))
    known, now = figures(office, two, then).population.registers, figures(office, two).population.registers
    assert [len(each.rounds or ()) for each in (known, now)] == [1, 0]
    assert [len(each.missing or ()) for each in (known, now)] == [2, 3]
    assert [len(each.questions or ()) for each in (known, now)] == [1, 2]
    nothing = figures(office, two, before).population.registers
    assert (nothing.rounds, nothing.marks, nothing.questions) == (None, None, None)


@pytest.mark.parametrize(
    ("village", "grid", "rounds", "marks", "questions"),
    [
        (None, None, 4, 4, 3),
        ("v1", None, 3, 3, 1),
        ("v1", "g1", 1, 1, None),
        ("v1", "", 1, 1, 1),
        ("v2", None, 1, 1, 1),
        ("v3", None, 0, 0, 0),
        ("", None, None, None, 1),
    ],
)
def test_a_place_is_told_what_it_reported_and_a_village_what_its_grids_did(
    village: str | None, grid: str | None, rounds: int | None, marks: int | None, questions: int | None
) -> None:
    places = [("v1", "g1"), ("v1", "g2"), ("v1", None), ("v2", None)]
    told = Registers(
        tuple(Screening.model_construct(round=a_round(village=place, grid=part)) for place, part in places),
        tuple(Mark(spot, Due(LAST_WEEK.first, LAST_WEEK.last), Answer.ZERO, ()) for spot in places),
        tuple(Consultation.model_construct(question=a_question(village=of)) for of in ("v1", "v2", None)),
        {"o1": "张司法"},
    )
    at = told.at(village, grid)
    counted = [None if each is None else len(each) for each in (at.rounds, at.marks, at.questions)]
    assert counted == [rounds, marks, questions]
    assert at.names == told.names


def slips_of(office: Office, period: Period) -> list[dict[str, Any]]:
    """Every step of every round there is, as it is exported."""
    rounds = office.book.screenings(period)
    steps = [step for each in rounds for step in office.book.steps(SCREENINGS, each.id)]
    return [json.loads(step.model_dump_json()) for step in sorted(steps, key=lambda step: step.at)]


def test_the_clerks_tables_have_the_same_rounds(office: Office) -> None:
    four_weeks(office)
    told = office.desk().report_screening(a_zero(LAST_WEEK, village="v3"))
    office.desk().correct_screening(told.id, a_zero(LAST_WEEK.earlier(), village="v3"), "写错了周")
    records, year = records_of(office.book, SetClock.on(TODAY, hour=20)), Period.year(2026)
    for period in (FEBRUARY, Period.month(2026, 2)):
        events = [
            [json.loads(event.model_dump_json()) for event in office.book.events(facts.id)]
            for facts in records.facts()
        ]
        tables = tables_of(records, period)
        sheets = sheets_of(events, office.book.town, period, slips_of(office, year))
        for name in ("governance", "prevention"):
            compare(tables[name], sheets[name])


@st.composite
def reported(draw: st.DrawFn) -> list[tuple[str, int]]:
    """Which villages reported for which of eight weeks."""
    places = st.tuples(st.sampled_from(["v1", "v2", "v3"]), st.integers(0, 7))
    return draw(st.lists(places, unique=True, max_size=20))


@settings(max_examples=15, deadline=None)
@given(told=reported(), first=st.integers(0, 55), length=st.integers(0, 55))
def test_missing_reports_are_those_a_clerk_finds(
    shelf: Shelf, told: list[tuple[str, int]], first: int, length: int
) -> None:
    office, eight = shelf.office(), weeks(8)
    for village, week in told:
        office.desk().report_zero(village, eight[week], "王生财")
    start: date = eight[0].first + timedelta(days=first)
    period = Period(start, min(start + timedelta(days=length), TODAY - timedelta(days=1)))
    clerk = read_rounds(slips_of(office, Period(eight[0].first, TODAY)))
    counted = figures(office, period).statement()
    assert counted.unreported(None) == weeks_missing(clerk, ["v1", "v2", "v3"], period.first, period.last)
    shelf.close()


OWN = """
id = "own"
title = "排查和咨询"
lines = "villages"
unit = "次、件"

[[item]]
id = "concentrated"
heading = ["集中排查"]
among = "screened"
where = { round = "concentrated" }
count = "rounds"

[[item]]
id = "unreported"
heading = ["未报"]
among = "screened"
count = "unreported"

[[item]]
id = "neighbours"
heading = ["邻里咨询"]
among = "consulted"
where = { category = "neighbours" }
count = "questions"

[[item]]
id = "land"
heading = ["山林土地咨询"]
among = "consulted"
where = { category = "land" }
count = "questions"
"""


def test_an_offices_own_table_may_count_rounds_missing_reports_and_questions(office: Office) -> None:
    four_weeks(office)
    office.desk().record_consultation(a_question(LAST_WEEK.last))
    table = figures(office).table(TableDescription.model_validate(tomllib.loads(OWN)))
    assert [[figure.text for figure in line.figures] for line in table.lines] == [
        ["1", "0", "1", "0"],
        ["0", "2", "0", "0"],
        ["0", "4", "0", "0"],
        ["—", "—", "0", "0"],
        ["1", "6", "1", "0"],
    ]


def test_rounds_count_also_before_reports_were_asked_for(office: Office) -> None:
    four_weeks(office)
    rules = office.book.rules
    since = rules.screening.model_copy(update={"since": weeks(2)[0].first})
    office.desk().set_rules(rules.model_copy(update={"screening": since}))
    registers = figures(office).population.registers
    assert len(registers.rounds or ()) == 6
    assert [len(registers.at(village).missing or ()) for village in ("v1", "v2", "v3")] == [0, 1, 2]
