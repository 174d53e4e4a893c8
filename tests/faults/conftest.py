"""A command line that must say no, and the book it must leave as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.builders import Office
from tests.cli.conftest import Say
from tests.cli.conftest import book as book
from tests.cli.conftest import own_home as own_home
from tests.cli.conftest import say as say

Refusal = Callable[..., str]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = Office.opened(tmp_path)
    yield opened
    opened.book.close()


@pytest.fixture
def refusal(say: Say) -> Refusal:
    """Runs a command line that must be refused in one sentence, and returns it."""

    def refused(*arguments: object, code: int = 1) -> str:
        said = say(*arguments)
        assert (said.code, said.out) == (code, "")
        assert "Traceback" not in said.err
        assert said.err.count("\n") == 1
        return said.err

    return refused
