"""Figures: the statement and official tables against SQL by hand, as known a year ago, measures, questions, and a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.alone import WORKS, alone, counted, last_year
from benchmarks.manifold import manifold
from benchmarks.sheets import written
from benchmarks.tallies import ByHand, cells_of, differing
from benchmarks.timing import medians
from mediation_tui.clock import SystemClock
from mediation_tui.figures.reading import PeriodFigures
from mediation_tui.figures.records import Present
from mediation_tui.store.embedded import EmbeddedBook

SIZES = (1_000, 10_000, 100_000)
LEDGER = 20_000


def figures(folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """Counting a year, in one process, in turns with SQL that gives the same number in every cell."""
    yield "| cases | what | ours, ms | by hand, ms | × by hand | asked |"
    yield "|---|---|---|---|---|---|"
    for cases in sizes:
        yield from _counting(manifold(folder, cases), cases)


def _counting(path: Path, cases: int) -> Iterator[str]:
    with closing(EmbeddedBook(path)) as book:
        period, records = last_year(), Present(book, SystemClock())
        basis = PeriodFigures(records, period).basis
        hand = ByHand(path, book.town, book.rules, basis)
        by_hand = hand.cells()
        if wrong := differing(cells_of(*counted(PeriodFigures(records, period))), by_hand):
            raise AssertionError(f"not counted alike: {wrong[:5]}")
        ways: dict[str, Callable[[], object]] = {
            "statement, ministry, governance": lambda: counted(PeriodFigures(records, period)),
            "the same, every case proven": lambda: counted(PeriodFigures(records, period, proven=True)),
        }
        taken = medians({**ways, "by hand": hand.cells}, 1)
        hand.close()
    for name in ways:
        asked = "≤ 1.5" if name == "statement, ministry, governance" and cases == max(SIZES) else "–"
        ours, theirs = taken[name], taken["by hand"]
        yield f"| {cases:,} | {name} | {ours:,.0f} | {theirs:,.0f} | {ours / theirs:.2f} | {asked} |"


def figures_alone(folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """The same and more, each in a process of its own: time, peak memory, and word of how far it is."""
    yield "| cases | what | s | peak, MB | asked | words | longest silence, s |"
    yield "|---|---|---|---|---|---|---|"
    for cases in sizes:
        for work in WORKS:
            taken = alone(work, manifold(folder, cases))
            asked = "≤ 300 MB, with words" if "year ago" in work and cases == max(SIZES) else "–"
            silence = f"{taken.silence:.2f}" if taken.words else "–"
            yield (
                f"| {cases:,} | {work} | {taken.seconds:.2f} | {taken.peak:.0f} | {asked} | "
                f"{taken.words:.0f} | {silence} |"
            )


def ledger(folder: Path) -> Iterator[str]:
    """A long ledger as a workbook."""
    yield "| workbook | ours, s | bare loop, s | × bare | asked |"
    yield "|---|---|---|---|---|"
    with closing(EmbeddedBook(manifold(folder, max(SIZES)))) as book:
        for cases in (1_000, 10_000, LEDGER):
            taken = written(folder, book, cases)
            ours, bare = taken["ours"] / 1000, taken["bare"] / 1000
            asked = "≤ 1.3" if cases == LEDGER else "–"
            yield f"| ledger of {cases:,} cases | {ours:.2f} | {bare:.2f} | {ours / bare:.2f} | {asked} |"
