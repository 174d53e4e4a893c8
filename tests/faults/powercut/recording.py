"""A program's calls, and what it had promised at each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.faults.powercut.calls import Call, Noted, Synced
from tests.faults.powercut.descriptors import Descriptors
from tests.faults.powercut.disk import Disk, Remains
from tests.faults.powercut.notes import ACKNOWLEDGED, BEGUN
from tests.faults.powercut.readers import Records
from tests.faults.powercut.remains import found_in, laid_out
from tests.faults.powercut.strace import system_calls
from tests.faults.powercut.trials import Trial


@dataclass(frozen=True)
class Moment:
    """Right after a call.

    Attributes:
        disk: As it is then; it goes on to the next moment.
        promise: What may be found: all that was acknowledged, and with it, or not, the act under way.
        fresh: Whether something has been acknowledged this very moment.
    """

    disk: Disk
    promise: tuple[Records, ...]
    fresh: bool


@dataclass(frozen=True)
class Recording:
    """What one run of a program asked of the disk.

    Attributes:
        before: What lay in the folder when it began.
        records: The records in it.
        calls: Everything it asked since then, in order.
    """

    before: Remains
    records: Records
    calls: tuple[Call, ...]

    def moments(self) -> Iterator[Moment]:
        """Every moment at which the power can fail."""
        disk, stages, done = Disk(self.before), self._stages(), 0
        promise: tuple[Records, ...] = (stages[0],)
        for call in self.calls:
            disk.obey(call)
            if isinstance(call, Noted):
                done += _acknowledges(call)
                promise = tuple(stages[done : done + (2 if call.text == BEGUN else 1)])
            yield Moment(disk, promise, _acknowledges(call))

    def syncs_of_each_act(self) -> list[int]:
        """How often each act waited for the disk before it was acknowledged."""
        syncs: list[int] = []
        waiting = False
        for call in self.calls:
            if isinstance(call, Noted):
                waiting = call.text == BEGUN
                syncs += [0] * waiting
            elif isinstance(call, Synced) and waiting:
                syncs[-1] += 1
        return syncs

    def _stages(self) -> list[Records]:
        """The records before the first act and after each."""
        stages = [self.records]
        for call in self.calls:
            if isinstance(call, Noted) and _acknowledges(call):
                stages.append((stages[-1] or frozenset()) | set(call.text.split()[1:]))
        return stages


def _acknowledges(call: Call) -> bool:
    return isinstance(call, Noted) and call.text.startswith(ACKNOWLEDGED)


def recorded(trial: Trial, work: Path) -> Recording:
    """Run a trial's program in a folder of its own and keep what it asked of the disk."""
    folder = work / "folder"
    folder.mkdir(parents=True)
    trial.prepare(folder)
    before = found_in(folder)
    with laid_out(before, work) as copy:
        records = trial.opened(copy)
    lines = system_calls(f"{__package__}.programs.{trial.program}", folder, work / "calls")
    return Recording(before, records, tuple(Descriptors(folder, before).calls(lines)))
