"""Which cases nothing may be signed on, because their records are not what was written."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing, suppress
from operator import attrgetter
from typing import Any, get_type_hints

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation_tui.errors import DamagedBook
from mediation_tui.model.case import Case
from mediation_tui.model.events import EventKind
from mediation_tui.model.facts import CaseFacts, CountedFacts, counted_of
from mediation_tui.store.filters import EVERYTHING, Order
from mediation_tui.store.records.documents import FACT_COLUMNS, FACT_NAMES
from mediation_tui.store.records.factrows import UNREADABLE, facts_from
from mediation_tui.store.shared.address import Address
from tests.builders import Office, Walk, keep
from tests.engines import Shelf
from tests.strategies import towns_of_walks

K = EventKind


def struck(office: Office, change: str, case: Case) -> None:
    """Change a stored case behind the program's back."""
    done(office, f"UPDATE cases SET {change}", case)


def done(office: Office, statement: str, case: Case) -> None:
    """Do something to the records of a case behind the program's back."""
    place, clause = office.book.location, f"{statement} WHERE case_id = "
    if "://" in place:
        address = Address.of(place)
        with psycopg.connect(address.database, autocommit=True) as connection:
            connection.execute(f"SET search_path = {address.schema}".encode())
            connection.execute(f"{clause} %s".encode(), (case.id,))
    else:
        import sqlite3

        with closing(sqlite3.connect(place)) as connection:
            connection.execute(f"{clause} ?", (case.id,))
            connection.commit()


COLUMNS = (
    "state = 'nowhere'",
    "category = NULL",
    "registered_on = '2026-3-1'",
    "touched_at = '2026-03-01'",
    "amount = 'much'",
    "preventions = '[1]'",
    "mediators = '[1]'",
    "defaulted = 7",
    "risk = 9",
    "rounds = NULL",
)


@pytest.mark.parametrize("change", COLUMNS)
def test_a_row_that_says_no_facts_is_refused_by_the_cases_number(office: Office, change: str) -> None:
    sound, other = office.walk(), office.walk(K.ACCEPTED)
    struck(office, change, other)
    for read in (
        lambda: list(office.book.facts(EVERYTHING)),
        lambda: office.book.page(EVERYTHING, Order.NEWEST, 0, 9),
        lambda: list(office.book.facts_at(office.clock.instant)),
    ):
        with pytest.raises(DamagedBook) as refused:
            read()
        assert refused.value.facts["number"] == other.number
        assert other.number in str(refused.value)
    assert office.book.unsound(None) == (other.number,)
    assert office.book.unsound(frozenset({sound.id})) == ()


def test_a_row_that_says_nothing_to_count_by_is_refused_by_the_cases_number(office: Office) -> None:
    sound, other = office.walk(), office.walk(K.ACCEPTED)
    struck(office, "category = NULL", other)
    counted = office.book.counted_facts(EVERYTHING)
    assert next(counted).id == sound.id
    with pytest.raises(DamagedBook) as refused:
        next(counted)
    assert refused.value.facts["number"] == other.number


@pytest.mark.parametrize("change", ["crc = crc + 1", "people = 12", "versus = 'x'"])
def test_a_row_that_is_not_what_was_written_is_named_though_it_can_be_read(
    office: Office, change: str
) -> None:
    sound, other = office.walk(), office.walk(K.ACCEPTED)
    struck(office, change, other)
    assert len(list(office.book.facts(EVERYTHING))) == 2
    assert office.book.unsound(None) == (other.number,)
    assert office.book.unsound(frozenset({sound.id, other.id})) == (other.number,)
    assert office.book.unsound(frozenset({sound.id})) == ()


