"""Whatever TinyDB does in memory, the book does in its file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.queries import QueryInstance
from tinydb.table import Document

from mediation_tui.store.engine import BookDB
from tests.store.engine.acts import ACTS, TABLES, Act, anything
from tests.store.engine.reference import Memory, answered_alike, both, contents, outcome, plainly
from tests.store.engine.strategies import documents, queries

held_documents = st.lists(documents, min_size=2, max_size=6)


def stock(memory: Memory, book: BookDB, held: Sequence[Any]) -> None:
    """Make both hold nothing but these documents, under the ids from 1."""
    with book.transaction():
        for db in (memory, book):
            db.drop_tables()
            for name in TABLES:
                db.table(name).insert_multiple(Document(deepcopy(each), n) for n, each in enumerate(held, 1))


def comparable(memory: Memory, act: Act) -> bool:
    """Whether the act's queries can be put to every document; SQL may leave out those that cannot be compared."""
    table = memory.table(act.table or "_default")
    return not any(outcome(table.search, condition) is TypeError for condition in act.conditions)


def perform(memory: Memory, book: BookDB, act: Act) -> bool:
    """Do one act on both, compare what they answer and what they hold; whether it could be done at all."""
    if not comparable(memory, act):
        return False
    expected = outcome(
        act.on(memory) if act.reads_only else partial(in_one_piece, memory, act), *act.arguments
    )
    if act.name == "update_multiple" and expected is TypeError:
        return False
    assert outcome(act.on(book), *act.arguments) == expected, act
    assert contents(book) == contents(memory), act
    return True


def in_one_piece(memory: Memory, act: Act, *arguments: Any) -> Any:
    """Do an act on memory, so that nothing is left of it when it is refused."""
    with memory.storage.restored_on_error():
        return act.on(memory)(*arguments)


@pytest.mark.parametrize("kind", ACTS)
def test_every_act_answers_and_leaves_what_tinydb_in_memory_would(kind: str) -> None:
    done = 0
    with both() as (memory, book):

        @settings(max_examples=15, deadline=None, derandomize=True, database=None)
        @given(held_documents, st.lists(ACTS[kind], min_size=1, max_size=3))
        def alike(held: list[Any], acts: list[Act]) -> None:
            nonlocal done
            stock(memory, book, held)
            done += sum(perform(memory, book, act) for act in acts)

        alike()
    assert done >= 10


@settings(max_examples=40, deadline=None, derandomize=True)
@given(held_documents, st.lists(anything, min_size=3, max_size=10))
def test_any_sequence_of_acts_leaves_what_tinydb_in_memory_would_hold(
    held: list[Any], acts: list[Act]
) -> None:
    with both() as (memory, book):
        stock(memory, book, held)
        for act in acts:
            perform(memory, book, act)
        assert book.tables() == {name for name, table in (memory.storage.read() or {}).items() if table}
        assert list(book.faults()) == []


def test_every_way_to_ask_finds_exactly_what_the_query_accepts() -> None:
    with both() as (memory, book):
        held, cases = memory.table("cases"), book.table("cases")

        @settings(max_examples=20, deadline=None, derandomize=True, database=None)
        @given(held_documents, st.lists(queries, min_size=10, max_size=20))
        def alike(documents: list[Any], asked: list[QueryInstance]) -> None:
            stock(memory, book, documents)
            for query in asked:
                if answered_alike(query, held, cases) == "refused":
                    continue
                expected = plainly(held.search(query))
                assert cases.count(query) == len(expected)
                assert cases.contains(query) is bool(expected)
                assert plainly(cases.get(query)) == (expected[0] if expected else None)

        alike()


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from(TABLES), st.lists(documents, max_size=3)))
def test_a_whole_book_goes_to_plain_tinydb_and_back(content: dict[str, list[Any]]) -> None:
    with both() as (memory, book):
        for name, held in content.items():
            book.table(name).insert_multiple(deepcopy(held))
        before = json.loads(json.dumps(book.storage.read()))
        memory.storage.write(before)
        assert contents(memory) == contents(book)
        book.table("notes").insert({"word": "a"})
        book.drop_tables()
        assert book.tables() == set()
        book.storage.write(memory.storage.read() or {})
        assert book.storage.read() == before
        assert book.tables() == {name for name, held in content.items() if held}


def test_the_book_itself_stands_for_its_default_table() -> None:
    with both() as (memory, book):
        for db in (memory, book):
            assert db.insert({"n": 1}) == 1
            assert db.upsert(Document({"n": 2}, 7)) == [7]
            assert (len(db), [document.doc_id for document in db]) == (2, [1, 7])
            assert db.name == "_default"
            assert db.table("_default").all() == db.all() == [{"n": 1}, {"n": 2}]
            assert db.tables() == {"_default"}
