"""Programs that are known to lose records: a simulation that acquits them sees nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.powercut.conftest import RecordingOf
from tests.faults.powercut.trials import FORGETFUL, UNREADABLE, Trial
from tests.faults.powercut.verdict import Loss, verdict_on


def losses_near_the_end(recording_of: RecordingOf, trial: Trial, work: Path) -> list[Loss]:
    return verdict_on(trial, recording_of(trial), work, part=9, parts=10).losses


@pytest.mark.parametrize("trial", UNREADABLE, ids=str)
def test_a_file_that_is_written_over_is_found_unreadable(
    recording_of: RecordingOf, work: Path, trial: Trial
) -> None:
    assert any(loss.unusable for loss in losses_near_the_end(recording_of, trial, work))


@pytest.mark.parametrize("trial", FORGETFUL, ids=str)
def test_what_was_acknowledged_before_the_disk_confirmed_it_is_found_missing(
    recording_of: RecordingOf, work: Path, trial: Trial
) -> None:
    assert any(loss.forgotten for loss in losses_near_the_end(recording_of, trial, work))
