from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from mediation_tui.clock import SetClock, local_date
from mediation_tui.demo import write_demo
from mediation_tui.demo.plots import GUARANTEED_FROM, guaranteed
from mediation_tui.demo.traits import Trait
from mediation_tui.errors import BookError
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.model.course import Agreement
from mediation_tui.model.events import Event, EventKind
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import (
    ON_DESK,
    UNRESOLVED,
    AgreementForm,
    Averted,
    Category,
    Difficulty,
    Entruster,
    Exit,
    Level,
    MediationKind,
    Outcome,
    Risk,
    Source,
    State,
)
from mediation_tui.rules.facts import CaseFacts
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING, CaseFilter

TODAY = date(2026, 6, 30)
SEEDS = st.integers(0, 10_000)
UNSHRUNK = (Phase.explicit, Phase.generate)
"""No seed is simpler than another."""


@contextmanager
def a_town(cases: int, seed: int = 1, today: date = TODAY) -> Iterator[EmbeddedBook]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "town.book"
        write_demo(path, cases=cases, seed=seed, today=today)
        with closing(EmbeddedBook(path)) as book:
            yield book


def facts_in(book: EmbeddedBook) -> list[CaseFacts]:
    return list(book.facts(EVERYTHING))


def events_in(book: EmbeddedBook) -> list[Event]:
    found = (event for facts in book.facts(EVERYTHING) for event in book.events(facts.id))
    return sorted(found, key=lambda event: event.sequence)


def agreements_in(book: EmbeddedBook) -> list[Agreement]:
    cases = (book.case(facts.id) for facts in book.facts(EVERYTHING))
    return [case.agreement for case in cases if case.agreement]


@pytest.fixture(scope="module")
def town() -> Iterator[EmbeddedBook]:
    with a_town(200, seed=11) as book:
        yield book


@pytest.fixture(scope="module")
def events(town: EmbeddedBook) -> list[Event]:
    return events_in(town)


@given(seed=SEEDS, cases=st.integers(GUARANTEED_FROM, GUARANTEED_FROM + 10))
@settings(max_examples=4, phases=UNSHRUNK, deadline=None)
def test_every_state_category_exit_and_act_is_there(seed: int, cases: int) -> None:
    with a_town(cases, seed) as book:
        facts = facts_in(book)
        assert len(facts) == cases
        assert {each.state for each in facts} == set(State)
        assert {each.category for each in facts} == set(Category)
        assert {each.exit for each in facts} >= set(Exit)
        assert {each.outcome for each in facts} >= set(Outcome)
        assert {each.source for each in facts} == set(Source)
        assert {each.entruster for each in facts} >= set(Entruster)
        assert {each.mediation_kind for each in facts} == set(MediationKind)
        assert {each.level_received for each in facts} == set(Level)
        assert {each.level_resolved for each in facts} >= set(Level)
        assert {each.agreement_form for each in facts} >= set(AgreementForm)
        assert {each.difficulty for each in facts} >= set(Difficulty)
        assert {event.kind for event in events_in(book)} == set(EventKind)
        assert list(book.check()) == []


@given(seed=SEEDS)
@settings(max_examples=3, phases=UNSHRUNK, deadline=None)
def test_special_lives_are_there(seed: int) -> None:
    with a_town(GUARANTEED_FROM, seed) as book:
        facts = facts_in(book)
        cases = [book.case(each.id) for each in facts]
        agreements = agreements_in(book)
        late_after = book.rules.late_after_days
        assert any(each.registration_lag > late_after for each in facts)
        assert any(each.longest_lag > late_after >= each.registration_lag for each in facts)
        assert any(each.sessions >= 3 for each in facts)
        assert any(session.absent for case in cases for session in case.sessions)
        assert any(handover.feedback_on for case in cases for handover in case.handovers)
        assert any(h.feedback_due and not h.feedback_on for case in cases for h in case.handovers)
        assert any(visit.bad_news for case in cases for visit in case.visits)
        assert any(visit.satisfied for case in cases for visit in case.visits)
        assert any(case.gaps for case in cases)
        assert any(case.merged_into for case in cases)
        assert any(party.minor for case in cases for party in case.parties)
        assert any(party.agent for case in cases for party in case.parties)
        assert any(each.village is None and each.level_received is Level.TOWN for each in facts)
        assert any(a.confirmation and a.confirmation.result for a in agreements)
        assert any(len([o for o in a.obligations if o.amount]) > 1 for a in agreements)
        assert any(o.done_on == a.on for a in agreements for o in a.obligations)
        assert {p.averted for case in cases for p in case.preventions} <= set(Averted)
        assert {decision.done for case in cases for decision in case.decisions} == {True, None}


def test_the_guaranteed_cases_fit_and_name_every_trait() -> None:
    assert len(guaranteed()) <= GUARANTEED_FROM
    assert {trait for plot in guaranteed() for trait in plot.traits} == set(Trait)


