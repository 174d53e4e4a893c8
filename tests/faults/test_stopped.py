"""A terminal hangs in the middle of writing: the others read on, are told, wait, and lose nothing."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from mediation_tui.errors import BusyBook
from mediation_tui.model import events as happened
from mediation_tui.model.case import Case
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import Patience
from mediation_tui.store.filters import EVERYTHING, Order
from tests.builders import Office
from tests.faults import stopped
from tests.faults.kills import lives as lives
from tests.faults.lives import Life, Lives
from tests.faults.states import findings

HASTY = Patience(notice=0.02, limit=0.2)
AT_ANY_POINT = pytest.mark.parametrize(
    "stops", [stopped.stop_before_writing, stopped.stop_between_two_acts, stopped.stop_before_keeping]
)
A_NOTE = happened.NoteAdded(text="轮到我了。")
Stops = Callable[[str, str], None]


@pytest.fixture
def case(office: Office) -> Case:
    return office.walk()


def hanging(lives: Lives, office: Office, case: Case, stops: Stops) -> Life:
    """A terminal that has stopped while it holds the right to write."""
    life = lives.begin(stops, office.book.location, case.id)
    life.hear_until("stopped")
    return life


@AT_ANY_POINT
def test_who_reads_is_not_held_up_and_sees_nothing_half_done(
    lives: Lives, office: Office, case: Case, stops: Stops
) -> None:
    life = hanging(lives, office, case, stops)
    with closing(EmbeddedBook(Path(office.book.location), patience=HASTY)) as newly_opened:
        for book in (office.book, newly_opened):
            assert book.case(case.id) == case
            assert [facts.id for facts in book.page(EVERYTHING, Order.NEWEST, 0, 9)] == [case.id]
            assert list(book.check()) == []
        life.kill()


@AT_ANY_POINT
def test_who_writes_is_told_once_and_refused_in_the_end(
    lives: Lives, office: Office, case: Case, stops: Stops
) -> None:
    life = hanging(lives, office, case, stops)
    told: list[str] = []
    with closing(EmbeddedBook(Path(office.book.location), lambda: told.append("waiting"), HASTY)) as book:
        refused = Office(book, office.clock)
        with pytest.raises(BusyBook, match="正被别人写入"):
            refused.go_on(case, A_NOTE)
        assert told == ["waiting"]
        life.send(signal.SIGCONT)
        life.wait()
        assert life.lines == ["stopped", "kept"]
        assert [facts.version for facts in book.facts(EVERYTHING)] == [2, 1]
        refused.go_on(book.case(case.id), A_NOTE)
        assert list(book.check()) == []


@AT_ANY_POINT
def test_who_waits_gets_the_turn_when_the_other_goes_on(
    lives: Lives, office: Office, case: Case, stops: Stops
) -> None:
    life = hanging(lives, office, case, stops)
    patience = Patience(notice=0.02, limit=60)
    with closing(
        EmbeddedBook(Path(office.book.location), lambda: life.send(signal.SIGCONT), patience)
    ) as book:
        after = Office(book, office.clock).desk().record(case.id, A_NOTE)
        assert after.version == 3
        assert book.count(EVERYTHING) == 2
    life.wait()
    assert life.lines == ["stopped", "kept"]
    assert findings(Path(office.book.location)) == []


@AT_ANY_POINT
def test_what_a_hanging_terminal_had_begun_is_gone_when_it_is_killed(
    lives: Lives, office: Office, case: Case, stops: Stops
) -> None:
    life = hanging(lives, office, case, stops)
    patience = Patience(notice=0.02, limit=60)
    with closing(
        EmbeddedBook(Path(office.book.location), lambda: life.send(signal.SIGKILL), patience)
    ) as book:
        assert Office(book, office.clock).desk().record(case.id, A_NOTE).version == 2
        assert book.count(EVERYTHING) == 1
        assert list(book.check()) == []
    life.wait()
    assert life.lines == ["stopped"]
