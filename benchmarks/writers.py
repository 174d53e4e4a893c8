"""Two terminals writing at once: how long each waits for its act.

python -m benchmarks.writers BOOK ACTS    is one of them; it prints how long each act took, in milliseconds
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks.manifold import manifold
from mediation_tui.clock import SystemClock
from mediation_tui.desk import Desk
from mediation_tui.model.events import NoteAdded
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import OPEN, Order

ACTS = 400


def writers(folder: Path, cases: int = 10_000) -> Iterator[str]:
    """Acts of one terminal alone, and of two at once."""
    path = folder / "written.book"
    yield f"| terminals writing in {cases:,} cases | median, ms | p95, ms | worst, ms | asked |"
    yield "|---|---|---|---|---|"
    for terminals in (1, 2):
        shutil.copy(manifold(folder, cases), path)
        command = (sys.executable, "-m", "benchmarks.writers", str(path), str(ACTS))
        running = [
            subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _terminal in range(terminals)
        ]
        taken = sorted(float(line) for process in running for line in process.communicate()[0].split())
        asked = "p95 ≤ 10, worst ≤ 1,000" if terminals > 1 else "–"
        p95 = taken[int(len(taken) * 0.95)]
        yield f"| {terminals} | {median(taken):.2f} | {p95:.2f} | {taken[-1]:.1f} | {asked} |"
    path.unlink()


def act(path: Path, acts: int) -> Iterator[float]:
    """How long each of so many acts took."""
    with closing(EmbeddedBook(path)) as book:
        desk = Desk(book, "bench", SystemClock())
        case = book.page(OPEN, Order.NEWEST, 0, 1)[0].id
        for number in range(acts):
            begun = time.perf_counter()
            desk.record(case, NoteAdded(text=f"第 {number} 次"))
            yield (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    for milliseconds in act(Path(sys.argv[1]), int(sys.argv[2])):
        print(milliseconds)
