"""From a table's shape to its SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mediation_tui.store.shape import TableShape

IMMUTABLE = "this record can only be added"
"""What the triggers of an immutable table say."""


def statements(shapes: Sequence[TableShape]) -> Iterator[str]:
    """All statements that make an empty book of these tables."""
    yield "CREATE TABLE [_counters] (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID"
    for shape in shapes:
        yield from _table(shape)


def bracketed(names: Iterable[str]) -> str:
    """Names as SQL can only read as names; in double quotes a misspelt one would pass for a text."""
    return ", ".join(f"[{name}]" for name in names)


def _table(shape: TableShape) -> Iterator[str]:
    """One table with its counter, indexes and triggers.

    The document stands last: whoever asks for narrow columns does not read past it.
    """
    columns = "".join(f", [{column.name}]" for column in shape.columns)
    yield (
        f"CREATE TABLE [{shape.name}] "
        f"(id INTEGER PRIMARY KEY, crc INTEGER NOT NULL{columns}, body TEXT NOT NULL)"
    )
    yield f"INSERT INTO [_counters] VALUES ('{shape.name}', 1)"
    for column in shape.columns:
        if column.indexed:
            yield f"CREATE INDEX [{shape.name}__{column.name}] ON [{shape.name}] ([{column.name}])"
    for group in shape.indexes:
        name = f"{shape.name}__by__{'__'.join(group)}"
        yield f"CREATE INDEX [{name}] ON [{shape.name}] ({bracketed((*group, *shape.carried.get(group, ())))})"
    for group in shape.unique:
        name = f"{shape.name}__once__{'__'.join(group)}"
        yield f"CREATE UNIQUE INDEX [{name}] ON [{shape.name}] ({bracketed(group)})"
    if shape.immutable:
        yield from (_refusal(shape.name, act) for act in ("UPDATE", "DELETE"))


def _refusal(table: str, act: str) -> str:
    """A trigger that refuses an act on a table."""
    return (
        f"CREATE TRIGGER [{table}__no_{act.lower()}] BEFORE {act} ON [{table}] "
        f"BEGIN SELECT RAISE(ABORT, '{IMMUTABLE}'); END"
    )
