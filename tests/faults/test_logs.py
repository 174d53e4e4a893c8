"""The log beside a killed book is missing, cut, spoilt or another's: only a state there once was is shown."""

from __future__ import annotations

from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from mediation_tui.clock import SetClock
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import TODAY, TOWN, Office
from tests.faults.logs import FRAME, Killed, killed, laid_out
from tests.faults.states import INTACT, NEVER_SILENTLY_WRONG, State, state_of, verdict


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    return killed(tmp_path_factory.mktemp("killed") / "own", cases=3)


def test_with_its_own_log_all_is_there(own: Killed, tmp_path: Path) -> None:
    assert verdict(laid_out(tmp_path, own.file, own.log), own.states[-1]) == INTACT


@pytest.mark.parametrize("index", [b"", b"torn", bytes(32768), b"\xa5" * 32768])
def test_what_is_left_of_the_logs_index_does_not_matter(own: Killed, tmp_path: Path, index: bytes) -> None:
    assert verdict(laid_out(tmp_path, own.file, own.log, index), own.states[-1]) == INTACT


@pytest.mark.parametrize(
    "log", [None, b"", b"no log at all" * 999], ids=["deleted", "emptied", "overwritten"]
)
def test_without_its_log_it_is_what_it_was_when_last_let_go_of(
    own: Killed, tmp_path: Path, log: bytes | None
) -> None:
    assert verdict(laid_out(tmp_path, own.file, log), own.states[0]) in NEVER_SILENTLY_WRONG


def test_a_log_cut_anywhere_shows_the_acts_up_to_there(own: Killed, tmp_path: Path) -> None:
    for length in range(1, len(own.log), FRAME + 97):
        found = verdict(laid_out(tmp_path, own.file, own.log[:length]), *own.states)
        assert found in NEVER_SILENTLY_WRONG, length


def test_a_log_with_a_byte_changed_anywhere_shows_the_acts_up_to_there(own: Killed, tmp_path: Path) -> None:
    for place in (*range(0, 32, 3), *range(32, len(own.log), 2 * FRAME + 97)):
        changed = own.log[:place] + bytes([own.log[place] ^ 0x10]) + own.log[place + 1 :]
        found = verdict(laid_out(tmp_path, own.file, changed), *own.states)
        assert found in NEVER_SILENTLY_WRONG, place


@pytest.mark.parametrize(("cases", "others_cases"), [(0, 0), (3, 0), (3, 1), (12, 1), (1, 12), (12, 12)])
def test_another_offices_log_never_brings_its_cases_into_this_book(
    tmp_path: Path, cases: int, others_cases: int
) -> None:
    own = killed(tmp_path / "own", cases)
    other = killed(tmp_path / "other", others_cases, "o2", TOWN.model_copy(update={"name": "拦隆口镇"}))
    found = verdict(laid_out(tmp_path, own.file, other.log), *own.states)
    assert found in NEVER_SILENTLY_WRONG


def test_a_log_of_an_earlier_or_later_day_never_makes_a_state_there_never_was(
    own: Killed, tmp_path: Path
) -> None:
    path = laid_out(tmp_path, own.file, own.log)
    days, states = list[tuple[bytes, bytes]](), list[State]()
    for _day in range(8):
        with closing(EmbeddedBook(path)) as book:
            file = path.read_bytes()
            states.append(state_of(book))
            Office(book, SetClock.on(TODAY)).walk()
            states.append(state_of(book))
            days.append((file, path.with_name(f"{path.name}-wal").read_bytes()))
    for (file, _), (_, log) in permutations(days, 2):
        assert verdict(laid_out(tmp_path, file, log), *states) in NEVER_SILENTLY_WRONG
