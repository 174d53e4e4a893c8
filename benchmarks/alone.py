"""One piece of work in a process of its own: how long it takes, its peak memory, and how often it says how far it is.

python -m benchmarks.alone WORK BOOK    does it and says so in JSON
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

from mediation_tui.clock import SystemClock
from mediation_tui.figures.measures import read_measures
from mediation_tui.figures.questions import read_questions
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Past, Present
from mediation_tui.figures.statement import Statement
from mediation_tui.figures.tables.reading import shipped_table
from mediation_tui.figures.tables.table import Table
from mediation_tui.model.period import Period
from mediation_tui.store.embedded import EmbeddedBook

_YEAR_AGO = timedelta(days=365)
_TABLES = ("ministry", "governance")


def last_year() -> Period:
    """The year that is counted: the last whole one."""
    return Period.year(SystemClock().today().year - 1)


@dataclass
class Watch:
    """Somebody watching how far the work is.

    Attributes:
        heard: When something was said.
    """

    heard: list[float] = field(default_factory=lambda: [time.perf_counter()])

    def __call__(self, done: int, total: int) -> None:
        """Hear how much of how much is done."""
        self.heard.append(time.perf_counter())

    @property
    def longest_silence(self) -> float:
        """Seconds between two words, at most."""
        return max((after - before for before, after in pairwise(self.heard)), default=0.0)


def counted(figures: PeriodFigures) -> tuple[Statement, tuple[Table, ...]]:
    """The statement and the two tables."""
    return figures.statement(), tuple(figures.table(shipped_table(name)) for name in _TABLES)


def _now(book: EmbeddedBook, watch: Watch) -> None:
    counted(PeriodFigures(Present(book, SystemClock()), last_year()))


def _proven(book: EmbeddedBook, watch: Watch) -> None:
    counted(PeriodFigures(Present(book, SystemClock()), last_year(), proven=True))


def _known(book: EmbeddedBook, watch: Watch) -> None:
    for _facts in book.facts_at(SystemClock().now() - _YEAR_AGO, watch):
        pass


def _counted_as_known(book: EmbeddedBook, watch: Watch) -> None:
    counted(PeriodFigures(Past(book, SystemClock().now() - _YEAR_AGO, watch), last_year()))


def _measures(book: EmbeddedBook, watch: Watch) -> None:
    read_measures(Present(book, SystemClock()), last_year(), progress=watch)


def _questions(book: EmbeddedBook, watch: Watch) -> None:
    read_questions(Present(book, SystemClock()), last_year(), watch)


def _unsound(book: EmbeddedBook, watch: Watch) -> None:
    assert book.unsound(None) == (), "the book is what was written"


WORKS: Mapping[str, Callable[[EmbeddedBook, Watch], None]] = {
    "statement, ministry, governance": _now,
    "the same, every case proven": _proven,
    "every case as known a year ago": _known,
    "the same three as known a year ago": _counted_as_known,
    "measures": _measures,
    "questions": _questions,
    "every case proven": _unsound,
}


@dataclass(frozen=True)
class Taken:
    """What some work took.

    Attributes:
        seconds: How long it took.
        peak: The most memory the process had, MB.
        words: How often it said how far it was.
        silence: The longest time between two words, seconds; none where it said nothing.
    """

    seconds: float
    peak: float
    words: int
    silence: float


def alone(work: str, path: Path, rounds: int = 3) -> Taken:
    """The medians of some rounds, each in a new process."""
    told = [json.loads(_told(work, path)) for _round in range(rounds)]
    return Taken(*(median(each[name] for each in told) for name in ("seconds", "peak", "words", "silence")))


def _told(work: str, path: Path) -> str:
    command = (sys.executable, "-m", "benchmarks.alone", work, str(path))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout


def _done(work: str, path: Path) -> str:
    with closing(EmbeddedBook(path)) as book:
        watch = Watch()
        begun = time.perf_counter()
        WORKS[work](book, watch)
        seconds = time.perf_counter() - begun
    status = Path("/proc/self/status").read_text("ascii")
    peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
    words = len(watch.heard) - 1
    return json.dumps({"seconds": seconds, "peak": peak, "words": words, "silence": watch.longest_silence})


if __name__ == "__main__":
    print(_done(sys.argv[1], Path(sys.argv[2])))
