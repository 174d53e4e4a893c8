"""Damaging books, and seeing what was got out of them."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from mediation_tui.store.book import Finding
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded.salvage import Left, Salvaged, salvage

PAGE = 4096
INTERIOR = 0x05

Bodies = dict[int, str]

STEPS_MISSING = re.compile(r".*：第 (\d+) 到 (\d+) 步缺失。")


def bodies(path: Path, table: str = "events") -> Bodies:
    """Ids and texts of a table's rows, as SQLite reads them."""
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute(f"SELECT id, body FROM {table} ORDER BY id").fetchall())


def pages_of(data: bytes) -> list[bytes]:
    return [data[start : start + PAGE] for start in range(0, len(data), PAGE)]


def zeroed(data: bytes, pages: Iterable[int]) -> bytes:
    """A file with some of its pages, from 0, lost."""
    lost = set(pages)
    return b"".join(bytes(PAGE) if n in lost else page for n, page in enumerate(pages_of(data)))


def surely_there(data: bytes, events: Bodies) -> Bodies:
    """The events whose text still stands somewhere in a file in one piece."""
    return {event: body for event, body in events.items() if body.encode() in data}


@dataclass(frozen=True)
class Result:
    """A salvaged book, looked at and let go of."""

    told: Salvaged
    path: Path
    events: Bodies
    findings: tuple[Finding, ...]

    def cases(self, left: Left) -> set[str]:
        return {case.case_id for case in self.told.cases if case.left is left}


def salvaged(folder: Path, data: bytes, log: bytes = b"") -> Result:
    """What is got out of a damaged file, and what a check of the new book finds."""
    damaged, new = folder / "damaged.book", folder / "new.book"
    damaged.write_bytes(data)
    if log:
        folder.joinpath("damaged.book-wal").write_bytes(log)
    told = salvage(damaged, new, "new")
    assert damaged.read_bytes() == data
    with closing(EmbeddedBook(new)) as book:
        findings = tuple(book.check())
    assert [file.name for file in sorted(folder.iterdir()) if file.name[0] == "."] == []
    return Result(told, new, bodies(new), findings)


def require_honest(result: Result, written: Bodies) -> None:
    """Every event is one that was written, and a check says exactly what salvaging said: no more and no less."""
    assert {event: written[event] for event in result.events} == result.events
    assert len(result.events) == result.told.events
    sequences = {json.loads(body)["sequence"] for body in result.events.values()}
    for gap in result.told.gaps:
        assert not sequences & set(range(gap.first, gap.last + 1))
    gaps = {f"第 {gap.first} 到 {gap.last} 号事件缺失。" for gap in result.told.gaps}
    said = {finding.sentence for finding in result.findings if finding.case_id is None}
    assert gaps <= said
    steps = [STEPS_MISSING.fullmatch(sentence) for sentence in said - gaps]
    assert all(steps), said - gaps
    lacking = sum(int(missing[2]) - int(missing[1]) + 1 for missing in steps if missing)
    assert lacking == sum(left.missing for left in result.told.records)
    named = {finding.case_id for finding in result.findings if finding.case_id is not None}
    assert named == result.cases(Left.INCOMPLETE) | result.cases(Left.LOST)
