"""What is a shared book's own: its address, being told of changes, waiting for a row somebody else holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import count
from threading import Event, Thread

import psycopg
import pytest

from mediation_tui.errors import BookError, BusyBook, NewerBook, NotABook
from mediation_tui.model.events import EventKind
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.filters import EVERYTHING
from mediation_tui.store.patience import Patience
from mediation_tui.store.shared import SharedBook
from mediation_tui.store.shared.address import Address
from tests.builders import PEOPLE, TODAY, TOWN, Office, SetClock

_NUMBERS = count()


@pytest.fixture
def url(postgres: str) -> str:
    place = f"{postgres}#own{next(_NUMBERS)}"
    SharedBook.create(place, TOWN, PEOPLE, shipped_rules(), "o1").close()
    return place


@pytest.fixture
def direct(postgres: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(postgres, autocommit=True) as connection:
        yield connection


def schema(url: str) -> str:
    return url.rpartition("#")[2]


@pytest.mark.parametrize("shown", [str, repr])
@pytest.mark.parametrize(
    "url",
    [
        "postgresql://wang:geheim@server/town",
        "postgresql://wang@server/town?password=geheim",
        "postgresql://wang:ge%40heim@server:5432/town#gonghe",
    ],
)
def test_an_address_is_never_shown_with_its_password(url: str, shown: type[str]) -> None:
    assert "heim" not in shown(Address.of(url))


def test_a_name_that_is_none_is_refused() -> None:
    with pytest.raises(BookError, match="不能用"):
        Address.of('postgresql://server/town#a"; DROP SCHEMA public')


@pytest.mark.parametrize("listening", [True, False], ids=["told", "looking"])
def test_what_others_write_is_noticed_and_reading_changes_nothing(url: str, listening: bool) -> None:
    with closing(SharedBook(url, listening=listening)) as here, closing(SharedBook(url)) as there:
        before = here.position()
        assert here.position() == before
        Office(there, SetClock.on(TODAY)).walk()
        noticed = here.position()
        assert noticed != before
        here.count(EVERYTHING)
        assert here.position() == noticed


def test_a_lost_connection_is_replaced_by_another(url: str, direct: psycopg.Connection) -> None:
    with closing(SharedBook(url)) as book:
        office = Office(book, SetClock.on(TODAY))
        office.walk()
        before = book.position()
        direct.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        assert book.count(EVERYTHING) == 1
        assert book.position() >= before


def test_somebody_who_holds_the_case_is_waited_for_in_words_and_not_for_ever(
    url: str, direct: psycopg.Connection
) -> None:
    told = Event()
    with closing(SharedBook(url, told.set, Patience(notice=0.05, limit=0.4))) as book:
        office = Office(book, SetClock.on(TODAY))
        case = office.walk()
        with direct.transaction():
            direct.execute(f"SELECT 1 FROM {schema(url)}.cases FOR UPDATE")
            with pytest.raises(BusyBook, match="正被别人写入"):
                office.desk().undo(case.id)
            assert told.is_set()
            assert book.count(EVERYTHING) == 1


def test_two_cases_are_written_side_by_side_in_chains_of_their_own(url: str) -> None:
    with closing(SharedBook(url)) as here, closing(SharedBook(url)) as there:
        first = Office(here, SetClock.on(TODAY)).walk()
        second = Office(here, SetClock.on(TODAY)).walk()
        done = Event()

        def write() -> None:
            office = Office(there, SetClock.on(TODAY))
            with there.writing():
                office.go_on(second, EventKind.NOTE_ADDED)
                done.set()

        with here.writing():
            Office(here, SetClock.on(TODAY)).go_on(first, EventKind.NOTE_ADDED)
            other = Thread(target=write)
            other.start()
            assert done.wait(timeout=30)
            other.join()
        assert here.heads() == {"o1": 3, "o1.2": 1}
        assert list(here.check()) == []


def test_the_database_itself_refuses_to_change_or_drop_an_event(url: str, direct: psycopg.Connection) -> None:
    with closing(SharedBook(url)) as book:
        Office(book, SetClock.on(TODAY)).walk()
    for statement in ("UPDATE {}.events SET crc = 0", "DELETE FROM {}.events", "TRUNCATE {}.events"):
        with pytest.raises(psycopg.Error, match="can only be added"):
            direct.execute(statement.format(schema(url)))


def test_a_changed_record_is_found(url: str, direct: psycopg.Connection) -> None:
    with closing(SharedBook(url)) as book:
        case = Office(book, SetClock.on(TODAY)).walk()
        direct.execute(f"UPDATE {schema(url)}.cases SET village = 'v2'")
        assert [finding.case_id for finding in book.check()] == [case.id]


def test_a_newer_book_and_no_book_are_refused_in_words(url: str, direct: psycopg.Connection) -> None:
    direct.execute(f"UPDATE {schema(url)}.about SET format = 99")
    with pytest.raises(NewerBook, match="格式 99"):
        SharedBook(url)
    with pytest.raises(NotABook, match="没有案件簿"):
        SharedBook(f"{url}x")
