from __future__ import annotations

from pathlib import Path

import pytest

from mediation_tui.bootstrap import Workplace
from mediation_tui.clock import SetClock
from mediation_tui.settings import Settings
from mediation_tui.store.embedded import EmbeddedBook
from tests.builders import TODAY, Office
from tests.cli.conftest import Say
from tests.store.formats import old_book

STAMP = "20260302-090000"


@pytest.fixture
def backup(say: Say, book: str, tmp_path: Path) -> Path:
    """A backup of the book with four cases."""
    path = tmp_path / "usb" / "四件.book"
    path.parent.mkdir()
    assert say("--book", book, "backup", path).code == 0
    return path


def register(book: str) -> None:
    opened = EmbeddedBook(Path(book))
    Office(opened, SetClock.on(TODAY)).walk()
    opened.close()


def cases(say: Say, book: str | Path) -> int:
    return say("--book", book, "case", "list", "--json").out.count('"number":')


def test_a_backup_says_where_it_is_and_how_large(say: Say, book: str, tmp_path: Path) -> None:
    path = tmp_path / "b.book"
    said = say("--book", book, "backup", path)
    size = f"{path.stat().st_size / 1e6:.1f}"
    assert said == (0, f"已备份到 {path}（{size} MB）。\n", "")


def test_what_exists_is_not_overwritten(say: Say, book: str, backup: Path) -> None:
    before = backup.read_bytes()
    said = say("--book", book, "backup", backup)
    assert (said.code, said.out) == (1, "")
    assert said.err == f"备份没有做成：“{backup}”已经存在，没有改动它；请换一个名字。\n"
    assert backup.read_bytes() == before


def test_restoring_brings_back_what_was_backed_up_and_says_where_the_old_book_is(
    say: Say, book: str, backup: Path
) -> None:
    register(book)
    assert cases(say, book) == 5
    kept = f"{book}.before-restore-{STAMP}"
    assert say("--book", book, "restore", backup) == (
        0,
        f"已恢复：{book}（4 件案件，备份于 2026-03-02 09:00）\n原来的案件簿没有删除，改名为：{kept}\n",
        "",
    )
    assert cases(say, book) == 4
    assert cases(say, kept) == 5
    assert say("--book", book, "check").code == 0


def test_whoever_restores_is_not_told_afterwards_that_something_is_missing(
    say: Say, book: str, backup: Path
) -> None:
    register(book)
    cases(say, book)
    say("--book", book, "restore", backup)
    assert say("--book", book, "case", "list").err == ""


def test_a_book_is_made_where_none_is(say: Say, backup: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.book"
    assert say("--book", new, "restore", backup) == (
        0,
        f"已恢复：{new}（4 件案件，备份于 2026-03-02 09:00）\n",
        "",
    )
    assert cases(say, new) == 4


def test_a_backup_can_be_checked_without_restoring(say: Say, book: str, backup: Path) -> None:
    before = sorted(Path(book).parent.iterdir())
    assert say("restore", "--check", backup) == (
        0,
        f"备份完好：{backup}（4 件案件，备份于 2026-03-02 09:00）\n",
        "",
    )
    assert sorted(Path(book).parent.iterdir()) == before


@pytest.mark.parametrize("options", [(), ("--check",)])
def test_a_damaged_backup_is_refused_in_one_sentence(
    say: Say, book: str, backup: Path, options: tuple[str, ...]
) -> None:
    with backup.open("r+b") as file:
        file.seek(backup.stat().st_size // 2)
        file.write(b"\x00\xff\x00\xff")
    said = say("--book", book, "restore", *options, backup)
    assert said == (1, "", f"备份“{backup}”已经损坏，内容与备份时不符；请换一份备份。\n")
    assert cases(say, book) == 4


def test_a_database_is_not_restored_to(say: Say, backup: Path) -> None:
    said = say("--book", "postgresql://localhost/office", "restore", backup)
    assert (said.code, said.out) == (1, "")
    assert "只能恢复成文件" in said.err


def test_both_speak_english(say: Say, book: str, backup: Path, tmp_path: Path) -> None:
    assert say("--lang", "en", "--book", book, "backup", tmp_path / "en.book").code == 0
    assert say("--lang", "en", "--book", book, "restore", backup).code == 0


def test_the_settings_say_how_many_backups_are_kept_and_where(book: str, tmp_path: Path) -> None:
    clock = SetClock.on(TODAY)
    settings = Settings(tmp_path / "settings.toml", backups=2, backup_folder=str(tmp_path / "备份"))
    opened = EmbeddedBook(Path(book))
    for day in range(3):
        Office(opened, clock).walk()
        clock.instant = SetClock.on(TODAY.replace(day=3 + day)).instant
        Workplace(settings, clock, book).keep_backups(opened, clock.now(), lambda done, total: None)
    opened.close()
    names = sorted(file.name for file in (tmp_path / "备份").glob("*.book"))
    assert names == ["o1-20260304-090000.book", "o1-20260305-090000.book"]


def test_the_backup_before_a_migration_goes_where_backups_go(
    say: Say, own_home: Path, tmp_path: Path
) -> None:
    settings = own_home / "config" / "mediation-tui" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'backup_folder = "{tmp_path / "kept"}"\n', "utf-8")
    book = old_book(tmp_path)
    assert "共 4 件" in say("--book", book, "case", "list").out
    assert len(list((tmp_path / "kept").glob("old-*.book"))) == 1
    assert not book.with_name(f"{book.name}.backups").exists()
