"""Books to try the engine on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mediation_tui.store.engine import BookDB, Column, Patience, Scalar, TableShape, create_file

HASTY = Patience(notice=0.0, limit=0.05)


def size_of(document: Mapping[str, Any]) -> Mapping[str, Scalar]:
    """A computed column: how many fields a document has."""
    return {"size": len(document)}


CASES = TableShape(
    "cases",
    (
        Column("state", ("state",), indexed=True),
        Column("village", ("place", "village"), indexed=True),
        Column("days", ("days",)),
        Column("size"),
    ),
    fill=size_of,
)
EVENTS = TableShape(
    "events",
    (Column("origin", ("origin",)), Column("sequence", ("sequence",))),
    immutable=True,
    unique=(("origin", "sequence"),),
)
SHAPES = (CASES, EVENTS, TableShape("_default"), TableShape("notes"))


def new_book(folder: Path, patience: Patience = HASTY) -> BookDB:
    """A new, open book in a folder."""
    path = folder / "案件 簿#1.book"
    create_file(path, SHAPES)
    return BookDB(path, SHAPES, patience)


def reopened(db: BookDB, patience: Patience = HASTY) -> BookDB:
    """The same book, closed and opened again."""
    db.close()
    return BookDB(db.path, SHAPES, patience)
