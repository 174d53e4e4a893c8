"""What the README promises is what is run."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"])
def test_the_command_that_runs_all_tests_is_the_one_ci_runs(readme: str) -> None:
    command = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1]
    assert command.endswith("tools/check.py")
    assert command in (ROOT / readme).read_text("utf-8")
