"""The measures of a book: what they are called, how they say they are made, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from mediation_tui.errors import InvalidEntry, UnbalancedStatement
from mediation_tui.figures.figure import UNKNOWN, CaseIds
from mediation_tui.figures.measures import (
    GROUPS,
    MEASURES,
    TOWN_DESK,
    WHOLE_TOWN,
    Scope,
    measures_of,
    read_measures,
)
from mediation_tui.figures.measures.comparing import compared, history
from mediation_tui.figures.measures.measure import Measure
from mediation_tui.figures.measures.opened import Opened
from mediation_tui.figures.measures.reading import read_caseload
from mediation_tui.figures.phrase import Phrase
from mediation_tui.figures.records import Present
from mediation_tui.model.case import Case
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.period import Period
from tests.builders import Office, an_agreement
from tests.figures.known import DAY, QUARTER, a_quarter
from tests.figures.measures.town import MARCH, Walked, day, taken


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = a_quarter(tmp_path_factory.mktemp("quarter"))
    with closing(office.book):
        yield office


@pytest.fixture
def records(office: Office) -> Present:
    return Present(office.book, office.clock)


QUARTERS = {
    "opening": "1",
    "received": "9",
    "reopened": "0",
    "concluded": "7",
    "void": "1",
    "closing": "2",
    "clearance": "87.5 %（7/8）",
    "days_to_conclusion": "0",
    "on_time": "100.0 %（6/6）",
    "open_not_accepted": "1",
    "open_longer": "1",
    "backlog": "50.0 %（1/2）",
    "settlement": "83.3 %（5/6）",
    "official_success": "83.3 %（5/6）",
    "oral": "0.0 %（0/5）",
    "complete_files": "—",
    "performance": "—",
    "visits": "0.0 %（0/5）",
    "confirmed": "0.0 %（0/5）",
    "escape": "—",
    "escape_unknown": "7",
    "escaped_early": "1",
    "recurrence": "0.0 %（0/8）",
    "opened_at_0": "8",
    "risk_raised": "0",
    "suicide_people": "0",
    "screenings": "—",
    "advice": "—",
}


@pytest.mark.parametrize(("measure", "printed"), QUARTERS.items())
def test_a_quarter_comes_out_of_a_book_as_counted_on_the_fingers(
    records: Present, measure: str, printed: str
) -> None:
    assert read_measures(records, QUARTER).figure(measure).text == printed


def test_a_village_and_the_town_desk_are_measured_by_themselves(records: Present) -> None:
    assert read_measures(records, QUARTER, Scope("v2")).figure("clearance").text == "100.0 %（2/2）"
    assert read_measures(records, QUARTER, TOWN_DESK).figure("clearance").text == "100.0 %（1/1）"
    assert read_measures(records, QUARTER, Scope("v1", "g2")).figure("received").text == "1"
    load = read_caseload(records, QUARTER, MEASURES.values())
    assert measures_of(load.at(Scope("v3"))).figure("closing").text == "1"


def test_a_dispute_is_watched_for_as_long_as_is_asked(records: Present) -> None:
    watched = [read_measures(records, QUARTER, follow_up=days).figure("escape").text for days in (48, 49)]
    assert watched == ["14.3 %（1/7）", "—"]


def test_what_has_no_grid_is_a_place_of_its_own() -> None:
    here, nowhere = (taken(day(3, 2), grid=grid).facts() for grid in ("g1", None))
    for grid, covered in ((None, [True, True]), ("g1", [True, False]), ("", [False, True])):
        assert [Scope("v1", grid).covers(facts) for facts in (here, nowhere)] == covered


def test_whoever_watches_is_told_how_many_cases_have_been_opened(records: Present) -> None:
    told: list[tuple[int, int]] = []
    read_measures(records, QUARTER, progress=lambda done, total: told.append((done, total)))
    done, total = zip(*told, strict=True)
    assert list(done) == list(range(total[0] + 1))
    assert set(total) == {done[-1]}
    for beside in (compared, history):
        told.clear()
        beside(
            records,
            Period.month(2026, 6),
            "performance",
            progress=lambda done, total: told.append((done, total)),
        )
        assert told, "whoever compares is told too"


def test_what_was_concluded_and_what_was_received_are_different_cases(records: Present) -> None:
    measures = read_measures(records, QUARTER)
    concluded, received, clearance = map(measures.figure, ("concluded", "received", "clearance"))
    assert clearance.cases == concluded.cases
    assert clearance.whole
    assert clearance.whole < received.cases, "void ones are never counted out of"


def test_a_measure_that_needs_no_case_opened_opens_none() -> None:
    class Closed(Walked):
        def cases(self, ids: frozenset[str]) -> Iterator[object]:  # type: ignore[override]
            raise AssertionError(ids)

    walks = (taken(day(3, 2)).act(an_agreement(day(3, 4)), day(3, 4)),)
    wanted = [
        MEASURES[each] for each in ("clearance", "on_time", "days_to_conclusion", "settlement", "escape")
    ]
    load = read_caseload(Closed(walks), MARCH, wanted)
    assert [measure.figure(load).text for measure in wanted][:3] == ["100.0 %（1/1）", "100.0 %（1/1）", "2"]


def test_cases_are_opened_no_further_than_measures_read_them() -> None:
    asked: list[type[Case] | None] = []

    class Watched(Walked):
        def cases(self, ids: CaseIds, kind: type[Case] | None = None) -> Iterator[Case]:
            asked.append(kind)
            return super().cases(ids, kind)

    read_measures(Watched((taken(day(3, 2)).act(an_agreement(day(3, 4)), day(3, 4)),)), MARCH)
    assert asked == [Opened]


def every_measure() -> Iterator[Measure]:
    return (measure for group in GROUPS for measure in group.measures)


def test_every_measure_has_a_name_of_its_own_a_formula_and_its_dates(records: Present) -> None:
    measures = read_measures(records, QUARTER)
    figures = [figure for group in measures.groups for figure in group.figures]
    assert len({str(figure.name) for figure in figures}) == len(figures) == len(MEASURES)
    for measure, figure in zip(every_measure(), figures, strict=True):
        told = figure.formula.source, figure.basis.dates, figure.unit
        assert told == (measure.formula.source, measure.dates, measure.unit), measure.id
    assert not any("{" in str(said) for figure in figures for said in (figure.name, figure.formula))
    assert (measures.basis.period, measures.basis.known_on, measures.scope) == (QUARTER, DAY, WHOLE_TOWN)
    assert str(measures.basis.dates) == "各项指标分别写明按什么日期"
    assert measures.basis.as_of < records.as_of < measures.basis.as_of + timedelta(seconds=1)
    assert [(group.name, group.guard) for group in measures.groups] == [
        (group.name, group.guard) for group in GROUPS
    ]
    assert {type(measure.dates) for measure in every_measure()} == {Phrase}
    assert all(str(group.guard) for group in measures.groups)
    assert {figure.basis.known_on for figure in figures} == {DAY}


def test_every_share_says_what_is_divided_by_what(records: Present) -> None:
    for group in read_measures(records, QUARTER).groups:
        for figure in group.figures:
            if figure.whole is not None:
                assert str(figure.formula).count(" ÷ ") == 1, figure.name


def test_what_nobody_writes_down_is_unknown_and_never_none(records: Present) -> None:
    measures = read_measures(records, QUARTER)
    for measure in ("screenings", "screened_disputes", "screening_reports", "advice", "advice_to_cases"):
        figure = measures.figure(measure)
        assert (figure.value, figure.text, figure.behind) == (None, UNKNOWN, frozenset())


def test_a_period_that_has_not_begun_is_refused(records: Present) -> None:
    with pytest.raises(InvalidEntry, match="还没有开始"):
        read_measures(records, Period.year(2027))


def test_a_record_that_contradicts_itself_is_named() -> None:
    class Spoilt(Walked):
        def facts(self, period: Period | None = None) -> Iterator[CaseFacts]:
            return (facts.model_copy(update={"level_resolved": None}) for facts in super().facts(period))

    walk = taken(day(3, 2)).act(an_agreement(day(3, 4)), day(3, 4))
    with pytest.raises(UnbalancedStatement, match="收结不平：1 件") as refused:
        read_measures(Spoilt((walk,)), MARCH)
    assert refused.value.facts["cases"] == {walk.case.id}


def test_nothing_happened_is_zeros_and_dashes(tmp_path: Path) -> None:
    for group in read_measures(Walked(()), MARCH).groups:
        for figure in group.figures:
            assert figure.text in {"0", UNKNOWN}
