"""Every few seconds an open book is remembered, and once nothing moves its log is brought in."""

from __future__ import annotations

from pathlib import Path

from mediation_tui.store.marks import Gap, MarkFile
from mediation_tui.store.upkeep import Upkeep
from tests.builders import Office
from tests.store.backups import office as office


def log_bytes(office: Office) -> int:
    return Path(f"{office.book.location}-wal").stat().st_size


def test_what_was_written_is_remembered_and_then_the_book_rests(office: Office, tmp_path: Path) -> None:
    upkeep = Upkeep(office.book, tmp_path / "marks")
    office.walk()
    upkeep.turn()
    assert MarkFile.of(office.book, tmp_path / "marks").look({}) == (Gap("o1", 1, 1),)
    assert log_bytes(office)
    upkeep.turn()
    assert log_bytes(office) == 0


def test_while_somebody_is_writing_the_book_does_not_rest(office: Office, tmp_path: Path) -> None:
    upkeep = Upkeep(office.book, tmp_path / "marks")
    for _turn in range(3):
        office.walk()
        upkeep.turn()
    assert log_bytes(office)


def test_a_book_at_rest_is_left_alone(office: Office, tmp_path: Path) -> None:
    upkeep = Upkeep(office.book, tmp_path / "marks")
    office.walk()
    for _turn in range(4):
        upkeep.turn()
    at_rest = office.book.position()
    upkeep.turn()
    assert office.book.position() == at_rest


def test_a_book_out_of_reach_is_no_matter_of_its(office: Office, tmp_path: Path) -> None:
    upkeep = Upkeep(office.book, tmp_path / "marks")
    office.walk()
    path = Path(office.book.location)
    path.rename(tmp_path / "elsewhere.book")
    upkeep.turn()
    (tmp_path / "elsewhere.book").rename(path)
    upkeep.turn()
    upkeep.turn()
    assert log_bytes(office) == 0
