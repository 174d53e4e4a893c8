"""The store: the book against plain SQL over the same file, and against TinyDB's own JSON file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from tinydb import TinyDB, where
from tinydb.storages import JSONStorage

from benchmarks.byhand import ByHand
from benchmarks.manifold import manifold
from benchmarks.timing import medians
from mediation_tui.clock import SystemClock
from mediation_tui.desk import Desk
from mediation_tui.model.events import NoteAdded
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING, CaseFilter, Order
from mediation_tui.store.records.asking import ORDERS
from mediation_tui.store.records.documents import FACT_COLUMNS
from mediation_tui.store.records.factrows import facts_from

SIZES = (1_000, 10_000, 100_000)
_STOCK_UP_TO = 10_000
_LOADED = 500
"""Cases put in at once to measure that."""
_PEAK = """
import sys
from pathlib import Path
from mediation_tui.store.embedded import EmbeddedBook
book = EmbeddedBook(Path(sys.argv[1]))
for _document in book._db.table("cases"):
    pass
status = Path("/proc/self/status").read_text("ascii")
print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)
"""


@dataclass(frozen=True)
class Asked:
    """What a figure is held to: at most so many times by hand, at least so many times TinyDB's speed, by size."""

    hand: float | None = None
    stock: Mapping[int, int] = field(default_factory=dict)


ASKED = {
    "open": Asked(),
    "an act's rows": Asked(2),
    "the same, sealed and folded": Asked(),
    "the same, through the Desk": Asked(),
    "get": Asked(2, {10_000: 5000}),
    "village + state": Asked(2.5, {10_000: 250}),
    "page + count": Asked(1.5, {10_000: 400}),
    "name": Asked(1.6, {10_000: 150}),
    "tally": Asked(1.3, {10_000: 12}),
    "iterate": Asked(1.25, {10_000: 2}),
    "load": Asked(2.2),
    "TinyDB insert": Asked(None, {1_000: 60, 10_000: 500}),
    "TinyDB update": Asked(None, {1_000: 60, 10_000: 500}),
}


