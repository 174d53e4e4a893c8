"""Every open case of every village stands in the agenda exactly where its limits and its state put it."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.clock import SetClock
from mediation_tui.model.case import Case
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Purpose
from mediation_tui.review.agenda import agenda_of
from mediation_tui.review.docket import read_docket
from mediation_tui.review.heads import HeadCode, heads_of
from mediation_tui.review.sections import Line, SectionCode
from mediation_tui.rules.clocks import clocks_of
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.rules.workdays import WorkingDays
from mediation_tui.store.book import Book
from mediation_tui.store.filters import OPEN, CaseFilter, DateBasis
from tests.builders import Walk, a_book, keep
from tests.strategies import WIDE_TOWN, books_of_walks

WEEK = timedelta(days=7)
PAST = {
    Purpose.MEDIATION,
    Purpose.RESPONSE,
    Purpose.PERFORMANCE,
    Purpose.FEEDBACK,
    Purpose.VISIT,
    Purpose.COURT,
}
"""What is overdue once past; the window for the court only shuts."""


def expected(case: Case, today: date) -> set[SectionCode]:
    """The sections about limits and states, told from the case alone."""
    if case.void_on or case.archived_on:
        return set()
    running = [
        (clock.purpose, clock.due)
        for clock in clocks_of(case, shipped_rules(), WorkingDays.shipped())
        if not clock.stopped_on and (case.on_desk or clock.purpose is Purpose.VISIT)
    ]
    found = set()
    if case.on_desk:
        found.add(SectionCode.CONCLUDED if case.concluded_on else SectionCode.UNRESOLVED)
    if any(purpose is Purpose.SILENCE and due < today for purpose, due in running):
        found.add(SectionCode.SILENT)
    if any(purpose in PAST and due < today for purpose, due in running):
        found.add(SectionCode.OVERDUE)
    if any(
        purpose in {*PAST, Purpose.CONFIRMATION} and today <= due <= today + WEEK for purpose, due in running
    ):
        found.add(SectionCode.DUE)
    return found


def days_about(walks: tuple[Walk, ...]) -> st.SearchStrategy[list[date]]:
    """Some days on which everything has happened already, mostly when a limit just ends or just comes within a week."""
    last = max(walk.today for walk in walks)
    ends = {
        clock.due + timedelta(days=n)
        for walk in walks
        for clock in clocks_of(walk.case, shipped_rules(), WorkingDays.shipped())
        for n in (-8, -7, 0, 1)
    }
    telling = sorted(day for day in ends if last <= day <= last + timedelta(days=100))
    return st.lists(st.sampled_from([*telling, last]), min_size=1, max_size=12, unique=True)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_every_open_case_stands_exactly_where_its_limits_and_its_state_put_it(data: st.DataObject) -> None:
    walks = data.draw(books_of_walks())
    with TemporaryDirectory() as folder, closing(a_book(Path(folder), WIDE_TOWN)) as book:
        keep(book, walks)
        for today in data.draw(days_about(walks)):
            docket = read_docket(book, SetClock.on(today), Period.week_of(today))
            check_lines(agenda_of(docket).lines)
            check_placed(walks, agenda_of(docket).lines, today)
            counted = {head.code: set(head.figure.cases) for head in heads_of(docket)}
            check_heads(book, counted, today)


def check_lines(lines: tuple[Line, ...]) -> None:
    """Nothing stands twice in one section, and nothing without a reason."""
    times = Counter((line.section, line.case, line.place) for line in lines)
    assert set(times.values()) <= {1}
    assert all(line.why for line in lines)


LOOKED = (
    SectionCode.UNRESOLVED,
    SectionCode.CONCLUDED,
    SectionCode.SILENT,
    SectionCode.OVERDUE,
    SectionCode.DUE,
)


def check_placed(walks: tuple[Walk, ...], lines: tuple[Line, ...], today: date) -> None:
    for walk in walks:
        case = walk.case
        here = [line for line in lines if line.case == case.id]
        assert {line.section for line in here if line.section in LOOKED} == expected(case, today)
        assert {(line.village, line.number) for line in here} <= {(case.village or "", case.number)}


def check_heads(book: Book, counted: dict[HeadCode, set[str]], today: date) -> None:
    """The numbers at the head are those every other screen shows."""
    week = Period.week_of(today)
    silent = today - timedelta(days=book.rules.silent_after_days + 1)
    for code, chosen in (
        (HeadCode.OPEN, OPEN),
        (HeadCode.OVERDUE, CaseFilter(overdue_on=today)),
        (HeadCode.SILENT, CaseFilter(silent_since=silent)),
        (HeadCode.VISITS, CaseFilter(visit_by=today)),
        (HeadCode.CONCLUDED, CaseFilter(basis=DateBasis.CONCLUDED, period=week)),
    ):
        assert counted[code] == {facts.id for facts in book.facts(chosen)}, code
