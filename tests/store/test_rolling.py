"""Automatic backups: one a day, only of something new, the newest few; nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from mediation_tui.errors import BusyBook
from mediation_tui.store.embedded import EmbeddedBook, rolling
from mediation_tui.store.embedded.backup import NoBackup
from mediation_tui.store.embedded.rolling import Shelf, back_up_now, keep_backups
from mediation_tui.store.embedded.verifying import verify
from mediation_tui.store.engine.lock import WriteLock
from mediation_tui.store.patience import Patience
from tests.builders import Office, a_book
from tests.store.backups import NOW, STAMP, contents, everything_in, tampered
from tests.store.backups import office as office

DAY = timedelta(days=1)

Morning = Callable[[datetime], Path | None]


@pytest.fixture
def shelf(office: Office) -> Shelf:
    """A shelf for three backups beside the book."""
    office.walk()
    return Shelf.of(Path(office.book.location), "", 3)


def names(shelf: Shelf) -> list[str]:
    """What stands in the shelf's folder, but for the file a lock leaves."""
    return sorted(file.name for file in shelf.folder.iterdir() if file.suffix != ".lock")


def test_the_first_opening_makes_a_backup_named_by_date_and_time(office: Office, shelf: Shelf) -> None:
    made = keep_backups(shelf, NOW)
    assert made == Path(f"{office.book.location}.backups") / f"o1-{STAMP}.book"
    assert verify(made).made_at == NOW
    assert contents(made) == contents(Path(office.book.location))


def test_there_is_one_a_day_at_most(office: Office, shelf: Shelf) -> None:
    assert keep_backups(shelf, NOW)
    office.walk()
    assert keep_backups(shelf, NOW + timedelta(hours=14)) is None
    assert keep_backups(shelf, NOW + timedelta(hours=15)) is not None  # past midnight in Beijing


def test_there_is_none_when_nothing_was_written_since(office: Office, shelf: Shelf) -> None:
    assert keep_backups(shelf, NOW)
    assert keep_backups(shelf, NOW + DAY) is None
    office.walk()
    assert keep_backups(shelf, NOW + 2 * DAY)


def test_a_changed_roster_is_something_new_too(office: Office, shelf: Shelf) -> None:
    assert keep_backups(shelf, NOW)
    with office.book.writing() as writing:
        writing.save_roster(office.book.town, office.book.people[:1])
    assert keep_backups(shelf, NOW + DAY)


def test_the_newest_few_are_kept(office: Office, shelf: Shelf) -> None:
    made = []
    for day in range(5):
        office.walk()
        made.append(keep_backups(shelf, NOW + day * DAY))
    assert [shelf.folder / name for name in names(shelf)] == made[-3:]


def test_before_a_migration_one_is_made_whatever_was_made_today(shelf: Shelf) -> None:
    first = keep_backups(shelf, NOW)
    second = back_up_now(shelf, NOW + timedelta(minutes=1))
    assert [shelf.folder / name for name in names(shelf)] == [first, second]


def test_who_wants_none_gets_none_except_before_a_migration(shelf: Shelf) -> None:
    none = Shelf(shelf.book, shelf.folder, 0)
    assert keep_backups(none, NOW) is None
    assert not shelf.folder.exists()
    assert back_up_now(none, NOW).exists()


def test_a_migration_takes_no_earlier_backup_away(office: Office, shelf: Shelf) -> None:
    made = []
    for day in range(3):
        office.walk()
        made.append(keep_backups(shelf, NOW + day * DAY))
    made.append(back_up_now(Shelf(shelf.book, shelf.folder, 0), NOW + 3 * DAY))
    assert [shelf.folder / name for name in names(shelf)] == made


