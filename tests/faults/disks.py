"""Disks that will not take what is written: a small one to fill, and a place that cannot be changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_PAGE = 4096


def _mount(*arguments: str | Path) -> None:
    done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this machine lets nobody mount a disk: {done.stderr.strip()}")


def _unmount(place: Path) -> None:
    subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def small_disk(place: Path, kibibytes: int) -> Iterator[Path]:
    """A folder on a disk of its own; skips the test where this user may not mount one."""
    if os.geteuid():
        pytest.skip("only the superuser may mount a disk small enough to fill")
    place.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", place)
    try:
        yield place
    finally:
        _unmount(place)


@contextmanager
def unchangeable(place: Path) -> Iterator[None]:
    """Let nobody, the superuser included, change a file or a folder during the block."""
    if os.geteuid():
        mode = place.stat().st_mode
        place.chmod(mode & ~0o222)
        try:
            yield
        finally:
            place.chmod(mode)
        return
    _mount("--bind", place, place)
    try:
        _mount("-o", "remount,ro,bind", place)
        yield
    finally:
        _unmount(place)


def fill(disk: Path, leaving: int) -> Path:
    """A file that takes all of a disk but so many bytes."""
    file, page = disk / "filler", bytes(_PAGE)
    with file.open("wb", buffering=0) as out:
        try:
            while True:
                out.write(page)
        except OSError:
            pass
    os.truncate(file, max(0, file.stat().st_size - leaving))
    return file