@given(seed=SEEDS)
@settings(max_examples=2, phases=UNSHRUNK, deadline=None)
def test_the_same_seed_and_day_make_the_same_events(seed: int) -> None:
    with a_town(40, seed) as one, a_town(40, seed) as same, a_town(40, seed + 1) as other:
        assert [event.hash for event in events_in(one)] == [event.hash for event in events_in(same)]
        assert one.origin == same.origin
        assert one.people == same.people
        assert one.town == same.town
        assert one.origin != other.origin
        assert one.people != other.people


@given(today=st.dates(date(2024, 1, 1), date(2027, 12, 31)), cases=st.integers(0, 6))
@settings(max_examples=8, phases=UNSHRUNK, deadline=None)
def test_a_small_town_can_be_made_on_any_day(today: date, cases: int) -> None:
    with a_town(cases, today=today) as book:
        assert book.count(EVERYTHING) == cases
        assert list(book.check()) == []
        assert all(local_date(event.recorded_at) < today for event in events_in(book))


def test_nothing_happens_after_it_is_written_or_on_the_day_itself(events: list[Event]) -> None:
    for event in events:
        assert event.happened_on <= local_date(event.recorded_at) < TODAY


def test_the_chain_was_written_in_the_order_of_time(events: list[Event]) -> None:
    assert all(one.recorded_at < next_one.recorded_at for one, next_one in pairwise(events))


def test_case_numbers_follow_the_days_they_were_written_on(town: EmbeddedBook, events: list[Event]) -> None:
    registered = [e.case_id for e in events if e.kind is EventKind.REGISTERED]
    serials = {facts.id: (facts.year, facts.serial) for facts in facts_in(town)}
    assert [serials[case] for case in registered] == sorted(serials.values())


def test_most_events_are_written_within_days(town: EmbeddedBook, events: list[Event]) -> None:
    lags = [(local_date(event.recorded_at) - event.happened_on).days for event in events]
    assert sum(lag <= 1 for lag in lags) > 0.8 * len(lags)
    assert 0 < sum(lag > town.rules.late_after_days for lag in lags) < 0.05 * len(lags)


def test_events_are_written_by_people_on_the_roster(town: EmbeddedBook, events: list[Event]) -> None:
    assert {event.actor for event in events} <= {person.id for person in town.people}


def test_the_office_has_its_hands_full_today(town: EmbeddedBook) -> None:
    today = {
        "overdue": CaseFilter(overdue_on=TODAY),
        "due soon": CaseFilter(due_by=TODAY + timedelta(7)),
        "silent": CaseFilter(silent_since=TODAY - timedelta(town.rules.silent_after_days + 1)),
        "to visit": CaseFilter(visit_by=TODAY),
        "lifted": CaseFilter(states=UNRESOLVED, levels=frozenset({Level.TOWN})),
        "risky": CaseFilter(states=ON_DESK, risk_from=Risk.ELEVATED),
    }
    assert all(town.count(chosen) for chosen in today.values()), today


def test_most_disputes_stay_in_their_village(town: EmbeddedBook) -> None:
    concluded = [facts for facts in facts_in(town) if facts.concluded_on and not facts.void_on]
    levels = Counter(facts.level_resolved for facts in concluded)
    assert 0.55 < (levels[Level.GRID] + levels[Level.VILLAGE]) / len(concluded) < 0.9
    assert 0 < levels[Level.TOWN] / len(concluded) < 0.3


def test_villages_differ(town: EmbeddedBook) -> None:
    counts = Counter(facts.village for facts in facts_in(town))
    assert max(counts.values()) > 3 * len(facts_in(town)) / len(town.town.villages)
    assert any(village.id not in counts for village in town.town.villages)


@given(first=st.dates(date(2024, 6, 1), TODAY), days=st.integers(0, 400))
@settings(max_examples=10, deadline=None)
def test_a_statement_adds_up_for_any_period(town: EmbeddedBook, first: date, days: int) -> None:
    records = Present(town, SetClock.on(TODAY))
    statement = PeriodFigures(records, Period(first, first + timedelta(days))).statement()
    assert not statement.total.imbalance()


def test_what_exists_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "kept.book"
    path.write_text("mine")
    with pytest.raises(BookError):
        write_demo(path, cases=1, today=TODAY)
    assert path.read_text() == "mine"


def test_a_town_that_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    def give_up(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_demo(tmp_path / "town.book", cases=5, today=TODAY, progress=give_up)
    assert list(tmp_path.iterdir()) == []


def test_progress_ends_with_all_cases(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_demo(tmp_path / "town.book", cases=12, today=TODAY, progress=lambda *news: told.append(news))
    assert told == sorted(told)
    assert told[-1] == (12, 12)
