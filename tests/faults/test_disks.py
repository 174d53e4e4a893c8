"""The disk is full, the place is read-only, or the reader of the output has gone."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from mediation_tui.errors import BookError
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.filters import EVERYTHING
from tests.builders import TODAY, Office
from tests.cli.conftest import Say
from tests.faults.conftest import Refusal
from tests.faults.disks import fill, small_disk, unchangeable
from tests.faults.sheets import a_ledger, a_row

PROGRAM = (sys.executable, "-m", "mediation_tui")


def registered_until_refused(office: Office) -> tuple[list[str], str]:
    """The ids of the disputes that were acknowledged, and the sentence that ended it."""
    kept: list[str] = []
    for _dispute in range(2_000):
        try:
            kept.append(office.walk().id)
        except BookError as error:
            return kept, str(error)
    raise AssertionError("the disk never filled up")


@pytest.mark.parametrize("leaving", [0, 40_000, 200_000])
def test_a_full_disk_refuses_an_act_and_keeps_every_earlier_one(tmp_path: Path, leaving: int) -> None:
    with small_disk(tmp_path / "disk", 1_500) as disk:
        office = Office.opened(disk, TODAY)
        office.walk()
        filler = fill(disk, leaving)
        kept, sentence = registered_until_refused(office)
        assert "磁盘" in sentence
        assert office.book.count(EVERYTHING) == len(kept) + 1
        office.book.close()
        filler.unlink()
        with_room = EmbeddedBook(Path(office.book.location))
        assert [with_room.case(case).id for case in kept] == kept
        assert list(with_room.check()) == []
        Office(with_room, office.clock).walk()
        with_room.close()


def test_an_import_that_does_not_fit_on_the_disk_leaves_nothing_of_it(say: Say, tmp_path: Path) -> None:
    sheet = a_ledger(tmp_path, *map(a_row, range(400)))
    with small_disk(tmp_path / "disk", 1_500) as disk:
        office = Office.opened(disk, TODAY)
        office.walk()
        office.book.close()
        fill(disk, 100_000)
        said = say("--book", office.book.location, "import", sheet)
        assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
        assert "磁盘" in said.err
        Path(disk, "filler").unlink()
        assert say("--book", office.book.location, "check").out == "已核对 1 件案件，没有发现问题。\n"


def test_a_read_only_folder_refuses_an_import(say: Say, refusal: Refusal, book: str, tmp_path: Path) -> None:
    sheet = a_ledger(tmp_path, a_row(1))
    home = tmp_path / "office"
    home.mkdir()
    moved = Path(book).rename(home / "office.book")
    before = moved.read_bytes()
    with unchangeable(home):
        assert str(home) in refusal("--book", moved, "import", sheet)
        assert "无法新建" in refusal("new", home / "other.book", "--town", "共和镇")
    assert moved.read_bytes() == before
    assert "共 4 件" in say("--book", moved, "case", "list").out


def test_a_read_only_file_refuses_an_import(say: Say, refusal: Refusal, book: str, tmp_path: Path) -> None:
    sheet = a_ledger(tmp_path, a_row(1))
    before = Path(book).read_bytes()
    with unchangeable(Path(book)):
        assert book in refusal("--book", book, "import", sheet)
    assert Path(book).read_bytes() == before
    assert "共 4 件" in say("--book", book, "case", "list").out


def test_a_report_that_cannot_be_written_says_where(refusal: Refusal, book: str, tmp_path: Path) -> None:
    folder = tmp_path / "统计"
    folder.mkdir()
    period = ("--from", "2026-01-01", "--to", "2026-03-01")
    with unchangeable(folder):
        told = refusal("--book", book, "report", "statement", *period, "-o", folder / "一季度.xlsx")
    assert "一季度.xlsx" in told or str(folder) in told
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("lines", [1, 3])
def test_a_reader_who_has_seen_enough_leaves_no_traceback(book: str, lines: int) -> None:
    listing = f"{shlex.join((*PROGRAM, '--book', book))} case list --json | head -{lines}"
    done = subprocess.run(["sh", "-c", listing], capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == lines
    assert done.stderr in ("", "输出没有写完：接收的一方已经关闭。\n")
