"""Every form of question TinyDB knows, and the words and numbers that tell a careless answer from a right one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tinydb import Query, where
from tinydb.queries import QueryInstance

WORDS = ("", "a", "Z", "已受理", "调解中", "𠮷", "a\x00b", "10", "9", "\uffff", "open", "OPEN")
NUMBERS = (0, 1, -1, 9, 10, 2**53, 2**53 + 1, 2**62, 2**63 - 1, 2**63, 2**70, 10**400)
NEGATIVES = (-(2**53) - 1, -(2**63) + 1, -(2**63), -(2**63) - 1, -(2**70))
FRACTIONS = (0.0, -0.0, 1.0, 0.5, 9.5, 2.0**53, 2.0**63, -(2.0**63), 2.0**70, -(2.0**70), 1e300)
NEVER_STORED = (float("nan"), float("inf"), float("-inf"), "\ud800", "a\udfff")
"""What a query may ask for though no document can hold it."""

COLUMN_PATHS: tuple[Any, ...] = (
    where("state"),
    where("days"),
    where("place").village,
    where("place")["village"],
    Query().place.village,
)
"""Those with a narrow column in `books.CASES`."""

PATHS: tuple[Any, ...] = (
    *COLUMN_PATHS,
    where("place"),
    where("place").village.deeper,
    where("place")["village"]["deeper"]["still"],
    where("place").grid,
    where("tags"),
    where("parties"),
    where(""),
)


def kind_of(value: object) -> str:
    return type(value).__name__


def is_kind(value: object, *kinds: str) -> bool:
    return kind_of(value) in kinds


def first_of(value: object) -> object:
    return value[0] if isinstance(value, list) and value else None


def is_small(document: Any) -> bool:
    return len(document) < 3


Form = Callable[[Any, Any, list[Any]], QueryInstance]
"""A question about a path, from one value and from several."""

FORMS: dict[str, Form] = {
    "==": lambda path, value, several: path == value,
    "!=": lambda path, value, several: path != value,
    "<": lambda path, value, several: path < value,
    "<=": lambda path, value, several: path <= value,
    ">": lambda path, value, several: path > value,
    ">=": lambda path, value, several: path >= value,
    "exists": lambda path, value, several: path.exists(),
    "one_of a list": lambda path, value, several: path.one_of(several),
    "one_of a tuple": lambda path, value, several: path.one_of(tuple(several)),
    "one_of a set": lambda path, value, several: path.one_of(frozenset(several)),
    "one_of a text": lambda path, value, several: path.one_of("调解中a"),
    "any of a list": lambda path, value, several: path.any(several),
    "all of a list": lambda path, value, several: path.all(several),
    "any by a query": lambda path, value, several: path.any(where("age") == value),
    "all by a query": lambda path, value, several: path.all(where("name").one_of(several)),
    "any by any": lambda path, value, several: path.any(where("also").any([value, *several])),
    "matches": lambda path, value, several: path.matches("^[a调]"),
    "matches with flags": lambda path, value, several: path.matches("OP.N", flags=re.IGNORECASE),
    "search": lambda path, value, several: path.search("[A-Z解]"),
    "search with flags": lambda path, value, several: path.search("[A-Z解]", flags=re.IGNORECASE),
    "test": lambda path, value, several: path.test(bool),
    "test with arguments": lambda path, value, several: path.test(is_kind, "str", "int"),
    "map": lambda path, value, several: path.map(kind_of) == "str",
    "map on the way": lambda path, value, several: path.map(first_of).name == value,
    "map of a whole document": lambda path, value, several: Query().map(is_small).test(bool),
    "fragment below a path": lambda path, value, several: path.fragment({"village": value}),
    "fragment of a document": lambda path, value, several: Query().fragment({"state": value}),
    "fragment of nothing": lambda path, value, several: Query().fragment({}),
    "noop": lambda path, value, several: Query().noop(),
}
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=", "one_of a list", "one_of a tuple", "one_of a set")
"""The forms SQL can narrow, where the path has a column and the values are ordinary."""
