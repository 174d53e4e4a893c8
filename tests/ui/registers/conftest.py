from __future__ import annotations

import pytest

from tests.builders import Office
from tests.ui.registers.office import let_report


@pytest.fixture
def office(own: Office) -> Office:
    """The busy office with its registers begun, to write in."""
    let_report(own)
    return own
