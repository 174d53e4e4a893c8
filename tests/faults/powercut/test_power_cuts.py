"""The power fails at any call of a program at work, and takes with it whatever the disk had not confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from tests.faults.powercut.conftest import RecordingOf
from tests.faults.powercut.trials import ACTS, TRIALS, Trial
from tests.faults.powercut.verdict import verdict_on

_PART = 1_250
"""States judged in one go, so that every core has its share."""


def parts_of(trial: Trial) -> Iterator[ParameterSet]:
    """A trial in parts of a bearable length."""
    parts = max(1, trial.states // _PART)
    for part in range(parts):
        yield pytest.param(trial, part, parts, id=f"{trial}, {part + 1} of {parts}")


@pytest.mark.parametrize(("trial", "part", "parts"), [part for trial in TRIALS for part in parts_of(trial)])
def test_no_power_cut_loses_an_acknowledged_act_or_keeps_half_of_another(
    recording_of: RecordingOf, work: Path, trial: Trial, part: int, parts: int
) -> None:
    verdict = verdict_on(trial, recording_of(trial), work, part, parts)
    assert verdict.losses == []
    assert verdict.states >= trial.states // parts
    assert verdict.opened >= verdict.states // 12


def test_the_trials_come_to_ten_thousand_different_states() -> None:
    assert sum(trial.states for trial in TRIALS) >= 10_000


def test_an_act_waits_for_the_disk_hardly_more_than_once(recording_of: RecordingOf) -> None:
    _founding, *acts = recording_of(ACTS).syncs_of_each_act()
    assert len(acts) == 25
    assert all(acts)
    assert sum(acts) / len(acts) <= 1.15
