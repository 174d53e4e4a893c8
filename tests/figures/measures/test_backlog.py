"""Open disputes by how long they have been waiting."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mediation_tui.figures.measures import MEASURES, read_caseload
from mediation_tui.figures.telling import note_of
from mediation_tui.model.events import EventKind as K
from mediation_tui.model.period import Period
from tests.builders import Walk, an_agreement, an_entry
from tests.figures.measures.town import MARCH, Walked, day, figure, said, taken

BANDS = ("open_to_7", "open_to_15", "open_to_30", "open_to_60", "open_longer", "open_not_accepted")


def bands(walks: list[Walk], period: Period = MARCH, **known: object) -> list[str]:
    return [said(walks, band, period, **known) for band in BANDS]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("age", "band"), [(0, 0), (7, 0), (8, 1), (15, 1), (16, 2), (30, 2), (31, 3), (60, 3), (61, 4), (400, 4)]
)
def test_a_dispute_stands_in_the_band_of_its_age(age: int, band: int) -> None:
    walk = taken(day(3, 31) - timedelta(days=age))
    assert bands([walk]) == ["1" if place == band else "0" for place in range(6)]


def test_a_band_says_which_ages_it_holds_by_which_dates() -> None:
    band = figure([taken(day(3, 2))], "open_to_15")
    assert note_of(band) == "8–15 天：2026-03-31 未结的纠纷中，受理日期到 2026-03-31 为8–15 天的。"
    assert str(band.basis.dates) == "登记、受理日期"


def test_age_is_looked_at_today_while_the_period_lasts() -> None:
    walk = taken(day(3, 2))
    assert bands([walk], known_on=day(3, 9))[0] == "1"
    assert bands([walk], known_on=day(3, 10))[1] == "1"


def test_what_was_not_accepted_by_then_has_a_band_of_its_own() -> None:
    walk = Walk.begun(an_entry(), day(3, 30)).act(K.ACCEPTED, day(4, 2))
    assert bands([walk]) == ["0"] * 5 + ["1"]


def test_what_was_concluded_later_was_open_then() -> None:
    walk = taken(day(3, 2)).act(an_agreement(day(4, 2)), day(4, 2))
    assert bands([walk])[2] == "1"
    walk.act(K.CLOSED, day(4, 3)).act(K.REOPENED, day(5, 6))
    assert bands([walk])[2] == "1"
    assert bands([walk], Period.month(2026, 5))[2] == "1"


def test_what_was_taken_up_again_on_the_last_day_is_opened_to_tell_since_when_it_waits() -> None:
    walk = taken(day(2, 2)).act(K.WITHDRAWN).act(K.CLOSED).act(K.REOPENED, MARCH.last)
    walk.act(K.WITHDRAWN, day(4, 2)).act(K.CLOSED).act(K.REOPENED, day(5, 6))
    for id_, n in (("open_to_7", "1"), ("reopened", "1"), ("opening", "0"), ("received", "0")):
        measure = MEASURES[id_]
        assert measure.figure(read_caseload(Walked((walk,)), MARCH, [measure])).text == n


def test_backlog_is_what_has_outlived_its_own_term() -> None:
    walks = [
        taken(day(2, 26), 1),
        taken(day(3, 2), 2),
        Walk.begun(an_entry(applied_on=day(1, 5)), day(1, 5), 3),
    ]
    assert said(walks, "backlog") == "33.3 %（1/3）"
    assert figure(walks, "backlog").cases == {walks[0].case.id}
    assert said([], "backlog") == "—"


def test_a_dispute_nobody_has_touched_for_years_is_still_open() -> None:
    forgotten = taken(date(2023, 5, 4))
    assert bands([forgotten])[4] == "1"
    assert said([forgotten], "backlog") == "100.0 %（1/1）"
