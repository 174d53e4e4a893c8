"""A book written before terms could stand still and visits be asked for is opened as it is, and goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.errors import InvalidEntry
from mediation_tui.model.events import ClockPaused, EventKind, VisitPlanned
from mediation_tui.model.vocabulary import Category, PauseGround, Purpose
from mediation_tui.rules.clocks import clocks_of
from mediation_tui.rules.ruleset import Extension, shipped_rules
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING
from tests.builders import TODAY, an_entry, valid
from tests.store.formats import old_book

DAY = timedelta(days=1)


@pytest.fixture
def old(tmp_path: Path) -> Iterator[EmbeddedBook]:
    """A book of format 3 with the nine rules of that time."""
    book = EmbeddedBook(old_book(tmp_path, 3))
    yield book
    book.close()


def test_it_checks_as_whole_and_its_rules_mean_what_they_meant(old: EmbeddedBook) -> None:
    assert not list(old.check())
    assert len(old.rules.clocks) == 9
    assert {rule.extension for rule in old.rules.clocks} == {Extension.BOTH_SIDES}
    assert not any(rule.grounds for rule in old.rules.clocks)
    assert old.rules.workyears == ()
    for case in old.cases(EVERYTHING):
        purposes = {clock.purpose for clock in clocks_of(case, old.rules, old.calendar)}
        assert not purposes & {Purpose.LIMITATION, Purpose.COMPARISON, Purpose.COURT}


def test_what_is_new_is_written_into_it_and_it_still_checks_as_whole(old: EmbeddedBook) -> None:
    desk = Desk(old, "m1", SetClock.on(date(2026, 4, 1)))
    case = desk.register(an_entry(category=Category.MEDICAL, applied_on=TODAY))
    case = desk.record(case.id, valid(EventKind.ACCEPTED, case, TODAY))
    paused = ClockPaused(ground=PauseGround.APPRAISAL)
    with pytest.raises(InvalidEntry, match="没有规定可以中止"):
        desk.record(case.id, paused)
    desk.set_rules(shipped_rules())
    assert desk.record(case.id, paused).round.paused
    desk.record(case.id, valid(EventKind.MEDIATION_FAILED, case, TODAY))
    assert desk.record(case.id, VisitPlanned(visit_on=date(2026, 5, 1))).round.visit_on
    assert not list(old.check())
