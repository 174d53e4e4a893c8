"""Everything that can be done to a table or to a whole book, with all kinds of arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st
from tinydb import TinyDB
from tinydb.operations import add, decrement, delete, increment, set, subtract
from tinydb.queries import QueryInstance
from tinydb.table import Document

from tests.store.engine.strategies import documents, queries, scalars, values

TABLES = ("cases", "notes", "_default")
fields = st.sampled_from(["state", "days", "tags", "nowhere"])
ids = st.one_of(st.integers(1, 9), st.sampled_from([0, -3, 2**53]))
several_ids = st.lists(ids, max_size=4)
numbered = st.builds(Document, documents, ids)


@dataclass(frozen=True)
class Act:
    """A call of one method.

    Attributes:
        table: The table; none for the book itself, which stands for its default table.
        name: The method, or the function to call with the table.
        arguments: The method's arguments.
    """

    table: str | None
    name: str
    arguments: tuple[Any, ...]

    def on(self, db: TinyDB) -> Callable[..., Any]:
        """What to call, on this database."""
        target: Any = db if self.table is None else db.table(self.table)
        functions: dict[str, Callable[[], Any]] = {"len": lambda: len(target), "iter": lambda: list(target)}
        return functions.get(self.name) or getattr(target, self.name)

    @property
    def reads_only(self) -> bool:
        """Whether it changes nothing."""
        return self.name in {"search", "count", "contains", "get", "all", "len", "iter"}

    @property
    def conditions(self) -> Iterator[QueryInstance]:
        """The queries among the arguments."""
        for argument in self.arguments:
            yield from (each for each in _parts(argument) if isinstance(each, QueryInstance))


def _parts(argument: object) -> Iterator[object]:
    """An argument, or what a list of arguments is made of."""
    if isinstance(argument, list | tuple):
        for each in argument:
            yield from _parts(each)
    else:
        yield argument


def note(document: Any) -> None:
    document["noted"] = document.get("noted", 0) + 1


def deepen(document: Any) -> None:
    document["place"] = {"village": document.get("place"), "grid": [document.get("days")]}


changes: st.SearchStrategy[Any] = st.one_of(
    documents,
    st.sampled_from([note, deepen]),
    st.builds(delete, fields),
    st.builds(add, fields, st.sampled_from([1, 0.5, "a", [None]])),
    st.builds(subtract, fields, st.sampled_from([1, 0.5])),
    st.builds(set, fields, values),
    st.builds(increment, fields),
    st.builds(decrement, fields),
)


def calls(name: str, *arguments: st.SearchStrategy[Any]) -> st.SearchStrategy[Act]:
    """Calls of a method, mostly on one table."""
    tables = st.sampled_from(["cases", "cases", "notes", None])
    return st.builds(Act, tables, st.just(name), st.tuples(*arguments))


WRITES: dict[str, st.SearchStrategy[Act]] = {
    "insert": calls("insert", documents),
    "insert with an id": calls("insert", numbered),
    "insert_multiple": calls("insert_multiple", st.lists(documents, max_size=4)),
    "insert_multiple with ids": calls(
        "insert_multiple", st.lists(st.one_of(documents, numbered), max_size=4)
    ),
    "update by a query": calls("update", changes, queries),
    "update everything": calls("update", changes),
    "update by ids": calls("update", changes, st.none(), several_ids),
    "update_multiple": calls(
        "update_multiple", st.lists(st.tuples(changes, queries), min_size=1, max_size=3)
    ),
    "upsert by a query": calls("upsert", documents, queries),
    "upsert by an id": calls("upsert", numbered),
    "upsert by an id before a query": calls("upsert", numbered, queries),
    "remove by a query": calls("remove", queries),
    "remove by ids": calls("remove", st.none(), st.lists(ids, max_size=3, unique=True)),
    "truncate": calls("truncate"),
    "drop_table": st.builds(
        Act, st.none(), st.just("drop_table"), st.tuples(st.sampled_from([*TABLES, "elsewhere"]))
    ),
    "drop_tables": st.builds(Act, st.none(), st.just("drop_tables"), st.just(())),
}
READS: dict[str, st.SearchStrategy[Act]] = {
    "search": calls("search", queries),
    "count": calls("count", queries),
    "contains by a query": calls("contains", queries),
    "contains by an id": calls("contains", st.none(), ids),
    "contains by an id before a query": calls("contains", queries, ids),
    "get by a query": calls("get", queries),
    "get by an id": calls("get", st.none(), ids),
    "get by ids": calls("get", st.none(), st.none(), several_ids),
    "get by an id before all else": calls("get", queries, ids, several_ids),
    "all": calls("all"),
    "len": calls("len"),
    "iter": calls("iter"),
}
MISTAKES: dict[str, st.SearchStrategy[Act]] = {
    "insert no document": calls("insert", st.lists(scalars, max_size=2)),
    "insert_multiple with one that is none": calls("insert_multiple", st.just([{}, "no document"])),
    "insert_multiple of a document": calls("insert_multiple", st.just({"one": "document"})),
    "insert_multiple of one id twice": calls(
        "insert_multiple", st.just([Document({}, 5), {}, Document({}, 5)])
    ),
    "upsert of nothing in particular": calls("upsert", documents),
    "remove nothing in particular": calls("remove"),
    "get nothing in particular": calls("get"),
    "contains nothing in particular": calls("contains"),
}
ACTS = WRITES | READS | MISTAKES
anything = st.sampled_from(sorted(ACTS)).flatmap(ACTS.__getitem__)
