from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.builders import Office
from tests.engines import Shelf


@pytest.fixture
def office(shelf: Shelf) -> Iterator[Office]:
    yield shelf.office()
    shelf.close()
