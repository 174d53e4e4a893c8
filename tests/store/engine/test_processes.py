"""Several processes with one book."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from mediation_tui.store.engine import BookDB, create_file
from tests.store.engine.books import HASTY, SHAPES

ROOT = Path(__file__).parents[3]


def counting_book(folder: Path) -> Path:
    path = folder / "簿"
    create_file(path, SHAPES)
    with BookDB(path, SHAPES, HASTY) as db:
        db.table("cases").insert({"days": 0})
    return path


def writer(path: Path, *arguments: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.store.engine.writer", str(path), *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def kept_by(process: subprocess.Popen[str]) -> list[str]:
    """What a writer said before it ended."""
    out, _ = process.communicate(timeout=120)
    return out.splitlines()


def held(path: Path) -> tuple[int, int]:
    """The counter and the number of notes."""
    with BookDB(path, SHAPES, HASTY) as db:
        assert list(db.faults()) == []
        return db.table("cases").get(doc_id=1)["days"], len(db.table("notes"))


def test_two_processes_count_together_and_lose_nothing(tmp_path: Path) -> None:
    path = counting_book(tmp_path)
    with BookDB(path, SHAPES, HASTY) as db:
        before = db.position()
        processes = [writer(path, 40), writer(path, 40)]
        assert [len(kept_by(process)) for process in processes] == [40, 40]
        assert db.position() != before
        assert db.table("cases").get(doc_id=1)["days"] == 80
    assert held(path) == (80, 80)


def test_a_killed_writer_loses_nothing_it_had_kept_and_the_next_one_goes_on(tmp_path: Path) -> None:
    path = counting_book(tmp_path)
    process = writer(path, 100_000)
    assert process.stdout is not None
    kept = sum(1 for _line in zip(range(25), process.stdout, strict=False))
    process.kill()
    kept += len(kept_by(process))
    days, notes = held(path)
    assert days == notes
    assert kept <= days <= kept + 1
    assert len(kept_by(writer(path, 3))) == 3
    assert held(path) == (days + 3, notes + 3)


def test_a_disk_that_fills_up_stops_the_writer_and_keeps_what_was_kept(tmp_path: Path) -> None:
    path = counting_book(tmp_path)
    *kept, last = kept_by(writer(path, 100_000, 400_000))
    assert last.startswith("BookError")
    assert kept
    assert held(path) == (len(kept), len(kept))
