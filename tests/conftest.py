from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import Phase, settings

from tests.engines import Shelf
from tests.postgres import server

settings.register_profile(
    "mutants",
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
)
"""For mutation testing: the same examples every time, and none spent on the smallest one that fails."""


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a database on a server of the tests' own."""
    with server() as running:
        yield running.url


@pytest.fixture(scope="module", params=["embedded", "shared"])
def shelf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """Books of one engine; a test that uses it is run for each."""
    url = request.getfixturevalue("postgres") if request.param == "shared" else None
    made = Shelf(tmp_path_factory.mktemp("shelf"), url)
    yield made
    made.close()
