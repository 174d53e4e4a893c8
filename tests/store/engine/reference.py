"""TinyDB over memory, which the book is compared with, and the comparing."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.queries import QueryInstance
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from mediation_tui.store.engine import BookDB
from mediation_tui.store.engine.narrowing import EVERYTHING, narrowed
from tests.store.engine.books import CASES, new_book

REFUSALS = (ValueError, TypeError, KeyError, RuntimeError, OverflowError)
"""What TinyDB raises, and Python inside it."""


class OrderedMemory(MemoryStorage):
    """TinyDB's own storage, except that documents lie in the order of their ids and share no parts.

    Attributes:
        highest: The highest id ever given, by table.
    """

    def __init__(self) -> None:
        super().__init__()
        self.highest: Counter[str] = Counter()

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        apart = json.loads(json.dumps(data))
        super().write(
            {name: {key: table[key] for key in sorted(table, key=int)} for name, table in apart.items()}
        )

    @contextmanager
    def restored_on_error(self) -> Iterator[None]:
        """Undo everything when the block raises; TinyDB leaves in memory what it had changed until then."""
        memory, highest = deepcopy(self.memory), self.highest.copy()
        try:
            yield
        except BaseException:
            self.memory, self.highest = memory, highest
            raise


class ThriftyTable(Table):
    """TinyDB's own table, except that it never gives an id twice and caches nothing."""

    def __init__(self, storage: OrderedMemory, name: str) -> None:
        super().__init__(storage, name, cache_size=0)
        self._ordered = storage

    def _get_next_id(self) -> int:
        self._ordered.highest[self.name] += 1
        return self._ordered.highest[self.name]

    def insert(self, document: Mapping[str, Any]) -> int:
        doc_id = super().insert(document)
        self._note(doc_id)
        return doc_id

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        def noted() -> Iterator[Mapping[str, Any]]:
            for document in documents:
                if isinstance(document, Document):
                    self._note(document.doc_id)
                yield document

        return super().insert_multiple(noted())

    def _note(self, doc_id: int) -> None:
        highest = self._ordered.highest
        highest[self.name] = max(highest[self.name], doc_id)


class Memory(TinyDB):
    """TinyDB with the two documented differences and no other."""

    table_class: type[Any] = ThriftyTable
    default_storage_class: type[Any] = OrderedMemory
    storage: OrderedMemory


@contextmanager
def both() -> Iterator[tuple[Memory, BookDB]]:
    """An empty TinyDB in memory and an empty book."""
    with tempfile.TemporaryDirectory() as folder, new_book(Path(folder)) as db:
        yield Memory(), db


def plainly(found: Any) -> Any:
    """What was found in a spelling that tells 1 from 1.0 and True, with the ids of documents."""
    if isinstance(found, Document):
        return found.doc_id, json.dumps(found)
    return [plainly(each) for each in found] if isinstance(found, list) else found


def outcome(act: Callable[..., Any], *arguments: Any) -> Any:
    """What an act answers, or the kind of its refusal."""
    try:
        return plainly(act(*deepcopy(arguments)))
    except REFUSALS as error:
        return type(error)


def accepted(query: Callable[[Any], bool], documents: Iterable[Document]) -> list[Any]:
    """The documents a query accepts, where it cannot compare some others with what it asks for."""

    def accepts(document: Document) -> bool:
        try:
            return bool(query(document))
        except TypeError:
            return False

    return [plainly(document) for document in documents if accepts(document)]


def answered_alike(query: QueryInstance, memory: Table, cases: Table) -> str:
    """Put one question to both and say what kind of answer it was.

    A question that TinyDB cannot put to every document is refused here too, unless SQL had left out those documents:
    then the others are found as they should be.
    """
    expected, found = outcome(memory.search, query), outcome(cases.search, query)
    scanned = narrowed(query, CASES.by_path) is EVERYTHING
    if expected is TypeError:
        assert found is TypeError or (not scanned and found == accepted(query, memory)), query
        return "refused"
    assert found == expected, query
    return f"{'scanned' if scanned else 'narrowed'}, {'found' if found else 'nothing'}"


def contents(db: TinyDB) -> str:
    """All documents of all tables that hold any."""
    return json.dumps({name: table for name, table in sorted((db.storage.read() or {}).items()) if table})
