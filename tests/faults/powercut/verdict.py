"""Letting the power fail at every moment of a recording, and judging what is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from tests.faults.powercut.disk import Remains
from tests.faults.powercut.luck import power_cuts
from tests.faults.powercut.readers import Reader, Records
from tests.faults.powercut.recording import Moment, Recording
from tests.faults.powercut.remains import laid_out
from tests.faults.powercut.trials import Trial

_ONE_IN = 12
Found = Records | Exception


@dataclass(frozen=True)
class Loss:
    """A power cut that broke a promise.

    Attributes:
        call: After which call of the recording the power failed.
        cut: Which of the power cuts tried there it was.
        found: What was found, or why nothing could be.
        promise: What might have been found.
    """

    call: int
    cut: int
    found: Found
    promise: tuple[Records, ...]

    @property
    def unusable(self) -> bool:
        """Whether nobody can work with what is left."""
        return isinstance(self.found, Exception)

    @property
    def forgotten(self) -> bool:
        """Whether something acknowledged is not there any more, though what is left can be read."""
        return not isinstance(self.found, Exception) and not (self.found or set()) >= (
            self.promise[0] or set()
        )

    def __repr__(self) -> str:
        promised = " or ".join(map(_in_words, self.promise))
        return f"call {self.call}, cut {self.cut}: {_in_words(self.found)} instead of {promised}"


def _in_words(found: Found) -> str:
    if found is None:
        return "no file"
    if isinstance(found, Exception):
        return f"{type(found).__name__} ({found})"
    return f"{len(found)} records"


@dataclass
class Verdict:
    """What came of the power cuts in one part of a recording.

    Attributes:
        losses: Those that broke a promise.
        states: How many different states the power cuts left.
        opened: How many of them were opened as the program opens them.
    """

    losses: list[Loss] = field(default_factory=list)
    states: int = 0
    opened: int = 0


def verdict_on(trial: Trial, recording: Recording, work: Path, part: int = 0, parts: int = 1) -> Verdict:
    """Judge a recording, or one of several equal parts of it.

    Args:
        trial: How it was recorded and is read.
        recording: What was recorded.
        work: Where what is left may be laid out.
        part: Which part, from 0.
        parts: How many there are.
    """
    jury = _Jury(trial, work)
    total = len(recording.calls)
    first, end = total * part // parts, total * (part + 1) // parts
    for at, moment in islice(enumerate(recording.moments()), first, end):
        jury.judge(at, moment)
    return jury.verdict


class _Jury:
    """Reads each state once, however many power cuts leave it."""

    def __init__(self, trial: Trial, work: Path) -> None:
        self.verdict = Verdict()
        self._trial = trial
        self._work = work
        self._known: dict[object, Found] = {}
        self._opened: dict[object, Found] = {}

    def judge(self, at: int, moment: Moment) -> None:
        """Let the power fail at a moment in all the ways there are."""
        throws = 0 if moment.disk.settled else self._trial.throws
        for cut, luck in enumerate(power_cuts(f"{self._trial} {at}", throws)):
            remains = moment.disk.after_a_power_cut(luck)
            for found in self._readings(remains, moment.fresh):
                if found not in moment.promise:
                    self.verdict.losses.append(Loss(at, cut, found, moment.promise))

    def _readings(self, remains: Remains, fresh: bool) -> Iterator[Found]:
        """What is found in a state, by the fast reader and, for some, by the program's own way."""
        state = tuple((name, len(content), hash(content)) for name, content in remains.items())
        if state not in self._known:
            self._known[state] = self._read(remains, self._trial.looked_up)
            self.verdict.states += 1
        yield self._known[state]
        if state not in self._opened and (fresh or self.verdict.states % _ONE_IN == 0):
            self._opened[state] = self._read(remains, self._trial.opened)
            self.verdict.opened += 1
        if state in self._opened:
            yield self._opened[state]

    def _read(self, remains: Remains, reader: Reader) -> Found:
        with laid_out(remains, self._work) as folder:
            try:
                return reader(folder)
            except Exception as error:  # whatever it is, nobody can work with what is left
                return error
