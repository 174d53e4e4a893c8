"""Whether what was settled stayed settled: what is known, and what is not known yet."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from mediation_tui.model import events as happened
from mediation_tui.model.events import EventKind as K
from mediation_tui.model.vocabulary import Channel, Exit, FailureReason, Performance
from tests.builders import Walk, an_agreement
from tests.figures.measures.town import LATER, day, figure, said, taken

CONCLUDED = day(3, 2)
OVER = CONCLUDED + timedelta(days=181)


def agreed(serial: int = 1) -> Walk:
    return taken(CONCLUDED, serial).act(an_agreement(CONCLUDED))


def failed(to: Exit, serial: int = 1) -> Walk:
    ended = happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True, exit=to)
    return taken(CONCLUDED, serial).act(ended)


def found(**news: Any) -> happened.VisitMade:
    return happened.VisitMade(channel=Channel.PHONE, whom="马", performance=Performance.DONE, **news)


def test_what_is_still_watched_is_unknown_and_not_taken_for_held() -> None:
    walk = agreed()
    last = OVER - timedelta(days=1)
    assert (said([walk], "escape", known_on=last), said([walk], "escape_unknown", known_on=last)) == (
        "—",
        "1",
    )
    assert said([walk], "escape", known_on=OVER) == "0.0 %（0/1）"
    assert said([walk], "escape_unknown", known_on=OVER) == "0"


def test_what_escaped_early_is_shown_beside_and_does_not_tip_the_rate() -> None:
    walk = agreed().act(found(sued=True), day(3, 20))
    assert said([walk], "escape", known_on=day(4, 1)) == "—"
    assert said([walk], "escaped_early", known_on=day(4, 1)) == "1"
    assert said([walk], "escape") == "100.0 %（1/1）"
    assert said([walk], "escaped_early") == "0"


@pytest.mark.parametrize(("after", "printed"), [(180, "100.0 %（1/1）"), (181, "0.0 %（0/1）")])
def test_the_window_ends_with_its_last_day(after: int, printed: str) -> None:
    walk = agreed().act(found(later_exit=Exit.PETITION), CONCLUDED + timedelta(days=after))
    assert said([walk], "escape") == printed


@pytest.mark.parametrize(
    ("to", "escaped"),
    [
        (Exit.COURT, "1"),
        (Exit.ARBITRATION, "1"),
        (Exit.PETITION, "1"),
        (Exit.POLICE, "1"),
        (Exit.ADMINISTRATION, "0"),
        (Exit.OTHER_COMMITTEE, "0"),
        (Exit.NOWHERE, "0"),
    ],
)
def test_where_a_failed_dispute_went_the_same_day_counts(to: Exit, escaped: str) -> None:
    assert figure([failed(to)], "escape").text.endswith(f"（{escaped}/1）")


def test_a_quarrel_that_flares_up_again_has_not_gone_elsewhere() -> None:
    assert said([agreed().act(found(relapsed=True), day(3, 20))], "escape") == "0.0 %（0/1）"


def test_a_dispute_that_goes_to_court_after_another_round_has_escaped_the_first() -> None:
    walk = agreed().act(K.CLOSED).act(K.REOPENED, day(4, 1))
    walk.act(
        happened.MediationFailed(reason=FailureReason.WIDE_GAP, routes_told=True, exit=Exit.COURT), day(4, 9)
    )
    assert said([walk], "escape") == "100.0 %（1/1）"


def test_a_dispute_that_came_back_from_court_and_was_settled_had_escaped() -> None:
    walk = failed(Exit.COURT).act(K.CLOSED).act(K.REOPENED, day(4, 1)).act(K.SESSION_HELD)
    assert said([walk.act(an_agreement(day(4, 1)))], "escape") == "100.0 %（1/1）"


def test_nobody_asked_is_not_nothing_happened() -> None:
    walks = [agreed(1), agreed(2).act(found(), day(3, 20)), failed(Exit.COURT, 3)]
    assert said(walks, "escape") == "33.3 %（1/3）"
    assert figure(walks, "never_asked").cases == {walks[0].case.id}


def test_the_window_is_stated_in_the_words() -> None:
    escape = figure([agreed()], "escape")
    assert "180 天" in str(escape.name)
    assert f"180 天到 {LATER} 前" in str(escape.formula)


def test_a_visit_on_the_very_day_is_a_visit() -> None:
    assert said([agreed().act(found())], "never_asked") == "0"
