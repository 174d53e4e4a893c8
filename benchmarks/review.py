"""The weekly review over a big book: reading the agenda, in one process again and again, and as a program starts; a case,
read and painted.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.books import made_up_book
from benchmarks.manifold import SEED_CASES, copied
from benchmarks.start import ours, quantile
from benchmarks.terminal import timed
from benchmarks.timing import medians
from mediation_tui.clock import SystemClock
from mediation_tui.desk import Desk
from mediation_tui.model.meeting import Attendance, SeenLine
from mediation_tui.model.period import Period
from mediation_tui.model.vocabulary import ON_DESK
from mediation_tui.review.agenda import agenda_of
from mediation_tui.review.docket import read_docket
from mediation_tui.review.heads import heads_of
from mediation_tui.review.lines import read_case_lines
from mediation_tui.review.sections import SectionCode
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import BookDB, create_file
from mediation_tui.store.filters import EVERYTHING, OPEN
from mediation_tui.store.records.documents import SHAPES

CASES, IN_HAND = 50_000, 600
_STARTS = 5
_DOWN, _KEYS = b"\x1b[B", 60
_TOWN = ("places", "people", "settings", "chains", "screenings", "consultations")

_FIRST = """
import json, sys, time
from pathlib import Path
from mediation_tui.store.embedded import EmbeddedBook
from benchmarks.review import first_page
book = EmbeddedBook(Path(sys.argv[1]))
begun = time.perf_counter()
lines = first_page(book)
print(json.dumps([time.perf_counter() - begun, lines]))
"""


def review(folder: Path, cases: int = CASES) -> Iterator[str]:
    """The agenda with the numbers at its head, and the ten lines of a case."""
    path = much_closed(folder, cases)
    with closing(EmbeddedBook(path)) as book:
        count, in_hand = book.count(EVERYTHING), book.count(OPEN)
        ids = [facts.id for facts in book.facts(OPEN)]
        coming = iter(ids * 100)
        taken = medians(
            {
                "agenda and head, read again": lambda: first_page(book),
                "ten lines of the next case": lambda: read_case_lines(
                    book, next(coming), date.today(), masked=True
                ),
            },
            5,
        )
    first = statistics.median(_first(path) for _start in range(_STARTS))
    yield "| cases | in hand | what | ms | asked |"
    yield "|---|---|---|---|---|"
    yield f"| {count:,} | {in_hand} | agenda and head, the first time | {first:.0f} | ≤ 300 |"
    asked = ("≤ 300", "≤ 50, with its paint")
    for (name, milliseconds), limit in zip(taken.items(), asked, strict=True):
        yield f"| {count:,} | {in_hand} | {name} | {milliseconds:.1f} | {limit} |"
    for name, milliseconds, limit in _in_the_room(path):
        yield f"| {count:,} | {in_hand} | {name} | {milliseconds:.1f} | {limit} |"


def _in_the_room(path: Path) -> Iterator[tuple[str, float, str]]:
    """Driving a meeting in a terminal: each key from going in to its first byte coming out."""
    with tempfile.TemporaryDirectory(dir=path.parent) as passing:
        book = Path(shutil.copyfile(path, Path(passing) / "walked.book"))
        _open(book)
        with timed([*ours(book), "review"], "已议") as program:
            program.rest(1.0)
            steps = [program.seconds_to_first_byte(_DOWN) * 1000 for _step in range(_KEYS)]
            program.rest(1.0)
            marked = [program.seconds_to_first_byte(b" ") * 1000 for _step in range(_KEYS)]
    for name, times in (("next case", steps), ("seen, and the next one not seen", marked)):
        yield f"{name}, key to paint, p50", statistics.median(times), "≤ 50"
        yield f"{name}, key to paint, p95", quantile(times, 0.95), "≤ 50"


def first_page(book: EmbeddedBook) -> int:
    """Everything the first screen of a review needs; how many lines there are."""
    clock = SystemClock()
    docket = read_docket(book, clock, Period.week_of(clock.today()))
    heads_of(docket)
    return len(agenda_of(docket).lines)


def _first(path: Path) -> float:
    """The same in a process that has not read a case yet, in milliseconds."""
    line = (sys.executable, "-c", _FIRST, str(path))
    done = subprocess.run(line, capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout)[0]) * 1000


def much_closed(folder: Path, cases: int) -> Path:
    """A book of so many cases of which some hundreds are in hand, and whose last meeting looked at every one of them."""
    path = folder / f"{cases}.review.book"
    seed = made_up_book(folder / f"{SEED_CASES}.book", SEED_CASES, date.today())
    if not path.exists():
        create_file(path, SHAPES)
        with closing(BookDB(seed, SHAPES)) as source, closing(BookDB(path, SHAPES)) as target:
            _fill(source, target, cases)
            target.checkpoint()
        _meet(path)
    return path


def _fill(source: BookDB, target: BookDB, cases: int) -> None:
    """The made-up town with its registers, its cases in hand until there are enough, and then only what is long over."""
    with target.transaction():
        for table in _TOWN:
            target.fill(table, ((row, json.loads(body)) for row, body in source.scan(table)))
    made, in_hand, copy = 0, 0, 0
    while made < cases:
        enough = in_hand >= IN_HAND
        kept = [each for each in copied(source, "cases", copy) if not enough or _over(each["facts"])]
        kept = kept[: cases - made]
        ids = {each["case"]["id"] for each in kept}
        with target.transaction():
            for document in kept:
                target.add("cases", document)
            for document in copied(source, "events", copy):
                if document["case_id"] in ids:
                    target.add("events", document)
        made, copy = made + len(kept), copy + 1
        in_hand += sum(each["facts"]["state"] in ON_DESK for each in kept)


def _over(facts: Mapping[str, Any]) -> bool:
    """Nothing is to be done about it, and nothing has happened for long."""
    long_ago = (date.today() - timedelta(days=90)).isoformat()
    return facts["state"] not in ON_DESK and not facts["visit_due"] and facts["last_on"] < long_ago


def _meet(path: Path) -> None:
    """Hold last week's meeting."""
    last_week = Period.week_of(date.today()).earlier()
    with closing(EmbeddedBook(path)) as book:
        desk = Desk(book, "benchmark", SystemClock())
        meeting = desk.open_meeting(last_week, Attendance(chair="主持", recorder="记录"), last_week.last).id
        for facts in list(book.facts(OPEN)):
            desk.mark_seen(meeting, SeenLine(section=SectionCode.UNRESOLVED.value, case=facts.id))
        desk.close_meeting(meeting, (), "主持")


def _open(path: Path) -> None:
    """Open this week's meeting."""
    with closing(EmbeddedBook(path)) as book:
        desk = Desk(book, "benchmark", SystemClock())
        desk.open_meeting(Period.week_of(date.today()), Attendance(chair="主持", recorder="记录"))
