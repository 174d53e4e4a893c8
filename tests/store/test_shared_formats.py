"""A shared book an earlier version laid out is brought forward: backed up first, all of it or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from pathlib import Path
from threading import Barrier

import psycopg
import pytest

from mediation_tui.clock import SetClock
from mediation_tui.errors import BookError, BusyBook, NewerBook
from mediation_tui.model.reporting import ReportState
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded.restoring import restore
from mediation_tui.store.embedded.verifying import verify
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.store.patience import Patience
from mediation_tui.store.shape import FORMAT_VERSION
from mediation_tui.store.shared import SharedBook
from mediation_tui.store.shared.address import Address
from mediation_tui.store.shared.connections import Connection
from mediation_tui.store.shared.formats import EARLIER
from mediation_tui.store.shared.migrating import CopyTo, Earlier
from tests.builders import PEOPLE, TODAY, TOWN, Office, an_entry
from tests.store.formats import old_book, old_shared_book
from tests.store.test_formats import layout_of

_NUMBERS = count()
PATIENT = Patience(limit=60)


class Backups:
    """Backs up into a folder, and remembers what it made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.made: list[Path] = []

    def __call__(self, address: Address, copy_to: CopyTo) -> None:
        path = self.folder / f"{address.schema}-{len(self.made)}.book"
        copy_to(path)
        self.made.append(path)


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path)


@pytest.fixture(params=sorted(EARLIER))
def number(request: pytest.FixtureRequest) -> int:
    """Each earlier format."""
    return int(request.param)


@pytest.fixture
def old(postgres: str, number: int) -> str:
    return old_shared_book(postgres, f"earlier{next(_NUMBERS)}", number)


@pytest.fixture
def direct(old: str) -> Iterator[psycopg.Connection]:
    address = Address.of(old)
    with psycopg.connect(address.database, autocommit=True) as connection:
        connection.execute(f"SET search_path = {address.schema}".encode())
        yield connection


def written(direct: psycopg.Connection) -> list[object]:
    """Everything that stands in an old book, and its format."""
    tables = ("cases", "events", "chains", "places", "people", "settings")
    queries = (f"SELECT * FROM {table} ORDER BY id" for table in tables)
    return [direct.execute(query.encode()).fetchall() for query in ("SELECT format FROM about", *queries)]


def test_it_is_brought_forward_whole_and_can_be_written_on(old: str, backups: Backups, number: int) -> None:
    with closing(SharedBook(old, back_up=backups)) as book:
        assert list(book.check()) == []
        assert (book.count(EVERYTHING), book.heads()) == (4, {"o1": 18})
        assert [report.state for report in book.reports()] == ([ReportState.ISSUED] if number > 2 else [])
        assert book.describe().format == FORMAT_VERSION
        told = {facts.id: facts for facts in book.facts(EVERYTHING)}
        for case, facts in told.items():
            assert facts.touched_at == max(event.recorded_at for event in book.events(case))
        assert sorted(len(facts.preventions) for facts in told.values()) == [0, 0, 1, 2]
        Office(book, SetClock.on(TODAY)).walk()
        assert list(book.check()) == []


def test_it_comes_to_the_same_as_the_book_in_a_file(
    old: str, backups: Backups, tmp_path: Path, number: int
) -> None:
    with (
        closing(SharedBook(old, back_up=backups)) as shared,
        closing(EmbeddedBook(old_book(tmp_path, number))) as embedded,
    ):
        assert list(shared.facts(EVERYTHING)) == list(embedded.facts(EVERYTHING))
        assert shared.ends() == embedded.ends()


def columns_and_more(url: str) -> tuple[list[object], list[str]]:
    """How a shared book is laid out, apart from the order of its columns and its own name."""
    address = Address.of(url)
    with psycopg.connect(address.database) as connection:
        columns = connection.execute(
            "SELECT table_name, column_name, data_type, collation_name, is_nullable, "
            "replace(column_default, %(schema)s, '') FROM information_schema.columns "
            "WHERE table_schema = %(schema)s ORDER BY 1, 2",
            {"schema": address.schema},
        ).fetchall()
        defined = connection.execute(
            "SELECT indexdef FROM pg_indexes WHERE schemaname = %(schema)s UNION ALL "
            "SELECT pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger JOIN pg_class ON tgrelid = pg_class.oid "
            "WHERE relnamespace = %(schema)s::regnamespace UNION ALL "
            "SELECT sequencename || cache_size FROM pg_sequences WHERE schemaname = %(schema)s ORDER BY 1",
            {"schema": address.schema},
        ).fetchall()
    return list(columns), [re.sub(rf"\b{address.schema}\.", "", text) for (text,) in defined]


