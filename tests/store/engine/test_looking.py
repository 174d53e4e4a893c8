"""A look at a book that this process has open keeps the locks by which others know of it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from mediation_tui.errors import BookError
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import Office

_LOCK_IT = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
"""
"""Locks the bytes every SQLite that reads a book holds a share of, as whoever closes it last does."""


def somebody_has_it_open(path: Path) -> bool:
    """Whether another process is kept from taking a book's log away."""
    return bool(subprocess.run((sys.executable, "-c", _LOCK_IT, path), stderr=subprocess.DEVNULL).returncode)


@pytest.mark.parametrize("pages", [0, 1, 10])
def test_another_look_at_an_open_book_leaves_it_locked_though_its_file_lags_behind_its_log(
    tmp_path: Path, pages: int
) -> None:
    office = Office.opened(tmp_path)
    path = Path(office.book.location)
    office.walk()
    os.truncate(path, path.stat().st_size - pages * 4096)
    assert somebody_has_it_open(path)
    with suppress(BookError):
        EmbeddedBook(path).close()
    assert somebody_has_it_open(path)
