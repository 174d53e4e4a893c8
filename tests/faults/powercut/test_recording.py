"""What strace writes down is understood as what was asked of the folder's files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.faults.powercut.calls import FOLDER, Call, Named, Noted, Resized, Synced, Wrote
from tests.faults.powercut.descriptors import Descriptors
from tests.faults.powercut.strace import read


def in_hex(text: object) -> str:
    return '"' + "".join(f"\\x{byte:02x}" for byte in str(text).encode()) + '"'


def understood(folder: Path, lines: Iterable[str]) -> list[Call]:
    return list(Descriptors(folder, ()).calls(read(lines)))


def opened(path: Path, flags: str = "O_RDWR|O_CREAT", descriptor: int = 3) -> str:
    return f"7  openat(AT_FDCWD, {in_hex(path)}, {flags}, 0600) = {descriptor}"


def test_writes_fall_where_the_file_was_read_or_sought_to(tmp_path: Path) -> None:
    lines = (
        opened(tmp_path / "a"),
        f"7  write(3, {in_hex('abc')}, 3) = 3",
        "7  read(0x3, 0x7f00, 0x1000) = 0x2",
        f"7  write(3, {in_hex('de')}, 2)   = 1",
        "7  lseek(3, 0, SEEK_SET)             = 0",
        f"7  write(3, {in_hex('f')}, 1) = 1",
        f"7  pwrite64(3, {in_hex('g')}, 1, 40) = 1",
    )
    expected = [Named({"a": 0}), *(Wrote(0, *at) for at in ((0, b"abc"), (5, b"d"), (0, b"f"), (40, b"g")))]
    assert understood(tmp_path, lines) == expected


def test_a_file_is_followed_through_its_names_and_descriptors(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    lines = (
        opened(a),
        "7  fcntl(3, F_DUPFD_CLOEXEC, 0)      = 4",
        "7  close(3)                          = 0",
        f"7  rename({in_hex(a)}, {in_hex(b)}) = 0",
        "7  ftruncate(4, 10)                  = 0",
        opened(b, "O_RDWR|O_TRUNC", 3),
        opened(tmp_path, "O_RDONLY", 5),
        "7  fsync(5)                          = 0",
        f"7  unlink({in_hex(b)})              = 0",
    )
    renamed, emptied = Named({"a": None, "b": 0}), Resized(0, 0)
    expected = [Named({"a": 0}), renamed, Resized(0, 10), emptied, Synced(FOLDER), Named({"b": None})]
    assert understood(tmp_path, lines) == expected


def test_what_failed_or_concerns_another_folder_or_outlasts_no_power_cut_is_left_out(tmp_path: Path) -> None:
    lines = (
        opened(tmp_path / "a").replace("= 3", "= -1 EACCES (Permission denied)"),
        opened(tmp_path.parent / "elsewhere"),
        opened(tmp_path / "book-shm", descriptor=4),
        f"7  write(4, {in_hex('abc')}, 3) = 3",
        "7  fdatasync(3)                      = 0",
        "7  +++ exited with 0 +++",
    )
    assert understood(tmp_path, lines) == []


def test_a_call_another_thread_interrupted_counts_when_it_returned(tmp_path: Path) -> None:
    lines = (
        opened(tmp_path / "a"),
        "7  fdatasync(3 <unfinished ...>",
        f"8  write(1, {in_hex('begun')}, 5) = 5",
        "7  <... fdatasync resumed>)          = 0",
    )
    assert understood(tmp_path, lines) == [Named({"a": 0}), Noted("begun"), Synced(0)]


def test_a_call_the_disk_does_not_know_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="fallocate"):
        understood(tmp_path, (opened(tmp_path / "a"), "7  fallocate(3, 0, 0, 4096) = 0"))
