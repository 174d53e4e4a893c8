"""Whoever writes is killed, at any instant and within any write: what was acknowledged is there, and no half act."""

from __future__ import annotations

import shutil
import signal
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path
from random import Random

import pytest

from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING
from tests.builders import PEOPLE, TOWN, Office, a_book
from tests.faults import killed
from tests.faults.kills import Account
from tests.faults.kills import lives as lives
from tests.faults.lives import Life, Lives, some_lives
from tests.faults.states import findings

LONGEST_ACT = 0.008
BYTES_APART = 1187
ACTS = pytest.mark.parametrize("act", ["register", "write_notes"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new book that nobody has open."""
    with closing(a_book(tmp_path)) as book:
        return Path(book.location)


def outlive(life: Life, chance: Random) -> None:
    """Let a clerk live until some instant within some act."""
    for _ in range(chance.randint(0, 8)):
        life.hear()
    life.outlive(chance.uniform(0, LONGEST_ACT))


def test_a_clerk_killed_at_any_instant_loses_nothing_it_had_acknowledged(lives: Lives, path: Path) -> None:
    chance, account = Random(9), Account(path)
    for seed in range(100):
        life = lives.begin(killed.act_without_end, str(path), seed)
        outlive(life, chance)
        life.kill()
        assert account.wrongs(life.lines) == []
    assert account.left_out + account.left_whole > 20
    assert findings(path) == []


def test_who_has_the_book_open_beside_a_killed_clerk_goes_on_with_all_it_had_acknowledged(
    lives: Lives, office: Office
) -> None:
    chance, account = Random(26), Account(Path(office.book.location))
    for seed in range(100):
        life = lives.begin(killed.act_without_end, office.book.location, seed)
        outlive(life, chance)
        life.kill()
        if not seed % 10:
            account.kept.add(office.walk().id)
        assert account.wrongs(life.lines) == []
        assert {facts.id for facts in office.book.facts(EVERYTHING)} <= account.kept
    assert list(office.book.check()) == []


@ACTS
def test_an_act_ended_before_any_of_its_statements_is_not_there_at_all(
    lives: Lives, path: Path, act: str
) -> None:
    for number in count():
        copy = Path(shutil.copy(path, path.with_name(f"{number}.book")))
        account = Account(copy)
        life = lives.begin(killed.die_before_statement, str(copy), act, number)
        life.wait()
        assert life.ended_by == signal.SIGKILL
        assert account.wrongs(life.lines) == []
        assert findings(copy) == []
        assert account.acts == 1
        if account.left_whole:
            break
    assert number > 10


@ACTS
def test_an_act_ended_within_any_of_its_writes_is_not_there_at_all(
    lives: Lives, path: Path, act: str
) -> None:
    for byte in count(0, BYTES_APART):
        copy = Path(shutil.copy(path, path.with_name(f"{byte}.book")))
        account = Account(copy)
        life = lives.begin(killed.die_at_byte, str(copy), act, byte)
        life.wait()
        assert account.wrongs(life.lines) == []
        assert findings(copy) == []
        if not life.ended_by:
            break
        assert life.ended_by == signal.SIGXFSZ
        assert (account.acts, account.left_out) == (1, 1)
    assert byte > 30 * BYTES_APART


def test_a_clerk_killed_while_the_log_is_brought_into_the_file_loses_nothing(
    lives: Lives, path: Path
) -> None:
    account = Account(path)
    for page in range(12, 52):
        life = lives.begin(killed.die_while_letting_go, str(path), page)
        life.wait()
        assert life.ended_by == signal.SIGXFSZ
        assert account.wrongs(life.lines) == []
    assert account.acts == 40 * killed.ACTS_BEFORE_LETTING_GO
    assert findings(path) == []


def test_a_book_whose_making_was_ended_is_whole_or_can_be_made_again(lives: Lives, tmp_path: Path) -> None:
    for number in count():
        path = tmp_path / f"{number}.book"
        life = lives.begin(killed.die_while_making_a_book, str(path), number)
        life.wait()
        if not path.exists():
            killed.make_a_book(path)
        with closing(EmbeddedBook(path)) as book:
            assert (book.town, book.people, book.rules, book.origin) == (TOWN, PEOPLE, shipped_rules(), "o1")
            assert list(book.check()) == []
        if not life.ended_by:
            break
    assert number > 20


def test_three_clerks_killed_in_turn_lose_nothing_they_had_acknowledged(path: Path) -> None:
    chance, account = Random(60), Account(path)
    with ExitStack() as stack:
        offices = [stack.enter_context(some_lives(killed.rehearse)) for _ in range(3)]
        at_work = [
            office.begin(killed.act_without_end, str(path), seed) for seed, office in enumerate(offices)
        ]
        for turn in range(60):
            life = at_work[turn % 3]
            outlive(life, chance)
            life.kill()
            assert account.wrongs(life.lines) == []
            at_work[turn % 3] = offices[turn % 3].begin(killed.act_without_end, str(path), turn)
        for life in at_work:
            life.kill()
        assert account.wrongs(*(life.lines for life in at_work)) == []
    assert account.acts > 60
    assert findings(path) == []