def test_afterwards_it_is_laid_out_as_a_new_one_is(old: str, backups: Backups, postgres: str) -> None:
    SharedBook(old, back_up=backups).close()
    new = f"{postgres}#laidout{next(_NUMBERS)}"
    SharedBook.create(new, TOWN, PEOPLE, shipped_rules(), "o1").close()
    assert columns_and_more(old) == columns_and_more(new)


def test_it_is_backed_up_first_in_the_format_it_had_and_that_can_be_restored(
    old: str, backups: Backups, tmp_path: Path, number: int
) -> None:
    SharedBook(old, back_up=backups).close()
    SharedBook(old, back_up=backups).close()
    (backup,) = backups.made
    assert verify(backup).state.format == number
    restored = tmp_path / "restored.book"
    restore(backup, restored, SetClock.on(TODAY).now())
    (tmp_path / "file").mkdir()
    assert layout_of(restored) == layout_of(old_book(tmp_path / "file", number))
    with closing(EmbeddedBook(restored)) as book, closing(SharedBook(old)) as now:
        assert list(book.check()) == []
        assert list(book.facts(EVERYTHING)) == list(now.facts(EVERYTHING))


def test_without_a_word_the_backup_goes_where_this_persons_data_are(
    old: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    SharedBook(old).close()
    (backup,) = tmp_path.glob("*/backups/*.book")
    assert backup.name.startswith(f"{Address.of(old).schema}-")


def test_without_a_backup_nothing_is_changed(old: str, direct: psycopg.Connection) -> None:
    def refuse(_address: Address, _copy_to: CopyTo) -> None:
        raise BookError("没有地方备份。")

    before = written(direct)
    with pytest.raises(BookError, match="没有地方备份"):
        SharedBook(old, back_up=refuse)
    assert written(direct) == before


def test_a_step_that_fails_in_the_middle_leaves_the_book_as_it_was(
    old: str, direct: psycopg.Connection, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = max(EARLIER)

    def stumble(connection: Connection) -> None:
        EARLIER[last].step(connection)
        raise BookError("半路出错。")

    before = written(direct)
    stumbling = {**EARLIER, last: Earlier(EARLIER[last].shapes, stumble)}
    monkeypatch.setattr("mediation_tui.store.shared.book.EARLIER", stumbling)
    with pytest.raises(BookError, match="半路出错"):
        SharedBook(old, back_up=backups)
    assert written(direct) == before
    monkeypatch.undo()
    with closing(SharedBook(old, back_up=backups)) as book:
        assert list(book.check()) == []


@pytest.mark.parametrize(("found", "kind"), [(1, BookError), (FORMAT_VERSION + 1, NewerBook)])
def test_a_format_there_is_no_way_from_is_refused_untouched(
    old: str, direct: psycopg.Connection, backups: Backups, found: int, kind: type[BookError]
) -> None:
    direct.execute("UPDATE about SET format = %s", (found,))
    before = written(direct)
    with pytest.raises(kind, match=f"格式 {found}"):
        SharedBook(old, back_up=backups)
    assert (written(direct), backups.made) == (before, [])


def test_of_two_who_open_an_old_book_at_once_one_brings_it_forward_and_both_use_it(
    old: str, backups: Backups
) -> None:
    start = Barrier(2)

    def opened(_name: str) -> int:
        start.wait(timeout=30)
        with closing(SharedBook(old, patience=PATIENT, back_up=backups)) as book:
            return book.count(EVERYTHING)

    with ThreadPoolExecutor(2) as people:
        assert list(people.map(opened, "ab")) == [4, 4]
    assert len(backups.made) == 1


def test_while_somebody_is_writing_in_it_it_is_left_alone(
    old: str, direct: psycopg.Connection, backups: Backups
) -> None:
    before = written(direct)
    with direct.transaction():
        direct.execute("UPDATE chains SET sequence = sequence")
        with pytest.raises(BusyBook, match="等了很久"):
            SharedBook(old, patience=Patience(limit=0.2), back_up=backups)
    assert (written(direct), backups.made) == (before, [])


def test_a_damaged_case_stays_one(old: str, direct: psycopg.Connection) -> None:
    direct.execute("UPDATE cases SET body = jsonb_set(body, '{search}', '\"x\"') WHERE id = 1")
    with closing(SharedBook(old, back_up=lambda _address, _copy_to: None)) as book:
        assert [finding.number for finding in book.check()] == ["（2026）共和民调字第1号"]
        Office(book, SetClock.on(TODAY)).desk().register(an_entry())
