"""The kills that the book withstands spoil a plain TinyDB: a test that could find nothing would prove nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.faults import killed_plainly
from tests.faults.kills import Account
from tests.faults.kills import lives as lives
from tests.faults.lives import Life, Lives


@pytest.fixture
def account(lives: Lives, tmp_path: Path) -> Account:
    """What was said of a plain file in which four acts are kept."""
    opened = Account(tmp_path / "plain.json", ids_in_plain_file)
    lived = lives.begin(killed_plainly.keep_some_acts, str(opened.path), 4)
    lived.wait()
    assert opened.wrongs(lived.lines) == []
    assert (opened.acts, lived.ended_by) == (4, 0)
    return opened


def ids_in_plain_file(path: Path) -> set[str]:
    return {record["id"] for record in json.loads(path.read_bytes())["_default"].values()}


def ended(life: Life) -> list[str]:
    life.wait()
    assert life.ended_by
    return life.lines


@pytest.mark.parametrize("bytes_more", range(100, 2_000, 150))
def test_a_write_ended_in_the_middle_leaves_nothing_readable(
    lives: Lives, account: Account, bytes_more: int
) -> None:
    size = account.path.stat().st_size + bytes_more
    (wrong,) = account.wrongs(ended(lives.begin(killed_plainly.die_at_size, str(account.path), size)))
    assert wrong.startswith("unreadable")


@pytest.mark.parametrize("number", [1, 2, 4, 5])
def test_an_act_of_several_writes_is_halved(lives: Lives, account: Account, number: int) -> None:
    life = lives.begin(killed_plainly.die_after_record, str(account.path), number)
    assert account.wrongs(ended(life)) == ["halved"]


def test_what_is_acknowledged_before_it_is_written_is_lost(lives: Lives, account: Account) -> None:
    life = lives.begin(killed_plainly.say_kept_before_writing, str(account.path))
    for _ in range(9):
        life.hear()
    life.kill()
    assert "lost" in account.wrongs(life.lines)
