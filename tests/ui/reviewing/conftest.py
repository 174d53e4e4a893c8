from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.builders import Office
from tests.ui.registers.office import let_report
from tests.ui.reviewing.room import let_meet


@pytest.fixture(autouse=True)
def _no_rest() -> Iterator[None]:
    """Let the agenda be read again as soon as somebody looks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mediation_tui.ui.screens.review.convening._REST", 0.0)
        yield


@pytest.fixture
def office(own: Office) -> Office:
    """The busy office with its registers begun and last week's meeting held, to write in."""
    let_report(own)
    let_meet(own)
    return own
