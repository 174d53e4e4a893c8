"""The Statement adds up, agrees with a recount from the bare events, and does no village wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.clock import SetClock
from mediation_tui.errors import InvalidEntry, UnbalancedStatement
from mediation_tui.figures.basis import Basis
from mediation_tui.figures.figure import CaseIds
from mediation_tui.figures.flow import Ending, Entry
from mediation_tui.figures.lines import By, lines_of
from mediation_tui.figures.population import DATES, Population, Trait, fact
from mediation_tui.figures.population import line as line_by
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.figures.statement import Beside, Reach, Reading, Statement, statement_of
from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind
from mediation_tui.model.facts import CaseFacts
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Category, Channel, Exit, FailureReason, Level, Performance, Source
from tests.builders import TOWN, Walk, a_book, an_agreement, an_entry, from_outside, keep
from tests.figures.recount import columns, read, recount, shares
from tests.strategies import LAST_DAY, modest, periods, towns_of_walks

K = EventKind
YEAR = Period.year(2026)
MARCH = Period.month(2026, 3)
TODAY = date(2027, 1, 4)
NOW = SetClock.on(TODAY).now()
COLUMNS = (*Entry, *Ending, *Beside)

Walks = tuple[Walk, ...]


def known(facts: Iterable[CaseFacts], period: Period, today: date) -> Population:
    return Population(facts, Basis(period, NOW, today, DATES))


def counted(walks: Walks, period: Period = YEAR, today: date = TODAY, by: By = By.VILLAGE) -> Statement:
    facts = [walk.facts() for walk in walks]
    return statement_of(known(facts, period, today), lines_of(TOWN, by), late_after=7, by=by)


def day(month: int, number: int) -> date:
    return date(2026, month, number)


@modest
@given(towns_of_walks(), periods(), st.sampled_from(By))
def test_what_came_in_is_what_went_out_and_what_is_still_here(walks: Walks, period: Period, by: By) -> None:
    statement = counted(walks, period, by=by)
    for line in (*statement.lines, statement.total):
        came = [line.cases(entry) for entry in Entry]
        went = [line.cases(ending) for ending in Ending]
        everything = {passed.facts.id for passed in line.passages}
        assert sum(map(len, came)) == sum(map(len, went)) == len(everything)
        assert frozenset().union(*came) == frozenset().union(*went) == everything


@modest
@given(towns_of_walks(), periods(), st.sampled_from(By))
def test_the_lines_sum_to_the_total_in_every_column(walks: Walks, period: Period, by: By) -> None:
    statement = counted(walks, period, by=by)
    for column in COLUMNS:
        cells = [line.cases(column) for line in statement.lines]
        assert sum(map(len, cells)) == len(statement.total.cases(column))
        assert frozenset().union(*cells) == statement.total.cases(column)
    places = [line.place for line in statement.lines]
    assert len(set(places)) == len(places)
    assert set(lines_of(TOWN, by)) <= set(places)


@modest
@given(towns_of_walks(), periods())
def test_what_one_period_leaves_open_is_what_the_next_one_begins_with(walks: Walks, period: Period) -> None:
    today = max(TODAY, period.later().last)
    here, there = counted(walks, period, today), counted(walks, period.later(), today)
    assert here.total.cases(Ending.OPEN) == there.total.cases(Entry.CARRIED)
    for line in here.lines:
        (next_line,) = [each for each in there.lines if each.place == line.place]
        assert line.cases(Ending.OPEN) == next_line.cases(Entry.CARRIED)


@modest
@given(towns_of_walks(), periods())
def test_a_share_is_part_of_its_whole_and_kept_part_of_agreed(walks: Walks, period: Period) -> None:
    for line in counted(walks, period).lines:
        for reach in Reach:
            agreed = line.share(reach, Reading.CONCLUDED)
            kept = line.share(reach, Reading.KEPT)
            resolved = line.share(reach, Reading.RESOLVED)
            assert kept.part <= agreed.part == resolved.part <= resolved.whole <= agreed.whole
            assert kept.whole == agreed.whole == line.share(reach, Reading.CONCLUDED).whole
        village, town = (line.share(reach, Reading.CONCLUDED) for reach in Reach)
        assert village.part <= town.part
        assert village.whole <= town.whole


@settings(max_examples=80, deadline=None)
@given(towns_of_walks(), periods(), st.sampled_from([0, 1, 40, 400]))
def test_a_recount_from_the_bare_events_agrees_in_every_cell(
    walks: Walks, period: Period, after: int
) -> None:
    today = max(period.first, date.fromordinal(LAST_DAY.toordinal() + after))
    exported = [[json.loads(event.model_dump_json()) for event in walk.events] for walk in walks]
    check_recount(counted(walks, period, today), exported, today)


def check_recount(statement: Statement, exported: list[list[dict[str, object]]], today: date) -> None:
    """Compare every cell and every share with the clerk's."""
    disputes, period = [read(events) for events in exported], statement.basis.period
    table = recount(disputes, period.first, period.last, today)
    for line in (*statement.lines, statement.total):
        cells = table[line.place[0] if line.place else None]
        for column in COLUMNS:
            assert set(line.cases(column)) == cells[column.value], (line.place, column)
    by_hand = shares(disputes, period.first, period.last, today)
    for reach in Reach:
        for reading in Reading:
            share = statement.total.share(reach, reading)
            assert (len(share.part), len(share.whole)) == by_hand[reach.value, reading.value], (
                reach,
                reading,
            )