def test_they_can_stand_somewhere_else_together_with_another_book_s(
    office: Office, shelf: Shelf, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = a_book(tmp_path / "other", origin="o2")
    other.close()
    namesake = Path(other.location).rename(tmp_path / "other" / "o1.book")
    together = str(tmp_path / "together")
    first, second = Shelf.of(shelf.book, together, 1), Shelf.of(namesake, together, 1)
    one = keep_backups(first, NOW)
    two = keep_backups(second, NOW + timedelta(minutes=1))
    office.walk()
    three = keep_backups(first, NOW + DAY)
    assert [first.folder / name for name in names(first)] == sorted(filter(None, [two, three]))
    assert one
    assert not one.exists()


def test_a_folder_is_named_as_seen_from_the_book_s(shelf: Shelf) -> None:
    assert Shelf.of(shelf.book, "备份", 3).folder == shelf.book.parent / "备份"
    assert Shelf.of(shelf.book, "/mnt/usb", 3).folder == Path("/mnt/usb")


def test_nothing_is_removed_that_is_not_such_a_backup(office: Office, shelf: Shelf) -> None:
    shelf.folder.mkdir()
    office.book.backup(shelf.folder / "by hand.book", NOW)
    office.book.backup(shelf.folder / "o1-20200101-000000.book.keep", NOW)
    (shelf.folder / "o1-20200101-000000.book").write_text("a text")
    (shelf.folder / "o1-20200102-000000.book").mkdir()
    (shelf.folder / ".o1-20200101-000000.book.notes").write_text("a text")
    before = names(shelf)
    for day in range(5):
        office.walk()
        keep_backups(shelf, NOW + day * DAY)
    assert set(before) <= set(names(shelf))
    assert len(names(shelf)) == len(before) + 3


def test_what_a_killed_program_left_is_swept_away(shelf: Shelf) -> None:
    shelf.folder.mkdir()
    for torn in ("", "-journal", "-wal"):
        (shelf.folder / f".o1-20200101-000000.book.0123abcd{torn}").write_text("half a page")
    keep_backups(shelf, NOW)
    assert names(shelf) == [f"o1-{STAMP}.book"]


def test_a_damaged_book_never_drives_out_its_good_backups(office: Office, shelf: Shelf) -> None:
    good = [keep_backups(Shelf(shelf.book, shelf.folder, 1), NOW)]
    tampered(shelf.book, "UPDATE events SET body = replace(body, '排水沟', '排水渠')")
    office.walk()
    with pytest.raises(NoBackup, match=r"已有损坏.*没有做自动备份"):
        keep_backups(Shelf(shelf.book, shelf.folder, 1), NOW + DAY)
    assert [shelf.folder / name for name in names(shelf)] == good


def test_a_book_that_is_not_there_is_said(shelf: Shelf, office: Office) -> None:
    office.book.close()
    shelf.book.unlink()
    with pytest.raises(NoBackup, match="没有做成"):
        keep_backups(shelf, NOW)


def test_a_place_that_cannot_be_is_said(office: Office, shelf: Shelf) -> None:
    shelf.folder.write_text("a file where the folder should be")
    office.book.close()
    before = everything_in(shelf.book.parent)
    with pytest.raises(NoBackup, match="没有做成"):
        keep_backups(shelf, NOW)
    assert everything_in(shelf.book.parent) == before


def test_who_finds_another_program_making_one_leaves_it_to_that(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rolling, "USUAL", Patience(0, 0.01))
    shelf.folder.mkdir()
    with WriteLock(shelf.folder / shelf.book.name, Patience(), lambda: None).held():
        assert keep_backups(shelf, NOW) is None
        with pytest.raises(NoBackup, match="没有做成") as refusal:
            back_up_now(shelf, NOW)
    assert isinstance(refusal.value.__cause__, BusyBook)
    assert names(shelf) == []


@pytest.mark.parametrize("when", ["copying", "verifying"])
def test_one_that_is_given_up_leaves_nothing(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    class Left(Exception):
        pass

    def look(done: int, total: int) -> None:
        if when == "copying" or list(shelf.folder.glob("o1-*.book")):
            raise Left

    with pytest.raises(Left):
        keep_backups(shelf, NOW, look)
    assert names(shelf) == []
    assert keep_backups(shelf, NOW)


def test_an_open_book_is_written_on_meanwhile(office: Office, shelf: Shelf) -> None:
    written: list[str] = []
    made = keep_backups(shelf, NOW, lambda done, total: written.append(office.walk().id))
    assert made
    assert verify(made).rows["cases"] == 1
    assert [office.book.case(id_).id for id_ in written] == written


def test_a_backup_can_be_opened_and_restored_like_one_made_by_hand(shelf: Shelf) -> None:
    made = keep_backups(shelf, NOW)
    assert made
    book = EmbeddedBook(made)
    assert list(book.check()) == []
    book.close()
