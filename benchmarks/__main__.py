"""Run benchmarks, print their tables, and write them to `benchmarks/RESULTS.md`; what is not run stays as it is there.

python -m benchmarks [--books FOLDER] [NAME ...]    with a folder, the made-up books are kept there for the next time
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.books import made_up_book
from benchmarks.figures import figures, figures_alone, ledger
from benchmarks.review import review
from benchmarks.saving import saving
from benchmarks.shared import shared
from benchmarks.start import first_paint, ledger_keys
from benchmarks.store import backup, store
from benchmarks.writers import writers

RESULTS = Path(__file__).with_name("RESULTS.md")
SMALL, USUAL = 600, 10_000


@dataclass(frozen=True)
class Benchmark:
    """One table of the results.

    Attributes:
        title: What stands over it.
        measure: Measures, with the folder of the books; gives the table line by line.
    """

    title: str
    measure: Callable[[Path], Iterator[str]]


BENCHMARKS: Mapping[str, Benchmark] = {
    "start": Benchmark("Start and memory", lambda books: first_paint(_towns(books, SMALL, USUAL))),
    "ledger": Benchmark("Ledger", lambda books: ledger_keys(_towns(books, USUAL)[USUAL], USUAL)),
    "saving": Benchmark("Saving", lambda books: saving(_towns(books, USUAL)[USUAL])),
    "review": Benchmark("The weekly review", review),
    "store": Benchmark("The store", store),
    "shared": Benchmark("The shared book", shared),
    "writers": Benchmark("Writing at once", writers),
    "backup": Benchmark("Backups", backup),
    "figures": Benchmark("Figures of a year", figures),
    "alone": Benchmark("Figures, each in a process of its own", figures_alone),
    "workbook": Benchmark("Workbooks", ledger),
}
"""Every benchmark by the name it is asked for, in the order of the results."""


def main() -> None:
    """Measure what is asked for, print it and write it down."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks")
    asked.add_argument("--books", type=Path, help="where the made-up books are kept for the next time")
    asked.add_argument("names", nargs="*", metavar="NAME", help=" ".join(BENCHMARKS))
    given = asked.parse_args()
    if unknown := set(given.names) - set(BENCHMARKS):
        asked.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as passing:
        for name in given.names or BENCHMARKS:
            lines = list(BENCHMARKS[name].measure(given.books or Path(passing)))
            print("\n".join([f"## {BENCHMARKS[name].title}", "", *lines, ""]), flush=True)
            _write_down(BENCHMARKS[name].title, lines)


def _towns(books: Path, *sizes: int) -> dict[int, Path]:
    return {cases: made_up_book(books / f"{cases}.book", cases, date.today()) for cases in sizes}


def _write_down(title: str, lines: list[str]) -> None:
    """Put a table in its place among the results."""
    machine = (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}. `python -m benchmarks`; each table was measured in one run, on the day beside it."
    )
    written = RESULTS.read_text("utf-8") if RESULTS.exists() else ""
    tables = dict(part.split("\n\n", 1) for part in written.split("\n## ")[1:])
    tables = {heading.partition(" (")[0]: (heading, table) for heading, table in tables.items()}
    tables[title] = (f"{title} ({date.today()})", "\n".join(lines) + "\n")
    order = [each.title for each in BENCHMARKS.values()]
    kept = [
        f"## {heading}\n\n{table}" for name in order if name in tables for heading, table in [tables[name]]
    ]
    RESULTS.write_text("\n".join([f"# Results\n\n{machine}\n", *kept]), "utf-8")


if __name__ == "__main__":
    main()
