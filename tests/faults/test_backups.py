"""Backups on disks that fill up, in programs that are killed, and beside programs that go on writing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from mediation_tui.bootstrap import Workplace
from mediation_tui.errors import BookError
from mediation_tui.settings import Settings
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded.restoring import restore
from mediation_tui.store.embedded.rolling import Shelf, keep_backups
from mediation_tui.store.embedded.verifying import verify
from mediation_tui.store.filters import EVERYTHING
from tests.builders import Office
from tests.faults.disks import fill, small_disk, unchangeable
from tests.store.backups import NOW, contents, everything_in, findings
from tests.ui.test_backing import opened

ROOT = Path(__file__).parents[2]


@contextmanager
def colleague(role: str, *paths: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program at the book, killed when the block ends."""
    command = [sys.executable, "-m", "tests.faults.colleague", role, *map(str, paths)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def lines(process: subprocess.Popen[str], count: int) -> list[str]:
    """The next so many lines a program says."""
    assert process.stdout
    return [process.stdout.readline().strip() for _ in range(count)]


def killed_after(process: subprocess.Popen[str], steps: int) -> None:
    """Let a program that waits after each step take so many, and kill it where it waits."""
    assert process.stdin
    for _ in range(steps - 1):
        assert lines(process, 1) != [""], "it has ended before"
        process.stdin.write("go on\n")
        process.stdin.flush()
    assert lines(process, 1) != [""], "it has ended before"
    process.kill()
    process.wait()


def rest_of(process: subprocess.Popen[str]) -> list[str]:
    """What a program still says before it ends by itself."""
    return process.communicate(timeout=60)[0].splitlines()


@pytest.fixture
def backup(office: Office, tmp_path: Path) -> Path:
    """A backup of a book with one case."""
    office.walk()
    path = tmp_path / "backups" / "office.book"
    path.parent.mkdir()
    office.book.backup(path, NOW)
    return path


@pytest.mark.parametrize("part", [0, 0.05, 0.5, 0.7, 0.95])
def test_a_backup_that_does_not_fit_on_the_disk_leaves_nothing_half(
    office: Office, backup: Path, tmp_path: Path, part: float
) -> None:
    with small_disk(tmp_path / "disk", 1_500) as disk:
        fill(disk, int(part * backup.stat().st_size))
        with pytest.raises(BookError, match="备份没有做成"):
            office.book.backup(disk / "b.book", NOW)
        assert [file.name for file in disk.iterdir()] == ["filler"]
        office.walk()
        (disk / "filler").unlink()
        office.book.backup(disk / "b.book", NOW)
        assert verify(disk / "b.book").rows["cases"] == 2


def test_a_backup_is_not_made_in_a_read_only_folder(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "away"
    folder.mkdir()
    with unchangeable(folder), pytest.raises(BookError, match=r"备份没有做成.*写不进去"):
        office.book.backup(folder / "b.book", NOW)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("part", [0, 0.5, 0.95])
def test_a_restoration_that_does_not_fit_on_the_disk_changes_nothing(
    backup: Path, tmp_path: Path, part: float
) -> None:
    with small_disk(tmp_path / "disk", 1_500) as disk:
        target = disk / "office.book"
        restore(backup, target, NOW)
        filler = fill(disk, int(part * backup.stat().st_size))
        before = everything_in(disk)
        with pytest.raises(BookError):
            restore(backup, target, NOW)
        assert everything_in(disk) == before
        filler.unlink()
        assert restore(backup, target, NOW).kept


def test_a_backup_in_a_read_only_place_can_be_restored(office: Office, backup: Path, tmp_path: Path) -> None:
    with unchangeable(backup.parent):
        restore(backup, tmp_path / "new.book", NOW)
    assert contents(tmp_path / "new.book") == contents(backup)


@pytest.mark.parametrize("steps", [1, 10, 20])
def test_a_killed_backup_leaves_no_file_of_that_name_and_the_book_as_it_was(
    office: Office, tmp_path: Path, steps: int
) -> None:
    office.walk()
    path, target = Path(office.book.location), tmp_path / "away" / "b.book"
    target.parent.mkdir()
    with colleague("backup", path, target) as process:
        killed_after(process, steps)
    assert [file.suffix != ".book" for file in target.parent.iterdir()] == [True]
    office.walk()
    office.book.backup(target, NOW)
    assert verify(target).rows["cases"] == 2
    assert findings(path) == []


def test_what_a_killed_automatic_backup_left_is_gone_after_the_next(office: Office) -> None:
    office.walk()
    path = Path(office.book.location)
    shelf = Shelf.of(path, "", 3)
    shelf.folder.mkdir()
    with colleague("backup", path, shelf.place_for(NOW)) as process:
        killed_after(process, 5)
    (torn,) = shelf.folder.iterdir()
    made = keep_backups(shelf, NOW)
    assert made
    assert not torn.exists()
    assert {made} <= set(shelf.folder.iterdir())


def test_backups_made_while_other_programs_write_are_whole(office: Office, tmp_path: Path) -> None:
    path = Path(office.book.location)
    with colleague("write", path) as one, colleague("write", path) as another:
        lines(one, 1)
        lines(another, 1)
        copies = [tmp_path / f"b{number}.book" for number in range(5)]
        for copy in copies:
            office.book.backup(copy, NOW)
            lines(one, 2)
    counted = [verify(copy).rows["cases"] for copy in copies]
    assert counted == sorted(counted)
    assert [findings(copy) for copy in copies] == [[]] * len(copies)


def test_restoring_over_a_book_another_program_is_writing_loses_nothing_it_was_told_is_kept(
    office: Office, backup: Path
) -> None:
    """What it wrote before is in the book that was moved aside, and afterwards it is refused."""
    target = Path(office.book.location)
    office.book.close()
    with colleague("write", target) as process:
        kept = lines(process, 5)
        aside = restore(backup, target, NOW).kept
        *more, last = rest_of(process)
    assert last == "BookError"
    assert aside
    old = EmbeddedBook(aside)
    assert [old.case(id_).id for id_ in (*kept, *more)] == [*kept, *more]
    assert list(old.check()) == []
    old.close()
    assert contents(target) == contents(backup)
    assert findings(target) == []


def test_a_program_killed_while_it_had_the_old_book_open_does_no_harm(office: Office, backup: Path) -> None:
    target = Path(office.book.location)
    office.book.close()
    with colleague("write", target) as process:
        kept = lines(process, 5)
        process.kill()
        process.wait()
    aside = restore(backup, target, NOW).kept
    assert aside
    old = EmbeddedBook(aside)
    assert [old.case(id_).id for id_ in kept] == kept
    old.close()
    assert contents(target) == contents(backup)


async def test_a_full_disk_does_not_keep_the_app_from_opening(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 1_500) as disk:
        office = Office.opened(disk)
        office.walk()
        fill(disk, 40_000)
        workplace = Workplace(Settings(tmp_path / "settings.toml"), office.clock)
        said, app = await opened(office, tmp_path, partial(workplace.keep_backups, office.book, NOW))
        assert "备份没有做成：磁盘已满" in said
        assert app.failure is None
        assert office.book.count(EVERYTHING) == 1
        office.book.close()
