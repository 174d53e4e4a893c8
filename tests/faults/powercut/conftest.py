from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.faults.powercut.recording import Recording, recorded
from tests.faults.powercut.strace import why_not
from tests.faults.powercut.trials import Trial

_MEMORY = Path("/dev/shm")

RecordingOf = Callable[[Trial], Recording]


@pytest.fixture(scope="session")
def recording_of(tmp_path_factory: pytest.TempPathFactory) -> RecordingOf:
    """Runs a trial's program once and records it; where that cannot be done, only CI insists."""
    if reason := why_not():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    return cache(lambda trial: recorded(trial, tmp_path_factory.mktemp(trial.program)))


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Path]:
    """A folder for thousands of short-lived files, in memory where the system has such a place."""
    with TemporaryDirectory(dir=_MEMORY if os.access(_MEMORY, os.W_OK) else tmp_path) as name:
        yield Path(name)