def store(folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """The table, one size after the other."""
    yield "| cases | what | book, ms | by hand, ms | × by hand | asked | stock TinyDB, ms | TinyDB ÷ book | asked |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for cases in sizes:
        yield from _of_size(folder, cases)


def _of_size(folder: Path, cases: int) -> Iterator[str]:
    path = folder / "measured.book"
    shutil.copy(manifold(folder, cases), path)
    with closing(EmbeddedBook(path)) as book, closing(ByHand(path)) as hand:
        asked = _Questions(book, hand)
        stock = _stock(folder, book) if cases <= _STOCK_UP_TO else None
        for name, ours, plain, tiny, times in asked.all(stock):
            repeated = (
                max(2, times // 10)
                if cases > _STOCK_UP_TO and name in ("tally", "iterate", "name")
                else times
            )
            ways = {"book": ours} | ({"hand": plain} if plain else {})
            taken = medians(ways, repeated)
            slow = medians({"stock": tiny}, 1)["stock"] if tiny and stock is not None else None
            yield _line(cases, name, taken["book"], taken.get("hand"), slow)
        if stock is not None:
            stock.close()
    yield f"| {cases:,} | file ÷ its JSON | {_file_over_json(path):.2f} | – | – | ≤ 1.4 | – | – | – |"
    yield f"| {cases:,} | peak memory, iterating | {_peak(path):.0f} MB | – | – | ≤ 120 MB | – | – | – |"
    path.unlink()


def _line(cases: int, name: str, ours: float, hand: float | None, stock: float | None) -> str:
    asked = ASKED[name]
    by_hand = f"{hand:.3f} | {ours / hand:.2f}" if hand else "– | –"
    limit = f"≤ {asked.hand}" if asked.hand else ("≤ 40 ms" if name == "open" else "–")
    tiny = f"{stock:.1f} | {stock / ours:,.0f}" if stock else "– | –"
    least = f"≥ {asked.stock[cases]:,}" if cases in asked.stock else "–"
    return f"| {cases:,} | {name} | {ours:.3f} | {by_hand} | {limit} | {tiny} | {least} |"


Way = Callable[[], object]


class _Enough(Exception):
    """What was measured need not stay."""


class _Questions:
    """Every measured thing in its three ways."""

    def __init__(self, book: EmbeddedBook, hand: ByHand) -> None:
        self.book, self.hand = book, hand
        self.db = book._db
        self.case = next(facts for facts in book.page(EVERYTHING, Order.NEWEST, 0, 50) if facts.village)
        self.desk = Desk(book, "bench", SystemClock())
        self.current = book.case(self.case.id)
        self.sequence = count(1)

    def all(self, stock: TinyDB | None) -> Iterator[tuple[str, Way, Way | None, Way | None, int]]:
        """Name, ours, by hand, TinyDB's, and how often a round calls it."""
        case, hand, db = self.case, self.hand, self.db
        cases, state = db.table("cases"), str(case.state.value)
        query = (where("facts")["village"] == case.village) & (where("facts")["state"] == state)
        columns = ", ".join(FACT_COLUMNS)
        order = ORDERS[Order.NEWEST]
        name = case.versus[:2]
        tiny = stock.table("cases") if stock is not None else None

        def asked_of(ask: Callable[[], object]) -> Way | None:
            return ask if tiny is not None else None

        yield "open", lambda: EmbeddedBook(db.path).close(), None, None, 5
        yield "an act's rows", self.rows, hand.act, None, 60
        yield "the same, sealed and folded", self.append, hand.act, None, 60
        yield "the same, through the Desk", self.note, hand.act, None, 60
        yield (
            "get",
            lambda: cases.get(doc_id=1),
            lambda: json.loads(hand.rows("SELECT body FROM cases WHERE id = 1")[0][0]),
            asked_of(lambda: tiny.get(doc_id=1)),
            200,
        )
        yield (
            "village + state",
            lambda: cases.search(query),
            lambda: hand.documents("WHERE village = ? AND state = ? ORDER BY id", case.village, state),
            asked_of(lambda: (tiny.clear_cache(), tiny.search(query))),
            20,
        )
        yield (
            "page + count",
            lambda: (self.book.page(EVERYTHING, Order.NEWEST, 0, 50), self.book.count(EVERYTHING)),
            lambda: (
                [*map(facts_from, hand.rows(f"SELECT {columns} FROM cases ORDER BY {order} LIMIT 50"))],
                hand.rows("SELECT count(*) FROM cases"),
            ),
            asked_of(
                lambda: sorted(tiny.all(), key=lambda document: document["facts"]["registered_on"])[-50:]
            ),
            20,
        )
        yield (
            "name",
            lambda: self.book.page(CaseFilter(text=name), Order.NEWEST, 0, 50),
            lambda: [
                *map(
                    facts_from,
                    hand.rows(
                        f"SELECT {columns} FROM cases WHERE instr(search, ?) ORDER BY {order} LIMIT 50", name
                    ),
                )
            ],
            asked_of(lambda: tiny.search(where("search").test(lambda text: name in text))),
            10,
        )
        yield (
            "tally",
            lambda: self.book.tally(("village", "state"), EVERYTHING),
            lambda: hand.rows("SELECT village, state, count(*) FROM cases GROUP BY village, state"),
            asked_of(lambda: [document["facts"]["village"] for document in tiny]),
            10,
        )
        yield (
            "iterate",
            lambda: sum(1 for _document in cases),
            lambda: sum(1 for (body,) in hand.sql.execute("SELECT body FROM cases") if json.loads(body)),
            asked_of(lambda: sum(1 for _document in tiny)),
            1,
        )
        yield "load", self.load, lambda: hand.load(self.new_cases()), None, 1
        if tiny is not None:
            document = dict(cases.get(doc_id=1))
            fresh = iter(range(10**9))

            def insert() -> int:
                document["facts"]["id"] = document["number_key"] = f"n{next(fresh)}"
                return cases.insert(document)

            yield "TinyDB insert", insert, None, lambda: tiny.insert(document), 20
            changed = {"note": "改"}
            yield (
                "TinyDB update",
                lambda: cases.update(changed, doc_ids=[1]),
                None,
                lambda: tiny.update(changed, doc_ids=[1]),
                20,
            )

    def new_cases(self) -> list[dict[str, Any]]:
        """Cases nobody has, of everyday size."""
        return [
            {
                **self.hand.case,
                "number_key": f"load{n}",
                "facts": {**self.hand.case["facts"], "id": f"load{n}"},
            }
            for n in range(_LOADED)
        ]

    def load(self) -> None:
        """Many cases in one transaction, and away with them again."""
        try:
            with self.db.transaction():
                self.db.table("cases").insert_multiple(self.new_cases())
                raise _Enough
        except _Enough:
            pass

    def rows(self) -> None:
        """An event, the case's row and the chain's end, with checksums and under the lock."""
        with self.db.transaction():
            self.db.add("events", {**self.hand.event, "origin": "ours", "sequence": next(self.sequence)})
            self.db.put("cases", 1, self.hand.case)
            self.db.put("chains", self.hand.row, self.hand.chain)

    def append(self) -> None:
        """The act itself, as the repository writes it."""
        draft = self.desk._draft(self.current.id, NoteAdded(text="记一笔"), self.desk.clock.today())
        with self.book.writing() as writing:
            self.current = writing.append(self.current, (draft,))

    def note(self) -> None:
        """The act as a person does it: read, checked, written."""
        self.current = self.desk.record(self.current.id, NoteAdded(text="记一笔"), seen=self.current.version)


def _stock(folder: Path, book: EmbeddedBook) -> TinyDB:
    """The same cases in TinyDB's own JSON file, UTF-8."""
    file = folder / "stock.json"
    cases = {str(row): json.loads(body) for row, body in book._db.scan("cases")}
    file.write_text(json.dumps({"cases": cases}, ensure_ascii=False), "utf-8")
    return TinyDB(file, storage=JSONStorage, encoding="utf-8", ensure_ascii=False)


def _file_over_json(path: Path) -> float:
    with closing(EmbeddedBook(path)) as book:
        size = sum(
            len(body.encode()) + len(str(row)) + 5
            for table in book._db.storage.tables
            for row, body in book._db.scan(table)
        )
        book._db.checkpoint()
    return path.stat().st_size / size


def _peak(path: Path) -> float:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        (sys.executable, "-c", _PEAK, path), capture_output=True, text=True, env=environment, check=True
    )
    return float(done.stdout)


def backup(folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """Backing a book up while nobody writes."""
    yield "| cases | file, MB | backup, s | asked |"
    yield "|---|---|---|---|"
    for cases in sizes:
        path, target = manifold(folder, cases), folder / "backup.book"
        taken = []
        for _round in range(3):
            target.unlink(missing_ok=True)
            with closing(EmbeddedBook(path)) as book:
                begun = time.perf_counter()
                book.backup(target, SystemClock().now())
                taken.append(time.perf_counter() - begun)
        asked = "≤ 3 s" if cases == 100_000 else "–"
        yield f"| {cases:,} | {path.stat().st_size / 1e6:.0f} | {sorted(taken)[1]:.2f} | {asked} |"
        target.unlink()
