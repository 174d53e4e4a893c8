"""The simulated disk keeps what it has confirmed, and nothing else for certain."""

from __future__ import annotations

from random import Random

from tests.faults.powercut.calls import FOLDER, Call, Change, Named, Resized, Synced, Wrote
from tests.faults.powercut.disk import EVERYTHING_SURVIVES, NOTHING_SURVIVES, Disk, Luck, Remains
from tests.faults.powercut.luck import power_cuts, reordered, scattered, stretched, torn

NEW = (Named({"a": 0}), Synced(FOLDER))
TEN_WRITES: list[Change] = [Wrote(0, 512 * at, bytes([at]) * 512) for at in range(10)]


def left(luck: Luck, *calls: Call, before: Remains | None = None) -> Remains:
    disk = Disk(before or {})
    for call in calls:
        disk.obey(call)
    return disk.after_a_power_cut(luck)


def test_what_was_confirmed_outlasts_every_power_cut() -> None:
    for luck in power_cuts("confirmed", 20):
        assert left(luck, *NEW, Wrote(0, 0, b"safe"), Synced(0)) == {"a": b"safe"}


def test_what_was_not_confirmed_may_be_there_or_not() -> None:
    calls = (*NEW, Wrote(0, 0, b"safe"), Synced(0), Wrote(0, 2, b"xxxx"), Resized(0, 5))
    assert left(NOTHING_SURVIVES, *calls) == {"a": b"safe"}
    assert left(EVERYTHING_SURVIVES, *calls) == {"a": b"saxxx"}


def test_a_synced_file_is_lost_with_its_name_until_the_folder_is_synced() -> None:
    calls = (Named({"a": 0}), Wrote(0, 0, b"safe"), Synced(0))
    assert left(NOTHING_SURVIVES, *calls) == {}
    assert left(NOTHING_SURVIVES, *calls, Synced(FOLDER)) == {"a": b"safe"}


def test_a_file_is_renamed_wholly_or_not_at_all() -> None:
    there: Remains = {"a": b"new", "b": b"old"}
    found = [left(luck, Named({"a": None, "b": 0}), before=there) for luck in power_cuts("renamed", 50)]
    assert all(remains in (there, {"b": b"new"}) for remains in found)
    assert {"b": b"new"} in found


def test_an_unlinked_file_may_come_back() -> None:
    assert left(NOTHING_SURVIVES, Named({"a": None}), before={"a": b"old"}) == {"a": b"old"}


def test_a_torn_write_ends_inside_a_write_and_nothing_follows_it() -> None:
    *whole, last = torn(TEN_WRITES, Random(1))
    assert whole == TEN_WRITES[: len(whole)]
    assert isinstance(last, Wrote)
    assert isinstance(meant := TEN_WRITES[len(whole)], Wrote)
    assert meant.data.startswith(last.data)


def test_a_later_write_may_arrive_without_an_earlier_one() -> None:
    arrived = list(reordered(TEN_WRITES, Random(1)))
    assert arrived
    assert arrived != TEN_WRITES[: len(arrived)]


def test_single_sectors_of_a_write_may_arrive() -> None:
    arrived = list(scattered([Wrote(0, 100, bytes(4096))], Random(1)))
    assert 0 < len(arrived) < 9
    assert all(isinstance(piece, Wrote) and len(piece.data) <= 512 for piece in arrived)


def test_a_file_may_have_its_new_size_without_its_contents() -> None:
    remains = left(Luck(lambda changes: list(stretched(changes, Random(3)))[:1]), *NEW, *TEN_WRITES)
    assert remains == {"a": bytes(5120)}