def test_in_a_whole_book_nothing_is_unsound_and_what_is_not_there_is(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mediation_tui.store.records.soundness._TOGETHER", 2)
    cases = [office.walk() for _ in range(5)]
    assert office.book.unsound(None) == office.book.unsound(frozenset()) == ()
    assert office.book.unsound(frozenset({*(case.id for case in cases), "nothing"})) == ("nothing",)
    struck(office, "crc = 0", cases[4])
    assert office.book.unsound(None) == (cases[4].number,)


def validated(row: tuple[Any, ...]) -> CaseFacts:
    """The facts in a row as Pydantic reads them, field by field."""
    values = dict(zip(FACT_NAMES, row, strict=True))
    for name in ("mediators", "preventions", "earlier_rounds"):
        values[name] = json.loads(values[name])
    return CaseFacts.model_validate(values)


def test_a_case_without_a_row_is_named_by_its_number_where_its_events_tell_it(office: Office) -> None:
    sound, lost = office.walk(), office.walk(K.ACCEPTED)
    done(office, "DELETE FROM cases", lost)
    assert office.book.unsound() == (lost.number,)
    assert office.book.unsound(frozenset({sound.id})) == ()
    assert office.book.unsound(frozenset({lost.id})) == (lost.id,)


def test_a_case_with_other_events_than_it_was_made_from_is_named(office: Office) -> None:
    sound, other = office.walk(), office.walk(K.ACCEPTED)
    struck(office, "version = 1", other)
    assert office.book.unsound(frozenset({sound.id})) == ()
    for asked in (None, frozenset({sound.id, other.id})):
        assert office.book.unsound(asked) == (other.number,)


def test_whoever_is_watching_is_told_how_many_records_have_been_looked_at(office: Office) -> None:
    told: list[tuple[int, int]] = []
    for _ in range(2):
        office.walk(K.ACCEPTED)
    assert office.book.unsound(progress=lambda done, total: told.append((done, total))) == ()
    assert told == [(2, 6), (6, 6)]


@settings(max_examples=15, deadline=None)
@given(towns_of_walks())
def test_in_a_book_as_it_was_written_nothing_is_unsound(shelf: Shelf, walks: tuple[Walk, ...]) -> None:
    with closing(shelf.book()) as book:
        keep(book, walks)
        assert book.unsound() == book.unsound(frozenset(walk.case.id for walk in walks)) == ()


@settings(max_examples=15, deadline=None)
@given(towns_of_walks())
def test_facts_are_read_as_pydantic_would_read_them(shelf: Shelf, walks: tuple[Walk, ...]) -> None:
    with closing(shelf.book()) as book:
        keep(book, walks)
        rows = book.engine.rows("cases", FACT_COLUMNS)
    for row in rows:
        read, model = facts_from(row), validated(row)
        assert read == model
        assert list(map(type, dict(read).values())) == list(map(type, dict(model).values()))
        assert read.model_dump_json() == model.model_dump_json()
        assert read.model_copy(update={"village": "v9"}).village == "v9"


@settings(max_examples=15, deadline=None)
@given(towns_of_walks())
def test_what_figures_count_by_is_what_the_facts_say(shelf: Shelf, walks: tuple[Walk, ...]) -> None:
    with closing(shelf.book()) as book:
        keep(book, walks)
        counted = sorted(book.counted_facts(EVERYTHING), key=attrgetter("id"))
        assert counted == sorted(map(counted_of, book.facts(EVERYTHING)), key=attrgetter("id"))


def test_what_figures_count_by_is_described_as_the_facts_are() -> None:
    facts = get_type_hints(CaseFacts)
    assert all(facts[name] == kind for name, kind in get_type_hints(CountedFacts).items())


WRONG: tuple[Callable[[Any], Any], ...] = (lambda _: "nowhere", lambda _: 77.5, lambda _: None)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FACT_NAMES), st.sampled_from(WRONG))
def test_whatever_pydantic_refuses_in_a_column_is_refused(name: str, wrong: Callable[[Any], Any]) -> None:
    facts = Walk.begun().act(K.ACCEPTED).act(K.PREVENTION_NOTED).facts().model_dump(mode="json")
    listed = {"mediators", "preventions", "earlier_rounds"}
    row = [json.dumps(facts[each]) if each in listed else facts[each] for each in FACT_NAMES]
    row[FACT_NAMES.index(name)] = wrong(row[FACT_NAMES.index(name)])
    try:
        model = validated(tuple(row))
    except UNREADABLE:
        with pytest.raises(UNREADABLE):
            facts_from(row)
    else:
        with suppress(*UNREADABLE):  # a number is no date here
            assert facts_from(row) == model
