"""A healthy book salvages to an equal one, and in a salvaged one work goes on."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from mediation_tui.clock import SetClock
from mediation_tui.desk import Desk
from mediation_tui.errors import BookError, NewerBook
from mediation_tui.model.events import EventKind
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded.salvage import Left, salvage
from mediation_tui.store.engine.rows import checksum
from mediation_tui.store.filters import EVERYTHING
from tests.builders import PEOPLE, TODAY, TOWN, Office, Walk, a_book, an_entry, keep, valid
from tests.store.salvage.conftest import Original
from tests.store.salvage.damage import bodies, pages_of, require_honest, salvaged, zeroed
from tests.strategies import towns_of_walks

LATER = TODAY + timedelta(days=1)


@settings(max_examples=15, deadline=None)
@given(towns_of_walks())
def test_a_healthy_book_salvages_to_an_equal_one(walks: tuple[Walk, ...]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        with closing(a_book(folder)) as book:
            keep(book, walks)
        old, new = folder / "o1.book", folder / "new.book"
        assert salvage(old, new, "new").complete
        for table in ("events", "cases", "chains", "places", "people", "settings"):
            assert bodies(new, table) == bodies(old, table)
        with closing(EmbeddedBook(new)) as book:
            assert list(book.check()) == []


def desk_in(book: EmbeddedBook) -> Desk:
    return Desk(book, "m1", SetClock.on(LATER, tick=timedelta(milliseconds=1)))


def test_in_a_book_with_a_gap_disputes_are_registered_and_followed(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    cases = [office.walk(EventKind.ACCEPTED) for _ in range(30)]
    office.book.close()
    data = Path(office.book.location).read_bytes()
    written = bodies(Path(office.book.location))
    page = next(n for n, page in enumerate(pages_of(data)) if written[30].encode() in page)
    result = salvaged(tmp_path, zeroed(data, [page]))
    require_honest(result, written)
    assert result.cases(Left.INCOMPLETE)
    with closing(EmbeddedBook(result.path)) as book:
        before = book.heads()["o1"]
        desk = desk_in(book)
        desk.register(an_entry())
        for case in cases:
            desk.record(case.id, valid(EventKind.SESSION_HELD, book.case(case.id), LATER))
        assert book.heads()["o1"] == before + 1 + len(cases)
        assert {finding.sentence for finding in book.check()} >= {f.sentence for f in result.findings}
        assert len(list(book.check())) == len(result.findings)


def test_bits_flipped_in_a_record_cost_that_record_alone(original: Original, tmp_path: Path) -> None:
    random, data = Random(3), bytearray(original.data)
    chosen = random.sample(sorted(original.events), 5)
    for event in chosen:
        body = original.events[event].encode()
        start = data.index(body)
        data[start + random.randrange(len(body))] ^= 1 << random.randrange(8)
    result = salvaged(tmp_path, bytes(data))
    require_honest(result, original.events)
    assert result.events.keys() == original.events.keys() - set(chosen)
    assert result.told.missing == 5


def test_a_roster_that_is_lost_is_said_and_the_cases_stay_readable(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    case = office.walk(EventKind.ACCEPTED)
    office.book.close()
    path = Path(office.book.location)
    data = path.read_bytes()
    lost = [
        n
        for n, page in enumerate(pages_of(data))
        if any(
            body.encode() in page
            for table in ("places", "people", "settings")
            for body in bodies(path, table).values()
        )
    ]
    result = salvaged(tmp_path, zeroed(data, lost))
    told = result.told
    assert (told.roster, told.rules, told.origin_found, told.origin) == (Left.LOST, False, False, "o1")
    assert not told.complete
    with closing(EmbeddedBook(result.path)) as book:
        assert book.town.name == "（名册已失）"
        assert (book.people, book.rules) == ((), shipped_rules())
        assert book.case(case.id) == case
        assert [facts.number for facts in book.facts(EVERYTHING)] == [case.number]
        assert list(book.check()) == []
        desk_in(book).keep_roster(TOWN, PEOPLE)
        desk_in(book).register(an_entry())
        assert list(book.check()) == []


def test_people_of_an_earlier_roster_do_not_come_back(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    office.desk().keep_roster(TOWN, PEOPLE[:2])
    office.book.close()
    result = salvaged(tmp_path, zeroed(Path(office.book.location).read_bytes(), [0]))
    with closing(EmbeddedBook(result.path)) as book:
        assert book.people == PEOPLE[:2]
    assert result.told.roster is Left.WHOLE


def test_a_chain_whose_end_is_lost_is_not_gone_on_with(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    office.walk(EventKind.ACCEPTED)
    office.book.close()
    path = Path(office.book.location)
    data = path.read_bytes()
    (end,) = bodies(path, "chains").values()
    page = next(n for n, page in enumerate(pages_of(data)) if end.encode() in page)
    result = salvaged(tmp_path, zeroed(data, [page]))
    assert result.told.open_ends == ("o1",)
    assert not result.told.complete
    with closing(EmbeddedBook(result.path)) as book:
        desk_in(book).register(an_entry())
        assert book.heads() == {"o1": 2, "o1.2": 1}
        assert list(book.check()) == []


def test_a_case_is_made_again_from_its_events_where_the_stored_one_is_lost(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    case = office.walk(EventKind.ACCEPTED)
    office.book.close()
    path = Path(office.book.location)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE cases SET crc = crc + 1")
        connection.commit()
    result = salvaged(tmp_path, path.read_bytes())
    assert result.told.complete
    with closing(EmbeddedBook(result.path)) as book:
        assert book.case(case.id) == case


def test_an_event_changed_together_with_its_checksum_is_kept_and_left_to_the_check(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    office.walk(EventKind.ACCEPTED, EventKind.SESSION_HELD)
    office.book.close()
    path = Path(office.book.location)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER [events__no_update]")
        ((body,),) = connection.execute("SELECT body FROM events WHERE id = 2").fetchall()
        changed = json.dumps(json.loads(body) | {"actor": "m2"}, ensure_ascii=False)
        connection.execute(
            "UPDATE events SET body = ?, crc = ? WHERE id = 2", (changed, checksum(2, changed.encode()))
        )
        connection.commit()
    result = salvaged(tmp_path, path.read_bytes())
    assert [finding.sentence for finding in result.findings] == [
        "（2026）共和民调字第1号：第 3 号事件与前一号接不上。"
    ]


def test_a_newer_book_and_a_missing_one_are_refused(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    office.book.close()
    with closing(sqlite3.connect(office.book.location)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerBook):
        salvage(Path(office.book.location), tmp_path / "new.book", "new")
    with pytest.raises(BookError, match="找不到"):
        salvage(tmp_path / "none.book", tmp_path / "new.book", "new")
    assert not (tmp_path / "new.book").exists()


def test_nothing_that_exists_is_replaced(original: Original, tmp_path: Path) -> None:
    there = tmp_path / "thesis.txt"
    there.write_text("years of work")
    with pytest.raises(BookError, match="已经存在"):
        salvage(original.path, there, "new")
    assert there.read_text() == "years of work"
    with pytest.raises(BookError, match="已经存在"):
        salvage(original.path, original.path, "new")
