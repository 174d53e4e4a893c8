"""Whatever lies at the path, opening it says one clear sentence and changes nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from mediation_tui.errors import BookError, BusyBook, DamagedBook, NewerBook, NotABook
from mediation_tui.store.engine import BookDB, Column, TableShape, create_file
from mediation_tui.store.shape import FORMAT_VERSION
from tests.store.engine.books import HASTY, SHAPES, new_book


def opened(path: Path) -> BookDB:
    return BookDB(path, SHAPES, HASTY)


def everything_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def closed_book(folder: Path) -> Path:
    with new_book(folder) as db:
        db.table("notes").insert_multiple({"text": "纠纷" * 500} for _ in range(50))
    return db.path


def another_programs_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE cases (id)")


STRANGERS: dict[str, tuple[Callable[[Path], object], type[BookError], str]] = {
    "nothing": (lambda path: None, BookError, "找不到"),
    "a folder": (lambda path: path.mkdir(), NotABook, "不是文件"),
    "an empty file": (lambda path: path.touch(), NotABook, "空文件"),
    "a text": (lambda path: path.write_text("张三与李四的纠纷\n" * 50, "utf-8"), NotABook, "不是案件簿"),
    "three bytes": (lambda path: path.write_bytes(b"abc"), NotABook, "不是案件簿"),
    "zeros": (lambda path: path.write_bytes(bytes(8192)), NotABook, "不是案件簿"),
    "another program's": (another_programs_database, NotABook, "别的程序"),
}


@pytest.mark.parametrize("stranger", STRANGERS)
def test_what_is_no_book_is_refused_in_one_sentence(tmp_path: Path, stranger: str) -> None:
    make, kind, words = STRANGERS[stranger]
    path = tmp_path / "簿"
    make(path)
    before = everything_in(tmp_path)
    with pytest.raises(kind, match=words) as refusal:
        opened(path)
    assert str(path) in str(refusal.value)
    assert everything_in(tmp_path) == before


def test_a_newer_format_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = closed_book(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT_VERSION + 1}")
    before = everything_in(tmp_path)
    with pytest.raises(NewerBook, match=f"格式 {FORMAT_VERSION + 1}"):
        opened(path)
    assert everything_in(tmp_path) == before


def test_a_newer_format_still_in_the_log_is_refused_too(tmp_path: Path) -> None:
    path = closed_book(tmp_path)
    copy = tmp_path / "copy"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT_VERSION + 1}")
        for companion in ("", "-wal"):
            shutil.copy(f"{path}{companion}", f"{copy}{companion}")
    with pytest.raises(NewerBook):
        opened(copy)


def test_a_book_another_program_keeps_to_itself_is_busy(tmp_path: Path) -> None:
    path = closed_book(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyBook, match="占用"):
            opened(path)


@pytest.mark.parametrize("first", [0, 5])
def test_a_torn_header_is_damage(tmp_path: Path, first: int) -> None:
    path = closed_book(tmp_path)
    with path.open("r+b") as file:
        file.seek(first)
        file.write(b"\xff" * 10)
    before = everything_in(tmp_path)
    with pytest.raises(DamagedBook, match="损坏"):
        opened(path)
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("keep", [4096, 6000])
def test_a_cut_file_is_damage(tmp_path: Path, keep: int) -> None:
    path = closed_book(tmp_path)
    os.truncate(path, keep)
    with pytest.raises(DamagedBook, match="损坏"):
        opened(path)
    assert path.stat().st_size == keep


def test_a_torn_schema_page_is_damage(tmp_path: Path) -> None:
    path = closed_book(tmp_path)
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\x55" * 3996)
    with pytest.raises(DamagedBook):
        opened(path)


def test_a_book_without_one_of_its_columns_is_damage(tmp_path: Path) -> None:
    path = closed_book(tmp_path)
    with pytest.raises(DamagedBook, match="缺少“notes”表"):
        BookDB(path, (TableShape("notes", (Column("more"),)),), HASTY)


def test_opening_twice_in_one_process_does_not_loosen_the_first(tmp_path: Path) -> None:
    with new_book(tmp_path) as first:
        with opened(first.path) as second:
            second.table("notes").insert({"n": 1})
        first.table("notes").insert({"n": 2})
        assert [document["n"] for document in first.table("notes")] == [1, 2]


def test_a_new_book_belongs_to_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with new_book(tmp_path) as db:
            db.table("notes").insert({})
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    finally:
        os.umask(before)
    name = db.path.name
    assert modes == dict.fromkeys((name, f"{name}-wal", f"{name}-shm", f"{name}.lock"), 0o600)


def test_a_new_book_is_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "簿"
    create_file(path, SHAPES)
    assert [file.name for file in tmp_path.iterdir()] == ["簿"]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("companion", ["", "-wal", "-shm", "-journal"])
def test_nothing_that_exists_is_overwritten_by_a_new_book(tmp_path: Path, companion: str) -> None:
    (tmp_path / f"簿{companion}").write_text("a")
    with pytest.raises(BookError, match="已经存在"):
        create_file(tmp_path / "簿", SHAPES)
    assert everything_in(tmp_path) == {f"簿{companion}": b"a"}


def test_a_book_cannot_be_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="无法新建"):
        create_file(tmp_path / "nowhere" / "簿", SHAPES)


def test_a_failed_creation_leaves_nothing(tmp_path: Path) -> None:
    twice = (TableShape("notes"), TableShape("notes"))
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        create_file(tmp_path / "簿", twice)
    assert list(tmp_path.iterdir()) == []


def test_a_link_leads_to_the_book_and_its_lock(tmp_path: Path) -> None:
    path = closed_book(tmp_path)
    (tmp_path / "link").symlink_to(path)
    with opened(tmp_path / "link") as db:
        db.table("notes").insert({})
        assert db.path == path.resolve()
    assert not (tmp_path / "link.lock").exists()
