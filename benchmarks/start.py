"""Starting the program and moving in its ledger, in a terminal, against the barest Textual app."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.terminal import timed

ROUNDS = 7
BARE = [sys.executable, "-m", "benchmarks.bare"]


def ours(book: Path) -> list[str]:
    """The command line that opens a book."""
    return [sys.executable, "-m", "mediation_tui", "--book", str(book), "--lang", "zh"]


def quantile(values: list[float], share: float) -> float:
    """The value below which that share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def first_paint(books: dict[int, Path]) -> Iterator[str]:
    """Process start to first painted screen, and memory at rest, against the bare app, in turns."""
    seconds: dict[str, list[float]] = {}
    memory: dict[str, list[float]] = {}
    for _round in range(ROUNDS + 1):
        for name, command, text in [
            ("bare", BARE, "bare-and-painted"),
            *((f"{n:,} cases", ours(path), "本周") for n, path in books.items()),
        ]:
            with timed(command, text) as program:
                program.rest()
                seconds.setdefault(name, []).append(program.seconds_to_paint)
                memory.setdefault(name, []).append(program.resident_mb())
    yield "| start | first paint, s | × bare | asked | resident, MB | × bare | asked |"
    yield "|---|---|---|---|---|---|---|"
    bare_s, bare_mb = median(seconds["bare"][1:]), median(memory["bare"][1:])
    for name in seconds:
        s, mb = median(seconds[name][1:]), median(memory[name][1:])
        asked = ("–", "–") if name == "bare" else ("≤ 2×", "≤ 2×")
        yield (
            f"| {name} | {s:.3f} | {s / bare_s:.2f} | {asked[0]} | {mb:.0f} | {mb / bare_mb:.2f} | {asked[1]} |"
        )


def ledger_keys(book: Path, cases: int) -> Iterator[str]:
    """Opening the ledger and paging through all of it: key to first byte."""
    with timed(ours(book), "本周") as program:
        program.rest()
        opened = program.seconds_to_first_byte(b"2") * 1000
        program.rest()
        program.seconds_to_first_byte(b"x")
        program.rest()
        pages = [program.seconds_to_first_byte(b"\x1b[6~") * 1000 for _page in range(120)]
        steps = [program.seconds_to_first_byte(b"\x1b[B") * 1000 for _step in range(60)]
        ends = [program.seconds_to_first_byte(key) * 1000 for key in (b"\x1b[F", b"\x1b[H") * 10]
        memory = program.resident_mb()
    yield f"| ledger of {cases:,} cases | p50, ms | p95, ms | asked |"
    yield "|---|---|---|---|"
    yield f"| opening it | {opened:.0f} | – | – |"
    for name, times in (("PgDn", pages), ("↓", steps), ("End / Home", ends)):
        yield f"| {name} | {median(times):.1f} | {quantile(times, 0.95):.1f} | p95 ≤ 60 |"
    yield f"| resident memory afterwards | {memory:.0f} MB | – | – |"
