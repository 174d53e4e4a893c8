"""The shape of a table: its narrow columns and its promises, given by whoever knows what is stored in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import Any

FORMAT_VERSION = 4
"""The format of a book that this program writes, in a file and in a database alike."""

Scalar = str | int | float | None
"""What a narrow column can hold; a truth value is stored as 0 or 1."""

Parameter = Scalar | list[str]
"""What a question mark in SQL may stand for; a list only where the engine's dialect asks for one."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LARGEST = 2**63
_PLAIN = frozenset({str, float, type(None)})
_TEXTS = frozenset({str})
"""Types that most values, and all keys, are of; only the others need a closer look."""
_OWN_COLUMNS = frozenset({"id", "body", "crc"})


@dataclass(frozen=True)
class Column:
    """One narrow column: a small value kept beside the document so that SQL can choose and count by it.

    Columns are declared without a type, so that SQLite compares their values exactly as Python does.

    Attributes:
        name: Its name; letters, digits and underscores.
        path: Where in the document its value stands. The engine copies it from there, and queries on that path
            are narrowed by it. Without a path the column is filled by the shape's `fill`.
        indexed: Whether SQL finds its values without reading the whole table.
        number: Whether its values are whole numbers; only engines whose columns have types ask.
    """

    name: str
    path: tuple[str, ...] | None = None
    indexed: bool = False
    number: bool = False


def _nothing(document: Mapping[str, Any]) -> Mapping[str, Scalar]:
    """The filling of a table whose columns all have a path."""
    return {}


@dataclass(frozen=True)
class TableShape:
    """What the engine must know of a table.

    Attributes:
        name: The table's name, in TinyDB and in SQL alike.
        columns: Its narrow columns.
        fill: From a document, the values of exactly the columns that have no path.
        immutable: Whether a record, once written, can never be changed or removed.
        indexes: Groups of columns that SQL finds and sorts by together, without looking at the rows.
        carried: Columns that an index of `indexes` carries at its end, so that who looks for a word in them along the
            index need not read the rows; left out where an engine's indexes hold only short values.
        unique: Groups of columns whose values together may occur only once (rows with an empty one excepted).

    Raises:
        ValueError: A name that SQL cannot carry or that is the engine's own, or a unique group of unknown columns.
    """

    name: str
    columns: tuple[Column, ...] = ()
    fill: Callable[[Mapping[str, Any]], Mapping[str, Scalar]] = _nothing
    immutable: bool = False
    indexes: tuple[tuple[str, ...], ...] = ()
    carried: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    unique: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        names = [column.name for column in self.columns]
        wrong = [name for name in (self.name, *names) if not _NAME.fullmatch(name)]
        wrong += [name for name in names if name in _OWN_COLUMNS or names.count(name) > 1]
        groups = (*self.unique, *self.indexes, *self.carried.values())
        wrong += [name for group in groups for name in group if name not in names]
        if wrong or self.name.startswith("sqlite_") or self.name == "_counters":
            raise ValueError(f"Table {self.name!r} cannot have this shape: {wrong}")

    @cached_property
    def by_path(self) -> Mapping[tuple[str, ...], str]:
        """The names of the columns that copy a path of the document."""
        return {column.path: column.name for column in self.columns if column.path is not None}

    @cached_property
    def _computed(self) -> frozenset[str]:
        return frozenset(column.name for column in self.columns if column.path is None)

    @cached_property
    def _sources(self) -> tuple[tuple[tuple[str, ...] | None, str], ...]:
        """For each column the mapping it is copied from and its key there, or nothing and its own name."""
        return tuple(
            (None, column.name) if column.path is None else (column.path[:-1], column.path[-1])
            for column in self.columns
        )

    @cached_property
    def _parents(self) -> frozenset[tuple[str, ...]]:
        return frozenset(path[:depth] for path in self.by_path for depth in range(len(path)))

    def values(self, document: Mapping[str, Any]) -> tuple[Scalar, ...]:
        """The narrow columns of a document, in their order.

        Raises:
            ValueError: A key beside a copied value is not text (JSON would respell it, and the column would lie),
                or `fill` does not give exactly the columns without a path.
        """
        parts = {parent: _mapping_at(document, parent) for parent in self._parents}
        for part in parts.values():
            if not (set(map(type, part)) <= _TEXTS or all(isinstance(key, str) for key in part)):
                raise ValueError(f"Keys of a document in {self.name!r} must be text")
        filled = self.fill(document)
        if filled.keys() != self._computed:
            raise ValueError(f"Table {self.name!r} needs {sorted(self._computed)}, got {sorted(filled)}")
        values: list[Scalar] = []
        for parent, key in self._sources:
            if parent is None:
                values.append(filled[key])
            else:
                value = parts[parent].get(key)
                values.append(value if type(value) in _PLAIN else _scalar(value))
        return tuple(values)


def _mapping_at(document: Mapping[str, Any], path: tuple[str, ...]) -> Mapping[str, Any]:
    """The mapping at a path; an empty one where there is none."""
    value: Any = document
    for part in path:
        value = value.get(part) if isinstance(value, dict | Mapping) else None
    return value if isinstance(value, dict | Mapping) else {}


def _scalar(value: object) -> Scalar:
    """The value as SQLite can hold it, ordered as Python orders it; nothing for lists and mappings."""
    if isinstance(value, int):
        return int(value) if -_LARGEST <= value < _LARGEST else _approximately(value)
    return value if isinstance(value, str | float) else None


def _approximately(number: int) -> float:
    """A whole number beyond 64 bits as a float beyond 64 bits; on the same side of every 64-bit number."""
    try:
        return float(number)
    except OverflowError:
        return inf if number > 0 else -inf
