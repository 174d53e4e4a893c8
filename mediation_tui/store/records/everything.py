"""All of a book, document by document: what is moved from one engine to another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from mediation_tui.store.port import Engine
from mediation_tui.store.records.documents import SHAPES
from mediation_tui.store.shape import TableShape


class Record(NamedTuple):
    """One document of a book.

    Attributes:
        table: The table it is in.
        id: Its id there.
        document: The document.
    """

    table: str
    id: int
    document: dict[str, Any]


def everything(engine: Engine, shapes: Sequence[TableShape] = SHAPES) -> Iterator[Record]:
    """All documents, table by table in the order of their ids, read as they are asked for.

    Args:
        engine: Holds the book.
        shapes: The tables of its format.

    Raises:
        DamagedBook: One of them is not what was written.
    """
    for shape in shapes:
        for doc_id, body in engine.scan(shape.name):
            yield Record(shape.name, doc_id, json.loads(body))


def pour(records: Iterable[Record], engine: Engine, shapes: Sequence[TableShape] = SHAPES) -> None:
    """Put documents into an engine under the ids they have, all of them or none; what it held is gone.

    Args:
        records: Documents, those of one table together.
        engine: Holds a book without events.
        shapes: The tables of its format.
    """
    with engine.transaction():
        for shape in shapes:
            if not shape.immutable:
                engine.empty(shape.name)
        for table, together in groupby(records, lambda record: record.table):
            engine.fill(table, ((record.id, record.document) for record in together))
