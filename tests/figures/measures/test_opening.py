"""What is read of a case to measure it is enough, is read once, and is as good as the whole of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.measures import MEASURES, Scope, measures_of, read_caseload, read_measures
from mediation_tui.figures.measures.opened import Opened
from mediation_tui.figures.measures.particulars import particulars_of
from mediation_tui.figures.measures.reading import CaseloadReader
from mediation_tui.figures.records import Present
from mediation_tui.model.case import Case
from mediation_tui.model.period import Period
from mediation_tui.store.filters import EVERYTHING
from tests.builders import ID_NUMBER, PHONE, Office, Walk
from tests.figures.known import QUARTER, a_quarter
from tests.figures.measures.town import Walked
from tests.strategies import modest, periods, towns_of_walks
from tests.ui.figuresroom import an_office_with_a_past


@pytest.fixture(scope="module", params=[a_quarter, an_office_with_a_past])
def office(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office: Office = request.param(tmp_path_factory.mktemp("office"))
    with closing(office.book):
        yield office


class Whole(Present):
    """Records that read every case in full."""

    def cases(self, ids: CaseIds, kind: type[Case] | None = None) -> Iterator[Case]:
        return super().cases(ids)


def test_measures_of_cases_as_they_are_opened_are_those_of_whole_cases(office: Office) -> None:
    opened, whole = Present(office.book, office.clock), Whole(office.book, office.clock)
    for period in (QUARTER, Period.year(2025), Period.year(2026)):
        for scope in (Scope(), Scope("v1"), Scope("")):
            found, expected = read_measures(opened, period, scope), read_measures(whole, period, scope)
            for measure in MEASURES:
                one, other = found.figure(measure), expected.figure(measure)
                assert (one.value, one.cases, one.whole) == (other.value, other.cases, other.whole), measure


def test_a_case_as_it_is_opened_holds_what_is_counted_by(office: Office) -> None:
    book = office.book
    opened = {case.id: case for case in book.cases(EVERYTHING, Opened)}
    assert opened
    for case in book.cases(EVERYTHING):
        copies = [
            particulars_of(each, book.rules, book.calendar, {"m1": "甲"}) for each in (case, opened[case.id])
        ]
        for name in type(copies[0]).__dataclass_fields__:
            if name != "parties":
                assert getattr(copies[0], name) == getattr(copies[1], name), name
        assert copies[0].sides == copies[1].sides


def test_nothing_personal_is_shown_of_a_case_that_is_opened(office: Office) -> None:
    for case in office.book.cases(EVERYTHING, Opened):
        for shown in (repr(case.parties), str(case.parties)):
            assert PHONE not in shown
            assert ID_NUMBER not in shown
            assert "马占龙" not in shown


class Counting(Walked):
    """Some cases, with a note of how often each is opened and the facts are read."""

    opened: Counter[str]

    def cases(self, ids: CaseIds, kind: type[Case] | None = None) -> Iterator[Case]:
        self.opened.update(ids)
        return super().cases(ids)


def counting(walked: Walked) -> Counting:
    records = Counting(walked.walks, walked.known_on)
    object.__setattr__(records, "opened", Counter())
    return records


@modest
@given(towns_of_walks(), st.lists(periods(), min_size=1, max_size=4))
def test_periods_read_one_after_the_other_are_measured_as_each_alone(
    walks: tuple[Walk, ...], asked: list[Period]
) -> None:
    records = counting(Walked(walks, date(2100, 1, 1)))
    reader = CaseloadReader(records, MEASURES.values())
    for period in asked:
        (load,) = reader.read(period)
        alone = read_caseload(Walked(records.walks, records.known_on), period, MEASURES.values())
        assert measures_of(load) == measures_of(alone)
    assert set(records.opened.values()) <= {1}


def test_whoever_watches_hears_nothing_where_everything_has_been_opened(office: Office) -> None:
    told: list[tuple[int, int]] = []
    records = Present(office.book, office.clock)
    reader = CaseloadReader(records, MEASURES.values(), progress=lambda *so_far: told.append(so_far))
    reader.read(QUARTER)
    assert told
    told.clear()
    reader.read(QUARTER)
    assert told == []
