"""A book that has lost what was in it is said to have, until somebody accepts it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from mediation_tui.bootstrap import Workplace, settings_file
from mediation_tui.clock import SetClock
from mediation_tui.settings import Settings
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import TODAY, Office, an_entry
from tests.cli.conftest import Say

LOST = "案件簿少了以前见过的 1 条记录"


def register(book: str, **entry: object) -> None:
    with closing(EmbeddedBook(Path(book))) as opened:
        Office(opened, SetClock.on(TODAY)).walk(entry=an_entry(**entry))


@pytest.fixture
def older(say: Say, book: str, tmp_path: Path) -> Path:
    """A copy of the book, before one more dispute was registered and seen here."""
    copy = tmp_path / "older.book"
    shutil.copyfile(book, copy)
    register(book)
    assert say("--book", book, "case", "list").err == ""
    return copy


def put_back(older: Path, book: str) -> None:
    shutil.copyfile(older, book)


def test_an_older_copy_put_back_is_said_before_what_was_asked_for(say: Say, book: str, older: Path) -> None:
    put_back(older, book)
    said = say("--book", book, "case", "list", "--json")
    assert said.err.startswith(LOST)
    assert said.err.count("\n") == 1
    assert (said.code, len(json.loads(said.out))) == (0, 4)
    assert say("--book", book, "case", "list").err.startswith(LOST)


def test_nothing_is_imported_over_a_loss(say: Say, book: str, older: Path, tmp_path: Path) -> None:
    put_back(older, book)
    sheet = tmp_path / "roster.csv"
    sheet.write_text("乡镇,司法所,村（社区）\n共和镇,共和镇司法所,上庄村\n", "utf-8")
    before = Path(book).read_bytes()
    said = say("--book", book, "roster", "import", sheet)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(LOST)
    assert Path(book).read_bytes() == before


def test_other_records_under_the_same_numbers_do_not_hide_it(say: Say, book: str, older: Path) -> None:
    put_back(older, book)
    say("--book", book, "case", "list")
    register(book, summary="另一件事。")
    register(book, summary="又一件事。")
    assert say("--book", book, "case", "list").err.startswith(LOST)


def test_check_finds_it_and_says_what_to_do(say: Say, book: str, older: Path) -> None:
    put_back(older, book)
    said = say("--book", book, "check")
    assert (said.code, said.err) == (1, "")
    sentence, advice, verdict = said.out.splitlines()
    assert sentence.startswith("以前见过的第 ")
    assert "restore" in advice
    assert "check --accept" in advice
    assert verdict == "查出 1 处问题。"
    (found,) = json.loads(say("--book", book, "check", "--json").out)
    assert found["sentence"] == sentence


def test_whoever_knows_better_accepts_it(say: Say, book: str, older: Path) -> None:
    put_back(older, book)
    assert say("--book", book, "check", "--accept") == (0, "已核对 4 件案件，没有发现问题。\n", "")
    assert say("--book", book, "check").code == 0
    assert say("--book", book, "case", "list").err == ""


def test_the_older_copy_itself_is_known_for_one_and_the_book_is_not_blamed(
    say: Say, book: str, older: Path
) -> None:
    assert say("--book", older, "case", "list").err.startswith(LOST)
    assert say("--book", book, "case", "list").err == ""


def test_a_log_that_is_lost_is_noticed(say: Say, book: str) -> None:
    program = (
        "import os, sys; from pathlib import Path\n"
        "from mediation_tui.bootstrap import marks_folder\n"
        "from mediation_tui.clock import SetClock\n"
        "from mediation_tui.store.embedded import EmbeddedBook\n"
        "from mediation_tui.store.upkeep import Upkeep\n"
        "from tests.builders import TODAY, Office\n"
        "office = Office(EmbeddedBook(Path(sys.argv[1])), SetClock.on(TODAY))\n"
        "office.walk(); Upkeep(office.book, marks_folder()).turn(); os._exit(0)\n"
    )
    root = Path(__file__).parents[2]
    subprocess.run((sys.executable, "-c", program, book), check=True, cwd=root, env=dict(os.environ))
    for ending in ("-wal", "-shm"):
        Path(f"{book}{ending}").unlink()
    assert say("--book", book, "case", "list").err.startswith(LOST)


def test_a_lost_memory_is_no_error(say: Say, book: str, older: Path, own_home: Path) -> None:
    put_back(older, book)
    for file in own_home.rglob("marks/*.json"):
        file.write_text("{", "utf-8")
    assert say("--book", book, "case", "list").err == ""


def test_a_terminal_that_never_saw_the_book_asks_its_newest_backup(
    say: Say, book: str, older: Path, own_home: Path
) -> None:
    work = Workplace(Settings.load(settings_file()), SetClock.on(TODAY), book)
    with work.book() as opened:
        work.keep_backups(opened, work.clock.now(), lambda done, total: None)
    shutil.rmtree(own_home)
    put_back(older, book)
    assert say("--book", book, "case", "list").err.startswith(LOST)


def test_a_demonstration_made_anew_has_lost_nothing(say: Say, tmp_path: Path) -> None:
    town = tmp_path / "demo.book"
    assert say("demo", town, "--cases", 3, "--no-open").code == 0
    register(str(town), village=None, grid=None, level_received="town")
    say("--book", town, "case", "list")
    town.unlink()
    assert say("demo", town, "--cases", 3, "--no-open").err == ""
    assert say("--book", town, "case", "list").err == ""


def test_a_synchronised_folder_is_warned_of(say: Say, book: str, tmp_path: Path) -> None:
    folder = tmp_path / "我的坚果云"
    folder.mkdir()
    shutil.copyfile(book, folder / "office.book")
    said = say("--book", folder / "office.book", "case", "list")
    assert said.code == 0
    assert said.err.startswith("案件簿在 坚果云 Nutstore 的同步文件夹里")


def test_it_is_said_in_english_too(say: Say, book: str, older: Path) -> None:
    put_back(older, book)
    assert "check" in say("--lang", "en", "--book", book, "case", "list").err
    assert say("--lang", "en", "--book", book, "check").code == 1