@settings(max_examples=8, deadline=None)
@given(towns_of_walks(), periods())
def test_a_recount_of_a_whole_book_agrees_in_every_cell(walks: Walks, period: Period) -> None:
    with TemporaryDirectory() as folder, closing(a_book(Path(folder))) as book:
        keep(book, walks)
        statement = PeriodFigures(Present(book, SetClock.on(TODAY)), period).statement()
        exported = [
            [json.loads(event.model_dump_json()) for event in book.events(walk.case.id)] for walk in walks
        ]
    check_recount(statement, exported, TODAY)


def test_the_clerk_would_notice_a_wrong_cell() -> None:
    walk = lived(1, K.WITHDRAWN)
    exported = [json.loads(event.model_dump_json()) for event in walk.events]
    exported[-1]["happened_on"] = "2027-02-01"
    assert columns(read(exported), YEAR.first, YEAR.last, TODAY) == {
        "received",
        "open",
        "held_past_term",
        "past_term",
    }
    with pytest.raises(AssertionError):
        check_recount(counted((walk,)), [exported], TODAY)


def lived(
    serial: int, *acts: happened.EventData | EventKind, entry: happened.Registration | None = None
) -> Walk:
    """A dispute of early March, accepted, talked over, and then as told."""
    walk = Walk.begun(entry or an_entry(), day(3, 2), serial).act(K.ACCEPTED).act(K.SESSION_HELD)
    for act in acts:
        walk.act(act)
    return walk


TO_COURT = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True, exit=Exit.COURT)
LIFTED = happened.Lifted(to=Level.TOWN, reason="疑难")
BY_VILLAGE = an_agreement(day(3, 2), level_resolved=Level.VILLAGE)
BY_TOWN = an_agreement(day(3, 2), level_resolved=Level.TOWN)


@pytest.fixture(scope="module")
def zhaisha() -> Walks:
    """寨沙镇 2022 as it was published: 78 solved in the village, 37 in the town, 22 guided to court, 0 sent up."""
    lives = [(BY_VILLAGE,)] * 78 + [(LIFTED, BY_TOWN)] * 37 + [(TO_COURT,)] * 22
    return tuple(lived(serial, *acts) for serial, acts in enumerate(lives, start=1))


@pytest.mark.parametrize(
    ("reach", "reading", "printed"),
    [
        (Reach.VILLAGE, Reading.RESOLVED, "67.8 %（78/115）"),
        (Reach.VILLAGE, Reading.CONCLUDED, "56.9 %（78/137）"),
        (Reach.TOWN, Reading.RESOLVED, "100.0 %（115/115）"),
        (Reach.TOWN, Reading.CONCLUDED, "83.9 %（115/137）"),
        (Reach.TOWN, Reading.KEPT, "83.9 %（115/137）"),
    ],
)
def test_zhaisha_is_read_in_both_ways_and_guided_to_court_counts_in_the_denominator(
    zhaisha: Walks, reach: Reach, reading: Reading, printed: str
) -> None:
    assert str(counted(zhaisha).total.share(reach, reading)) == printed


def test_zhaisha_comes_out_of_a_book_as_it_went_in(zhaisha: Walks, tmp_path: Path) -> None:
    with closing(a_book(tmp_path)) as book:
        keep(book, zhaisha)
        total = PeriodFigures(Present(book, SetClock.on(TODAY)), YEAR).statement().total
    cells = {column: len(total.cases(column)) for column in COLUMNS if total.cases(column)}
    assert cells == {
        Entry.RECEIVED: 137,
        Ending.BY_VILLAGE: 78,
        Ending.BY_TOWN: 37,
        Ending.TO_COURT: 22,
        Beside.GUIDED_TO_COURT: 22,
    }
    assert str(total.share(Reach.VILLAGE, Reading.CONCLUDED)) == "56.9 %（78/137）"
    assert (len(total.resolved()), len(total.concluded())) == (115, 137)


