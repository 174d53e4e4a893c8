"""From a TinyDB query to SQL that leaves out only documents the query would refuse.

SQL narrows, TinyDB's own test decides. A query tells its form only through its private hash, `QueryInstance._hash`:
a nested tuple such as `("==", ("place", "village"), 3)`. Whatever is not understood here is not narrowed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from typing import TypeGuard

from tinydb.queries import Query, QueryInstance, QueryLike

from mediation_tui.store.shape import Scalar

_LARGEST = 2**63
_LONGEST_LIST = 500
_DEEPEST = 20
_MOST_VALUES = 30_000

Columns = Mapping[tuple[str, ...], str]


@dataclass(frozen=True)
class Condition:
    """A condition in SQL.

    Attributes:
        sql: The text, with a question mark for each value.
        params: The values.
    """

    sql: str
    params: tuple[Scalar, ...] = ()


EVERYTHING = Condition("1")


def narrowed(query: QueryLike, columns: Columns) -> Condition:
    """A condition that holds for every document the query accepts, and maybe for others.

    SQLite takes some thirty brackets inside each other and 32,766 values; what would come near is not narrowed.
    Lists given to a query must not be changed afterwards; TinyDB asks the same for its cache.

    Args:
        query: Any TinyDB query; of other callables nothing is known.
        columns: The narrow columns by the path they copy.
    """
    if type(query) not in (Query, QueryInstance):
        return EVERYTHING
    condition = _narrowed(getattr(query, "_hash", None), columns)
    return condition if condition and len(condition.params) <= _MOST_VALUES else EVERYTHING


def _narrowed(form: object, columns: Columns, depth: int = 0) -> Condition | None:
    """The condition for one form, so deep inside others; nothing where none is known."""
    if depth > _DEEPEST:
        return None
    match form:
        case ("and", frozenset() as parts):
            known = [part for part in (_narrowed(part, columns, depth + 1) for part in parts) if part]
            return _joined(" AND ", known) if known else None
        case ("or", frozenset() as parts):
            alternatives = [_narrowed(part, columns, depth + 1) for part in parts]
            known = [part for part in alternatives if part]
            return _joined(" OR ", known) if len(known) == len(alternatives) else None
        case (str() as test, tuple() as path, wanted) if path in columns:
            return _comparison(test, f"[{columns[path]}]", wanted)
    return None


def _comparison(test: str, column: str, wanted: object) -> Condition | None:
    """The condition for a test of one column."""
    match test:
        case "==" if wanted is None:
            return Condition(f"{column} IS NULL")
        case "==" | "<" | "<=" | ">" | ">=" if _comparable(wanted):
            return Condition(f"{column} {test} ?", (wanted,))
        case "!=" if _comparable(wanted):
            return Condition(f"{column} IS NOT ?", (wanted,))
        case "one_of" if isinstance(wanted, tuple | frozenset) and len(wanted) <= _LONGEST_LIST:
            return _any_of(column, wanted)
    return None


def _any_of(column: str, wanted: tuple[object, ...] | frozenset[object]) -> Condition | None:
    """The condition for a value out of a list."""
    if not wanted:
        return Condition("0")
    each = [_comparison("==", column, value) for value in wanted]
    known = [condition for condition in each if condition]
    return _joined(" OR ", known) if len(known) == len(each) else None


def _comparable(value: object) -> TypeGuard[Scalar]:
    """Whether SQLite and Python agree on how a value compares with any value in a column.

    Subclasses may compare in their own way, whole numbers beyond 64 bits are stored as the nearest float (which
    may be the smallest number of 64 bits), NaN is NULL to SQLite, and a lone surrogate cannot be passed to it.
    """
    if type(value) is str:
        return not any("\ud800" <= letter <= "\udfff" for letter in value)
    if type(value) is float:
        return not isnan(value) and abs(value) < _LARGEST
    return type(value) is bool or (type(value) is int and -_LARGEST < value < _LARGEST)


def _joined(operator: str, conditions: list[Condition]) -> Condition:
    """Several conditions as one."""
    return Condition(
        f"({operator.join(condition.sql for condition in conditions)})",
        tuple(value for condition in conditions for value in condition.params),
    )
