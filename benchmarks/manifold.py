"""Books of any size, quickly: the documents of a made-up town over and over, under ids of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.books import made_up_book
from mediation_tui.store.engine import BookDB, create_file
from mediation_tui.store.records.documents import SHAPES

SEED_CASES = 1_000
_TOWN = ("places", "people", "settings", "chains")


def manifold(folder: Path, cases: int) -> Path:
    """A book of so many thousand cases; their chains are not sealed, which no measurement looks at.

    Args:
        folder: Where it and the book it is made from are kept.
        cases: How many; a multiple of a thousand.
    """
    path = folder / f"{cases}.store.book"
    seed = made_up_book(folder / f"{SEED_CASES}.book", SEED_CASES, date.today())
    if not path.exists():
        create_file(path, SHAPES)
        with closing(BookDB(seed, SHAPES)) as source, closing(BookDB(path, SHAPES)) as target:
            with target.transaction():
                for table in _TOWN:
                    target.fill(table, ((row, json.loads(body)) for row, body in source.scan(table)))
            for copy in range(cases // SEED_CASES):
                with target.transaction():
                    for table in ("cases", "events"):
                        for document in copied(source, table, copy):
                            target.add(table, document)
            target.checkpoint()
    return path


def copied(source: BookDB, table: str, copy: int) -> Iterator[dict[str, Any]]:
    """The documents of a table under ids of a copy's own."""
    for _row, body in source.scan(table):
        document = json.loads(body)
        if table == "events":
            document["case_id"] += f"-{copy}"
            document["sequence"] += copy * 1_000_000
        else:
            document["facts"]["id"] += f"-{copy}"
            document["case"]["id"] += f"-{copy}"
            document["number_key"] += f"-{copy}"
        yield document
