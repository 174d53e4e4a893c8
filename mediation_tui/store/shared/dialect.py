"""How PostgreSQL spells what SQL leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mediation_tui.store.port import Condition, Dialect


def _one_of(column: str, values: Sequence[str]) -> Condition:
    return f"{column} = ANY(?)", [list(values)]


POSTGRES = Dialect(
    contains="strpos({column}, ?) > 0",
    one_of=_one_of,
    fen="sum(round(amount::numeric * 100))::bigint",
    held="FOR UPDATE",
    kept="FOR SHARE",
    free="FOR UPDATE SKIP LOCKED",
)


@lru_cache(maxsize=512)
def spelt(sql: str) -> str:
    """The program's SQL with its question marks as psycopg wants them."""
    return sql.replace("%", "%%").replace("?", "%s")
