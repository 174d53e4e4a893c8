"""How SQLite spells what SQL leaves open."""

from __future__ import annotations

import json
from collections.abc import Sequence

from mediation_tui.store.port import Condition, Dialect


def _one_of(column: str, values: Sequence[str]) -> Condition:
    return f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(list(values))]


SQLITE = Dialect(
    contains="instr({column}, ?)",
    one_of=_one_of,
    fen="sum(cast(round(amount * 100) AS INTEGER))",
)
"""Rows are never held: a transaction on a file is alone from its first statement on."""
