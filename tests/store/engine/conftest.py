from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mediation_tui.store.engine import BookDB
from tests.store.engine.books import new_book


@pytest.fixture
def db(tmp_path: Path) -> Iterator[BookDB]:
    with new_book(tmp_path) as book:
        yield book