def test_what_went_to_arbitration_was_not_guided_to_court() -> None:
    total = counted(
        (lived(1, TO_COURT), lived(2, TO_COURT.model_copy(update={"exit": Exit.ARBITRATION})))
    ).total
    assert len(total.cases(Ending.TO_COURT)) == 2
    assert len(total.cases(Beside.GUIDED_TO_COURT)) == 1


def test_a_village_that_lifts_in_time_is_not_blamed() -> None:
    lifted = lived(1, LIFTED).act(an_agreement(day(4, 1), level_resolved=Level.TOWN), day(4, 1))
    village = counted((lifted,)).lines[0]
    assert village.cases(Ending.BY_TOWN) == {lifted.case.id}
    assert not village.cases(Beside.HELD_PAST_TERM)
    assert village.concluded() == village.resolved()
    assert str(village.share(Reach.TOWN, Reading.CONCLUDED)) == "100.0 %（1/1）"


def test_a_village_that_sits_on_a_dispute_past_its_term_is_shown() -> None:
    sat_on = lived(1).act(an_agreement(day(4, 20), level_resolved=Level.VILLAGE), day(4, 20))
    still = lived(2)
    village = counted((sat_on, still)).lines[0]
    assert village.cases(Beside.HELD_PAST_TERM) == {sat_on.case.id, still.case.id}
    assert village.cases(Beside.PAST_TERM) == {still.case.id}


def test_what_did_not_hold_was_agreed_and_is_not_kept() -> None:
    relapsed = happened.VisitMade(
        channel=Channel.PHONE, whom="马", performance=Performance.DONE, relapsed=True
    )
    promised = an_agreement(day(3, 2), day(3, 20), level_resolved=Level.VILLAGE)
    walks = (lived(1, BY_VILLAGE), lived(2, BY_VILLAGE, relapsed), lived(3, promised))
    for today, kept in ((day(3, 20), "66.7 %（2/3）"), (day(3, 21), "33.3 %（1/3）")):
        total = counted(walks, today=today).total
        assert str(total.share(Reach.VILLAGE, Reading.CONCLUDED)) == "100.0 %（3/3）"
        assert str(total.share(Reach.VILLAGE, Reading.KEPT)) == kept


def test_withdrawn_and_void_disputes_stand_apart_from_every_share() -> None:
    void = Walk.begun(an_entry(), day(3, 2), 3).act(K.VOIDED)
    total = counted((lived(1, BY_VILLAGE), lived(2, K.WITHDRAWN), void)).total
    assert str(total.share(Reach.VILLAGE, Reading.CONCLUDED)) == "100.0 %（1/1）"
    assert len(total.cases(Ending.WITHDRAWN)) == len(total.cases(Ending.VOID)) == 1


def test_the_town_desks_own_disputes_stay_out_of_the_village_share_and_in_the_towns() -> None:
    own = lived(2, BY_TOWN, entry=an_entry(level_received=Level.TOWN))
    outside = lived(3, BY_TOWN, entry=from_outside())
    statement = counted((lived(1, BY_VILLAGE), own, outside))
    assert str(statement.total.share(Reach.VILLAGE, Reading.RESOLVED)) == "100.0 %（1/1）"
    assert str(statement.total.share(Reach.TOWN, Reading.RESOLVED)) == "100.0 %（3/3）"
    desk = statement.lines[-1]
    assert desk.place == ("", None)
    assert desk.resolved() == {own.case.id, outside.case.id}
    assert str(desk.share(Reach.VILLAGE, Reading.CONCLUDED)) == "—"


def test_nothing_happened_is_a_line_of_zeros_and_dashes() -> None:
    statement = counted(())
    assert [line.place for line in statement.lines] == list(lines_of(TOWN, By.VILLAGE))
    assert not any(line.cases(column) for line in statement.lines for column in COLUMNS)
    assert {
        line.share(reach, reading).percent
        for line in statement.lines
        for reach in Reach
        for reading in Reading
    } == {"—"}


def test_a_late_entry_stands_beside_the_figures_it_entered() -> None:
    in_time = Walk.begun(an_entry(), day(3, 2), 1, today=day(3, 9))
    late = Walk.begun(an_entry(), day(3, 2), 2, today=day(3, 10))
    assert counted((in_time, late), MARCH).total.cases(Beside.LATE) == {late.case.id}


