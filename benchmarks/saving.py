"""Saving one act: through the Desk, and the same rows by hand."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from mediation_tui.clock import SystemClock
from mediation_tui.desk import Desk
from mediation_tui.model.events import NoteAdded
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import OPEN, Order

ACTS = 200


def saving(path: Path) -> Iterator[str]:
    """One act on a case in hand: check, seal, fold, keep, sync; against two rows written by hand."""
    book = EmbeddedBook(path)
    desk = Desk(book, "bench", SystemClock())
    case = book.case(book.page(OPEN, Order.NEWEST, 0, 1)[0].id)
    ours = []
    for number in range(ACTS):
        begun = time.perf_counter()
        case = desk.record(case.id, NoteAdded(text=f"第 {number} 次"), seen=case.version)
        ours.append((time.perf_counter() - begun) * 1000)
    body = case.model_dump_json()
    book.close()
    by_hand = list(_by_hand(path.with_suffix(".plain"), body))
    ratio = median(ours) / median(by_hand)
    p95 = sorted(ours)[int(ACTS * 0.95)]
    yield "| one act at 10,000 cases | median, ms | p95, ms | × by hand | asked |"
    yield "|---|---|---|---|---|"
    yield f"| through the Desk | {median(ours):.2f} | {p95:.2f} | {ratio:.1f} | ≤ 20 ms |"
    yield f"| two rows by hand, same pragmas | {median(by_hand):.2f} | – | 1.0 | – |"


def _by_hand(path: Path, body: str) -> Iterator[float]:
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("PRAGMA journal_mode=WAL")
    plain.execute("PRAGMA synchronous=FULL")
    plain.execute("CREATE TABLE cases (id INTEGER PRIMARY KEY, body TEXT)")
    plain.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, body TEXT)")
    plain.execute("INSERT INTO cases VALUES (1, ?)", (body,))
    for _act in range(ACTS):
        begun = time.perf_counter()
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT INTO events (body) VALUES (?)", (body[:600],))
        plain.execute("UPDATE cases SET body = ? WHERE id = 1", (body,))
        plain.execute("COMMIT")
        yield (time.perf_counter() - begun) * 1000
    plain.close()
