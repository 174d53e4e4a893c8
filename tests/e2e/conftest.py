"""What the tests in a real terminal share."""

from __future__ import annotations

import pytest

from tests.e2e.terminal import tmux_is_there


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say why, where there is no terminal to test in."""
    if tmux_is_there():
        return
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(
                pytest.mark.skip(reason="tmux is not installed, so there is no real terminal to test in")
            )
