"""How a document becomes a row in PostgreSQL, and how a row is checked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from zlib import crc32

from mediation_tui.store.shape import Scalar, TableShape
from mediation_tui.store.shared.schema import listed

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode


class Rows:
    """The rows of one table, as SQL and values.

    JSONB keeps neither the order of keys nor spaces, so the checksum is taken over one spelling: keys sorted, no
    spaces, UTF-8.

    Args:
        shape: The table's shape.
    """

    def __init__(self, shape: TableShape) -> None:
        self.shape = shape
        names = ["body", "crc", *(column.name for column in shape.columns)]
        values = ", ".join(["%s::jsonb", *("%s" for _ in names[1:])])
        self.insert = f"INSERT INTO {shape.name} ({listed(names)}) VALUES ({values}) RETURNING id"
        self.insert_as = f"INSERT INTO {shape.name} ({listed(names)}, id) VALUES ({values}, %s)"
        changed = ", ".join(f'"{name}" = {"%s::jsonb" if name == "body" else "%s"}' for name in names)
        self.replace = f"UPDATE {shape.name} SET {changed} WHERE id = %s"
        self.checked = (
            f"SELECT id, body::text, crc{listed(names[2:]) and ', '}{listed(names[2:])} FROM {shape.name}"
        )

    def values(self, document: Mapping[str, Any]) -> tuple[Scalar, ...]:
        """The values of a document's row: text, checksum and narrow columns."""
        body = _encode(dict(document))
        return (body, crc32(body.encode()), *self.shape.values(document))

    def whole(self, body: str, crc: int, columns: Sequence[Scalar]) -> bool:
        """Whether a row is what its document made it."""
        try:
            return self.values(json.loads(body))[1:] == (crc, *columns)
        except (ValueError, LookupError, TypeError, AttributeError):  # JSON, but of no record of this table
            return False
