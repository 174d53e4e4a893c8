"""What lies at the book's path is no book, a newer one, a torn one, or one in another's hands."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.engine import Patience
from tests.cli.conftest import Say
from tests.faults.conftest import Refusal
from tests.faults.sheets import a_ledger, a_row

_HOLDER = "import sys; from filelock import FileLock\nwith FileLock(sys.argv[1]): print('held', flush=True); input()"


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def halved(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def blanked(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(4096))


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


STRANGERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (Path.unlink, "找不到案件簿"),
    "a folder": (a_folder, "不是文件"),
    "empty": (lambda path: os.truncate(path, 0), "空文件"),
    "a text": (lambda path: path.write_text("张三与李四\n" * 900, "utf-8"), "不是案件簿"),
    "newer": (newer, "更新版本的程序"),
    "halved": (halved, "损坏"),
    "its first page blank": (blanked, "不是案件簿，或者文件开头已经损坏"),
}
COMMANDS = (
    ("check",),
    ("case", "list"),
    ("report", "statement", "--from", "2026-01-01", "--to", "2026-03-01"),
)


def content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("stranger", STRANGERS)
def test_what_is_no_usable_book_is_named_and_left_alone(
    refusal: Refusal, book: str, stranger: str, command: tuple[str, ...]
) -> None:
    make, sentence = STRANGERS[stranger]
    make(Path(book))
    before = content(Path(book))
    told = refusal("--book", book, *command)
    assert sentence in told
    assert book in told
    assert content(Path(book)) == before


@pytest.mark.parametrize("page", range(1, 12))
def test_a_blank_page_anywhere_is_found_by_the_check_in_words(say: Say, book: str, page: int) -> None:
    with Path(book).open("r+b") as file:
        file.seek(page * 4096)
        file.write(bytes(4096))
    said = say("--book", book, "check")
    assert said.code == 1
    assert "Traceback" not in said.err
    assert "程序内部出错" not in said.err
    assert said.out or said.err.count("\n") == 1


def test_a_file_that_is_no_book_is_not_imported_into(refusal: Refusal, tmp_path: Path) -> None:
    sheet = a_ledger(tmp_path, a_row(1))
    before = sheet.read_bytes()
    assert "不是案件簿" in refusal("--book", sheet, "import", sheet)
    assert sheet.read_bytes() == before


def test_nothing_that_exists_is_overwritten_by_a_new_book(refusal: Refusal, book: str) -> None:
    before = content(Path(book))
    assert "已经存在" in refusal("new", book, "--town", "共和镇")
    assert "已经存在" in refusal("demo", book, "--no-open", "--cases", 0)
    assert content(Path(book)) == before


def test_a_book_another_process_is_writing_is_read_but_not_written(
    say: Say, refusal: Refusal, book: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty = partial(EmbeddedBook, patience=Patience(notice=1.0, limit=0.05))
    monkeypatch.setattr("mediation_tui.bootstrap.EmbeddedBook", hasty)
    sheet = a_ledger(tmp_path, a_row(1))
    line = (sys.executable, "-c", _HOLDER, f"{book}.lock")
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        assert "共 4 件" in say("--book", book, "case", "list").out
        assert "正被别人写入" in refusal("--book", book, "import", sheet)
        holder.stdin.close()
    assert say("--book", book, "import", sheet).out.startswith("新增 1 件")
