"""What is not what was written is never handed out."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tinydb import where

from mediation_tui.errors import DamagedBook
from mediation_tui.store.engine import BookDB, Fault
from tests.store.engine.books import HASTY, SHAPES, new_book


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with new_book(tmp_path) as db:
        db.table("cases").insert_multiple({"state": f"状态{n}", "days": n} for n in range(200))
    return db.path


def tampered(path: Path, statement: str) -> BookDB:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    return BookDB(path, SHAPES, HASTY)


@pytest.mark.parametrize(
    "statement",
    [
        """UPDATE cases SET body = '{"state":"状态3","days":4}' WHERE id = 4""",
        "UPDATE cases SET body = x'ff00fe' WHERE id = 4",
        "UPDATE cases SET crc = 1 WHERE id = 4",
        "UPDATE cases SET body = (SELECT body FROM cases WHERE id = 5), crc = (SELECT crc FROM cases WHERE id = 5)"
        " WHERE id = 4",
    ],
)
def test_a_changed_record_is_refused_by_name_and_the_others_stay_readable(path: Path, statement: str) -> None:
    with tampered(path, statement) as db:
        cases = db.table("cases")
        for read in (
            lambda: cases.get(doc_id=4),
            lambda: cases.search(where("days") < 10),
            cases.all,
            lambda: cases.update({"days": 1}, doc_ids=[4]),
            lambda: db.body("cases", 4),
            db.storage.read,
        ):
            with pytest.raises(DamagedBook, match="第 4 条"):
                read()
        assert cases.get(doc_id=5) == {"state": "状态4", "days": 4}
        assert list(db.faults()) == [Fault("cases", 4)]


def test_a_narrow_column_that_no_longer_fits_its_document_is_found(path: Path) -> None:
    with tampered(path, "UPDATE cases SET state = 'x', size = 9 WHERE id IN (7, 9)") as db:
        assert list(db.faults()) == [Fault("cases", 7), Fault("cases", 9)]


def test_a_narrow_text_that_is_no_text_any_more_is_damage(path: Path) -> None:
    with tampered(path, "UPDATE cases SET state = CAST(x'ff' AS TEXT) WHERE id = 7") as db:
        assert db.rows("cases", ("days",), "WHERE id = 7") == [(6,)]
        with pytest.raises(DamagedBook, match="损坏"):
            db.rows("cases", ("state",))


def test_flipped_bits_are_said_or_harmless_and_never_silently_wrong(path: Path) -> None:
    whole, expected = path.read_bytes(), [{"state": f"状态{n}", "days": n} for n in range(200)]
    noticed = 0
    for place in range(4096, len(whole), len(whole) // 60):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x10]) + whole[place + 1 :])
        try:
            with BookDB(path, SHAPES, HASTY) as db:
                found = [dict(document) for document in db.table("cases")]
                said = bool(list(db.faults()))
        except DamagedBook:
            found, said = [], True
        assert said or found == expected, place
        noticed += said
    assert noticed


def test_a_record_lost_from_the_end_of_the_file_is_noticed_on_reading(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size - 3 * 4096)
        file.write(bytes(3 * 4096))
    with BookDB(path, SHAPES, HASTY) as db:
        assert {fault.table for fault in db.faults() if fault.report} == {"", "cases"}
        with pytest.raises(DamagedBook):
            db.table("cases").all()
