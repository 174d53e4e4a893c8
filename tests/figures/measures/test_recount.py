"""A recount from the bare events comes to the same measures, and the measures keep their laws."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.figures.figure import Ratio
from mediation_tui.figures.measures import MEASURES, Measures, Scope, measures_of, read_caseload
from mediation_tui.figures.measures.caseload import Caseload
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import Averted
from tests.builders import TOWN, Walk
from tests.figures.measures.clerk import Clerk, middle, papers
from tests.figures.measures.town import Walked, exported
from tests.strategies import LAST_DAY, modest, periods, towns_of_walks

Walks = tuple[Walk, ...]
PLACES = (*(Scope(village.id) for village in TOWN.villages), Scope(""))
NOT_PART_OF_THE_WHOLE = {"clearance", "official_success"}
after = st.sampled_from([0, 1, 40, 200, 400])


def loaded(walks: Walks, period: Period, days: int = 400, follow_up: int = 180) -> Caseload:
    today = max(period.first, LAST_DAY + timedelta(days=days))
    return read_caseload(Walked(walks, today), period, MEASURES.values(), follow_up=follow_up)


def pair(measures: Measures, measure: str) -> tuple[int, int]:
    value = measures.figure(measure).value
    assert isinstance(value, Ratio)
    return value.numerator, value.denominator


@settings(max_examples=120, deadline=None)
@given(towns_of_walks(), periods(), after, st.sampled_from([0, 30, 180]))
def test_a_clerk_with_the_bare_events_comes_to_the_same(
    walks: Walks, period: Period, days: int, window: int
) -> None:
    load = loaded(walks, period, days, window)
    measures = measures_of(load)
    clerk = Clerk(papers(exported(walks)), period.first, period.last, load.known_on)
    for measure, ids in clerk.balance().items():
        assert measures.figure(measure).cases == ids, measure
    assert pair(measures, "clearance") == clerk.clearance()
    assert pair(measures, "on_time") == clerk.on_time()
    assert pair(measures, "backlog") == clerk.backlog()
    assert (pair(measures, "performance"), pair(measures, "instalments")) == clerk.performance()
    assert pair(measures, "visits") == clerk.visits()
    escape = pair(measures, "escape")
    waiting, silent = (measures.figure(each).value for each in ("escape_unknown", "never_asked"))
    assert (escape, waiting, silent) == clerk.escape(window)
    bands = ("to_7", "to_15", "to_30", "to_60", "longer", "not_accepted")
    assert [measures.figure(f"open_{band}").value for band in bands] == clerk.ages()
    for measure, part in (("days", Fraction(1, 2)), ("most_days", Fraction(9, 10))):
        assert measures.figure(f"{measure}_to_conclusion").value == middle(clerk.days(), part)
        assert measures.figure(f"{measure}_to_performance").value == middle(clerk.performed_days(), part)
    assert tuple(measures.figure(f"risk_{way}").value for way in ("raised", "lowered")) == clerk.risen()
    for kind in Averted:
        both = tuple(measures.figure(f"{kind}_{each}").value for each in ("cases", "people"))
        assert both == clerk.averted(kind)


@modest
@given(towns_of_walks(), periods(), after)
def test_what_counts_is_part_of_what_it_is_counted_out_of(walks: Walks, period: Period, days: int) -> None:
    for group in measures_of(loaded(walks, period, days)).groups:
        for measure, figure in zip(group.ids, group.figures, strict=True):
            if figure.whole is not None and measure not in NOT_PART_OF_THE_WHOLE:
                assert figure.cases <= figure.whole, measure
                assert isinstance(figure.value, Ratio)
                assert figure.value.numerator <= figure.value.denominator, measure


@modest
@given(towns_of_walks(), periods())
def test_every_place_balances(walks: Walks, period: Period) -> None:
    load = loaded(walks, period)
    for measures in (measures_of(load.at(scope)) for scope in (Scope(), *PLACES)):
        came, went = (
            [measures.figure(each).cases for each in names]
            for names in (("opening", "received", "reopened"), ("concluded", "void", "closing"))
        )
        assert sum(map(len, came)) == sum(map(len, went))
        assert frozenset().union(*came) == frozenset().union(*went)


@modest
@given(towns_of_walks(), periods(), after)
def test_villages_and_the_town_desk_add_up_to_the_town(walks: Walks, period: Period, days: int) -> None:
    load = loaded(walks, period, days)
    town, parts = measures_of(load), [measures_of(load.at(scope)) for scope in PLACES]
    for measure in MEASURES:
        whole, pieces = town.figure(measure), [each.figure(measure) for each in parts]
        assert whole.cases == frozenset().union(*(piece.cases for piece in pieces)), measure
        assert len(whole.cases) == sum(len(piece.cases) for piece in pieces), measure
        if isinstance(whole.value, Ratio):
            ratios = [piece.value for piece in pieces if isinstance(piece.value, Ratio)]
            numbers = sum(r.numerator for r in ratios), sum(r.denominator for r in ratios)
            assert (whole.value.numerator, whole.value.denominator) == numbers, measure
        elif whole.value is not None and "days" not in measure:
            assert whole.value == sum(piece.value or 0 for piece in pieces), measure  # type: ignore[misc]


@modest
@given(towns_of_walks(), periods())
def test_grids_and_what_has_no_grid_add_up_to_their_village(walks: Walks, period: Period) -> None:
    load = loaded(walks, period)
    for village in TOWN.villages:
        grids = [Scope(village.id, grid.id) for grid in village.grids]
        pieces = [measures_of(load.at(scope)) for scope in (*grids, Scope(village.id, ""))]
        whole = measures_of(load.at(Scope(village.id)))
        for measure in ("received", "concluded", "closing"):
            assert whole.figure(measure).cases == frozenset().union(
                *(p.figure(measure).cases for p in pieces)
            )


@modest
@given(towns_of_walks(), periods())
def test_a_place_read_alone_is_measured_as_it_is_within_the_town(walks: Walks, period: Period) -> None:
    load = loaded(walks, period)
    for scope in PLACES:
        alone = read_caseload(Walked(walks, load.known_on), period, MEASURES.values(), scope)
        assert measures_of(alone) == measures_of(load.at(scope))


@modest
@given(towns_of_walks(), periods())
def test_the_age_bands_hold_every_open_dispute_once(walks: Walks, period: Period) -> None:
    measures = measures_of(loaded(walks, period))
    bands = [measures.figure(each).cases for each in MEASURES if each.startswith("open_")]
    assert sum(map(len, bands)) == len(measures.figure("closing").cases)
    assert frozenset().union(*bands) == measures.figure("closing").cases == measures.figure("backlog").whole


@modest
@given(towns_of_walks(), periods(), after)
def test_concluded_is_agreed_and_failed_and_what_stands_apart(
    walks: Walks, period: Period, days: int
) -> None:
    measures = measures_of(loaded(walks, period, days))
    outcomes = ("agreed", "failed", "withdrawn", "transferred", "not_accepted")
    parts = [measures.figure(each).cases for each in outcomes]
    assert sum(map(len, parts)) == len(measures.figure("concluded").cases)
    assert measures.figure("settlement").whole == parts[0] | parts[1]
    watched, waiting = measures.figure("escape").whole, measures.figure("escape_unknown").cases
    assert watched is not None
    assert watched | waiting == measures.figure("concluded").cases
    assert not watched & waiting


def test_the_clerk_would_notice_a_wrong_number() -> None:
    walk = Walk.begun(on=date(2026, 3, 2))
    clerk = Clerk(papers(exported([walk])), date(2026, 3, 1), date(2026, 3, 31), date(2026, 5, 1))
    assert clerk.ages() == [0, 0, 0, 0, 0, 1]
    with pytest.raises(AssertionError):
        assert (
            measures_of(loaded((), Period.month(2026, 3))).figure("closing").cases
            == clerk.balance()["closing"]
        )