def test_a_village_that_left_the_roster_keeps_its_line_before_the_town_desk() -> None:
    gone = lived(1, BY_VILLAGE).facts().model_copy(update={"village": "v9"})
    statement = statement_of(known([gone], YEAR, TODAY), lines_of(TOWN, By.VILLAGE), 7)
    assert [line.place for line in statement.lines][-2:] == [("v9", None), ("", None)]
    afterwards = statement_of(known([gone], Period.month(2026, 4), TODAY), lines_of(TOWN, By.VILLAGE), 7)
    assert [line.place for line in afterwards.lines] == list(lines_of(TOWN, By.VILLAGE))


def test_a_grid_that_left_the_roster_keeps_its_line_beside_its_village() -> None:
    gone = lived(1, BY_VILLAGE).facts().model_copy(update={"grid": "g9"})
    statement = statement_of(known([gone], YEAR, TODAY), lines_of(TOWN, By.GRID), 7, By.GRID)
    places = [line.place for line in statement.lines]
    assert places == [("v1", "g1"), ("v1", "g2"), ("v1", "g9"), ("v2", "g3"), ("v3", None), ("", None)]
    assert statement.lines[2].resolved() == {gone.id}


def test_a_period_that_has_not_begun_is_refused_and_one_that_is_not_over_is_looked_at_today() -> None:
    with pytest.raises(InvalidEntry, match="还没有开始"):
        counted((), MARCH, day(2, 28))
    still = lived(1)
    assert not counted((still,), Period.year(2026), day(4, 2)).total.cases(Beside.PAST_TERM)
    assert counted((still,), Period.year(2026), day(4, 3)).total.cases(Beside.PAST_TERM)


@pytest.mark.parametrize("lost", ["level_resolved", "outcome"])
def test_a_record_that_contradicts_itself_is_named_and_the_statement_refused(lost: str) -> None:
    spoilt = lived(1, BY_VILLAGE).facts().model_copy(update={lost: None})
    with pytest.raises(UnbalancedStatement, match="收结不平：1 件") as refused:
        statement_of(known([spoilt], YEAR, TODAY), lines_of(TOWN, By.VILLAGE), 7)
    assert refused.value.facts["cases"] == {spoilt.id}


class Careless(Population):
    """Somebody who sorts the disputes by one trait and lets one of them slip."""

    trait: Trait
    slip: Callable[[Mapping[Any, CaseIds]], Mapping[Any, CaseIds]]

    def by(self, trait: Trait) -> Mapping[Any, CaseIds]:
        found = super().by(trait)
        return self.slip(found) if trait is self.trait else found


@pytest.mark.parametrize(
    ("name", "trait", "by"),
    [
        ("各村", line_by(By.VILLAGE), By.VILLAGE),
        ("各类别", fact("category"), By.VILLAGE),
        ("各来源", fact("source", "entruster"), By.VILLAGE),
        ("各首接层级", fact("level_received"), By.VILLAGE),
        ("各行", line_by(By.CATEGORY), By.CATEGORY),
    ],
)
def test_a_dispute_that_is_lost_or_counted_twice_in_a_sum_is_named(name: str, trait: Trait, by: By) -> None:
    one, other = (
        lived(1, BY_VILLAGE),
        lived(2, TO_COURT, entry=from_outside(category=Category.LAND, source=Source.FOUND, applied_on=None)),
    )
    population = Careless([one.facts(), other.facts()], known((), YEAR, TODAY).basis)
    slipped, population.trait = frozenset({one.case.id}), trait
    for slip in (
        lambda found: {value: cases - slipped for value, cases in found.items()},
        lambda found: {value: cases | slipped for value, cases in found.items()},
    ):
        population.slip = slip
        with pytest.raises(UnbalancedStatement, match=f"^{name}相加与合计不符") as refused:
            statement_of(population, lines_of(TOWN, by), 7, by)
        assert refused.value.facts["cases"] == slipped


def test_a_case_that_is_read_twice_still_counts_once() -> None:
    facts = lived(1, BY_VILLAGE).facts()
    statement = statement_of(known([facts, facts], YEAR, TODAY), lines_of(TOWN, By.VILLAGE), 7)
    assert len(statement.total.cases(Entry.RECEIVED)) == 1
    assert str(statement.total.share(Reach.VILLAGE, Reading.CONCLUDED)) == "100.0 %（1/1）"


def test_the_order_cases_are_read_in_changes_nothing(zhaisha: Walks) -> None:
    one, other = counted(zhaisha), counted(zhaisha[::-1])
    for line, twin in zip(one.lines, other.lines, strict=True):
        assert replace(line, passages=()) == replace(twin, passages=())
        assert all(line.cases(column) == twin.cases(column) for column in COLUMNS)
