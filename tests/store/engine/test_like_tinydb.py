"""Whatever TinyDB does in memory, the book does in its file."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb import TinyDB
from tinydb.operations import delete
from tinydb.queries import QueryInstance
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from mediation_tui.store.engine import BookDB
from tests.store.engine.books import new_book
from tests.store.engine.strategies import documents, queries, words

Act = tuple[str, tuple[Any, ...]]
ids = st.integers(1, 12)


class ThriftyTable(Table):
    """TinyDB's own table, except that it never gives an id twice and caches nothing."""

    highest = 0

    def __init__(self, storage: MemoryStorage, name: str) -> None:
        super().__init__(storage, name, cache_size=0)

    def _get_next_id(self) -> int:
        self.highest += 1
        return self.highest

    def insert(self, document: Any) -> int:
        doc_id = super().insert(document)
        self.highest = max(self.highest, doc_id)
        return doc_id


class Memory(TinyDB):
    table_class: type[Any] = ThriftyTable


def sorted_by_id(found: Any) -> Any:
    """Documents with their ids, in the order of the ids; anything else as it is."""
    if isinstance(found, Document):
        return found.doc_id, json.dumps(found)
    if isinstance(found, list) and all(isinstance(item, Document) for item in found):
        return sorted((sorted_by_id(item) for item in found), key=lambda pair: pair[0])
    return sorted(found) if isinstance(found, list) else found


def note(document: Any) -> None:
    document["noted"] = document.get("noted", 0) + 1


writes: st.SearchStrategy[Act] = st.one_of(
    st.tuples(st.just("insert"), st.tuples(documents)),
    st.tuples(st.just("insert"), st.tuples(st.builds(Document, documents, ids))),
    st.tuples(st.just("insert_multiple"), st.tuples(st.lists(documents, max_size=4))),
    st.tuples(st.just("update"), st.tuples(documents, queries)),
    st.tuples(st.just("update"), st.tuples(documents)),
    st.tuples(st.just("update"), st.tuples(st.just(note), queries)),
    st.tuples(st.just("update"), st.tuples(st.just(note), st.none(), st.lists(ids, max_size=4))),
    st.tuples(st.just("update"), st.tuples(st.just(delete("state")), queries)),
    st.tuples(st.just("update_multiple"), st.tuples(st.lists(st.tuples(documents, queries), max_size=2))),
    st.tuples(st.just("upsert"), st.tuples(documents, queries)),
    st.tuples(st.just("upsert"), st.tuples(st.builds(Document, documents, ids))),
    st.tuples(st.just("remove"), st.tuples(queries)),
    st.tuples(st.just("remove"), st.tuples(st.none(), st.lists(ids, max_size=3, unique=True))),
    st.tuples(st.just("truncate"), st.tuples()),
)
reads: st.SearchStrategy[Act] = st.one_of(
    st.tuples(st.sampled_from(["search", "count", "contains"]), st.tuples(queries)),
    st.tuples(st.sampled_from(["get", "contains"]), st.tuples(st.none(), ids)),
    st.tuples(st.just("get"), st.tuples(st.none(), st.none(), st.lists(ids, max_size=4))),
    st.tuples(st.just("all"), st.tuples()),
)


@contextmanager
def both() -> Iterator[tuple[Any, Table, BookDB]]:
    with tempfile.TemporaryDirectory() as folder, new_book(Path(folder)) as db:
        yield Memory(storage=MemoryStorage).table("cases"), db.table("cases"), db


def outcome(act: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    try:
        return sorted_by_id(act(*deepcopy(arguments)))
    except (ValueError, TypeError, KeyError) as error:
        return type(error)


def perform(memory: Any, book: Table, act: Act) -> None:
    """Do one act on both; where TinyDB cannot compare two values, a narrowed query may not even meet them."""
    name, arguments = act
    conditions = [argument for argument in arguments if isinstance(argument, QueryInstance)]
    if name == "update_multiple":
        conditions = [condition for _fields, condition in arguments[0]]
    if any(outcome(memory.search, (condition,)) is TypeError for condition in conditions):
        return
    before, highest = deepcopy(memory.storage.memory), memory.highest
    expected = outcome(getattr(memory, name), arguments)
    if isinstance(expected, type):
        memory.storage.memory, memory.highest = before, highest
    if name == "update_multiple" and expected is TypeError:
        return
    assert outcome(getattr(book, name), arguments) == expected, act


@settings(max_examples=120, deadline=None)
@given(st.lists(st.one_of(writes, reads), min_size=2, max_size=9))
def test_any_sequence_of_acts_leaves_what_tinydb_in_memory_would_hold(acts: list[Act]) -> None:
    with both() as (memory, book, db):
        for act in acts:
            perform(memory, book, act)
            assert sorted_by_id(book.all()) == sorted_by_id(memory.all())
        assert len(book) == len(memory)
        assert list(db.faults()) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(documents, min_size=1, max_size=12), st.lists(queries, min_size=15, max_size=25))
def test_a_narrowed_search_finds_exactly_what_the_query_accepts(
    held: list[Any], asked: list[QueryInstance]
) -> None:
    with both() as (memory, book, _db):
        for table in (memory, book):
            table.insert_multiple(deepcopy(held))
        for query in asked:
            expected = outcome(memory.search, (query,))
            if expected is not TypeError:
                assert sorted_by_id(book.search(query)) == expected, query
                first = book.get(query)
                assert (None if first is None else sorted_by_id(first)) == (expected[0] if expected else None)


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["cases", "notes", "_default"]), st.lists(documents, max_size=3)), words
)
def test_a_whole_book_goes_to_plain_tinydb_and_back(content: dict[str, list[Any]], word: str) -> None:
    with tempfile.TemporaryDirectory() as folder, new_book(Path(folder)) as db:
        for name, held in content.items():
            db.table(name).insert_multiple(deepcopy(held))
        before = json.loads(json.dumps(db.storage.read()))
        db.table("notes").insert({"word": word})
        db.drop_tables()
        assert db.tables() == set()
        db.storage.write(before)
        assert db.storage.read() == before
        assert db.tables() == {name for name, held in content.items() if held}
