"""The shared book: through the repository, and by hand with psycopg over the same tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import psycopg

from benchmarks.manifold import manifold
from benchmarks.timing import medians
from mediation_tui.clock import SystemClock
from mediation_tui.desk import Desk
from mediation_tui.model.events import NoteAdded
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING, CaseFilter, Order
from mediation_tui.store.records.asking import ORDERS
from mediation_tui.store.records.documents import CASES, CHAINS, EVENTS, FACT_COLUMNS
from mediation_tui.store.records.everything import everything, pour
from mediation_tui.store.records.factrows import facts_from
from mediation_tui.store.shared import SharedBook
from mediation_tui.store.shared.address import Address
from mediation_tui.store.shared.making import in_the_making
from mediation_tui.store.shared.rows import Rows
from tests.postgres import server

SIZES = (1_000, 10_000, 100_000)


def shared(folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """The table, one size after the other, on a server of its own that keeps what it commits."""
    yield "| cases | what | book, ms | by hand, ms | × by hand | asked |"
    yield "|---|---|---|---|---|---|"
    with server(lasting=True) as running:
        for cases in sizes:
            url = f"{running.url}#of{cases}"
            with closing(EmbeddedBook(manifold(folder, cases))) as source, in_the_making(url) as made:
                pour(everything(source.engine), made.engine)
            address = Address.of(url)
            with psycopg.connect(address.database, autocommit=True) as hand, closing(SharedBook(url)) as book:
                hand.execute(f"SET search_path = {address.schema}")
                hand.execute("ANALYZE")
                yield from _measured(cases, book, hand)


def _measured(cases: int, book: SharedBook, hand: psycopg.Connection) -> Iterator[str]:
    case = next(facts for facts in book.page(EVERYTHING, Order.NEWEST, 0, 50) if facts.village)
    desk, current, sequence = Desk(book, "bench", SystemClock()), book.case(case.id), count(1)
    rows = {shape.name: Rows(shape) for shape in (CASES, EVENTS, CHAINS)}
    held = {name: json.loads(next(iter(book.engine.bodies(name, "ORDER BY id LIMIT 1")))[1]) for name in rows}
    columns, order = ", ".join(FACT_COLUMNS), ORDERS[Order.NEWEST]
    name = case.versus[:2]

    def note() -> None:
        nonlocal current
        current = desk.record(current.id, NoteAdded(text="记一笔"), seen=current.version)

    def note_by_hand() -> None:
        with hand.transaction():
            hand.execute(
                "SELECT body FROM cases WHERE case_id = %s FOR UPDATE", (held["cases"]["facts"]["id"],)
            ).fetchone()
            event = {**held["events"], "origin": "by hand", "sequence": next(sequence)}
            hand.execute(rows["events"].insert, rows["events"].values(event))
            hand.execute(rows["cases"].replace, (*rows["cases"].values(held["cases"]), 1))
            hand.execute(rows["chains"].replace, (*rows["chains"].values(held["chains"]), chain))

    held["chains"] |= {"origin": "by hand", "ours": 0}
    ((chain,),) = hand.execute(rows["chains"].insert, rows["chains"].values(held["chains"])).fetchall()
    pairs = {
        "one act through the Desk": (note, note_by_hand, 60),
        "get": (
            lambda: book.case(case.id),
            lambda: hand.execute("SELECT body FROM cases WHERE case_id = %s", (case.id,)).fetchone(),
            100,
        ),
        "page + count": (
            lambda: (book.page(EVERYTHING, Order.NEWEST, 0, 50), book.count(EVERYTHING)),
            lambda: (
                [*map(facts_from, hand.execute(f"SELECT {columns} FROM cases ORDER BY {order} LIMIT 50"))],
                hand.execute("SELECT count(*) FROM cases").fetchone(),
            ),
            20,
        ),
        "name": (
            lambda: book.page(CaseFilter(text=name), Order.NEWEST, 0, 50),
            lambda: [
                *map(
                    facts_from,
                    hand.execute(
                        f"SELECT {columns} FROM cases WHERE strpos(search, %s) > 0 ORDER BY {order} LIMIT 50",
                        (name,),
                    ),
                )
            ],
            10,
        ),
        "tally": (
            lambda: book.tally(("village", "state"), EVERYTHING),
            lambda: hand.execute(
                "SELECT village, state, count(*) FROM cases GROUP BY village, state"
            ).fetchall(),
            10,
        ),
    }
    for what, (ours, plain, times) in pairs.items():
        taken = medians({"book": ours, "hand": plain}, times)
        ratio = taken["book"] / taken["hand"]
        yield f"| {cases:,} | {what} | {taken['book']:.3f} | {taken['hand']:.3f} | {ratio:.2f} | ≤ 2 |"
