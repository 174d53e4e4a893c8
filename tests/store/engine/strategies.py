"""Documents and queries nobody would think of."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import strategies as st
from tinydb import Query, where
from tinydb.queries import QueryInstance

words = st.sampled_from(["", "a", "Z", "已受理", "调解中", "𠮷", "a\x00b", "10", "9", "\uffff", "open"])
numbers = st.sampled_from(
    [0, 1, -1, 9, 10, 2**53, 2**53 + 1, 2**63 - 1, 2**63, -(2**63), 2**70, -(2**70), 10**400]
)
fractions = st.sampled_from([0.0, -0.0, 1.0, 0.5, 9.5, 2.0**53, 2.0**63, 2.0**70, -(2.0**70), 1e300])
scalars = st.one_of(st.none(), st.booleans(), words, numbers, fractions)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=2)),
    max_leaves=4,
)
places = st.one_of(values, st.fixed_dictionaries({}, optional={"village": values, "grid": scalars}))
parties = st.lists(st.fixed_dictionaries({}, optional={"name": words, "age": scalars}), max_size=3)
documents = st.fixed_dictionaries(
    {},
    optional={
        "state": values,
        "place": places,
        "days": values,
        "parties": parties,
        "tags": st.lists(scalars, max_size=3),
    },
)

paths = st.sampled_from(
    [
        where("state"),
        where("days"),
        where("place"),
        where("place").village,
        where("place")["village"],
        where("place").village.deeper,
        where("place").grid,
        where("tags"),
        where("parties"),
    ]
)


def kind_of(value: object) -> str:
    return type(value).__name__


def is_kind(value: object, *kinds: str) -> bool:
    return kind_of(value) in kinds


@st.composite
def plain_queries(draw: st.DrawFn) -> QueryInstance:
    path: Any = draw(paths)
    value = draw(values)
    several = draw(st.lists(scalars, max_size=4))
    forms: list[Any] = [
        lambda: path == value,
        lambda: path != value,
        lambda: path < value,
        lambda: path <= value,
        lambda: path > value,
        lambda: path >= value,
        lambda: path.exists(),
        lambda: path.one_of(several),
        lambda: path.one_of(tuple(several)),
        lambda: path.one_of(frozenset(several)),
        lambda: path.one_of("调解中a"),
        lambda: path.any(several),
        lambda: path.all(several),
        lambda: path.any(where("age") == value),
        lambda: path.all(where("name").exists()),
        lambda: path.matches("^[a调]"),
        lambda: path.search("A", flags=re.IGNORECASE),
        lambda: path.test(is_kind, "str", "int"),
        lambda: path.map(kind_of) == "str",
        lambda: path.fragment({"village": value}),
        lambda: Query().fragment({"state": value}),
        lambda: Query().noop(),
    ]
    query: QueryInstance = draw(st.sampled_from(forms))()
    return query


queries = st.recursive(
    plain_queries(),
    lambda inner: st.one_of(
        st.builds(lambda left, right: left & right, inner, inner),
        st.builds(lambda left, right: left | right, inner, inner),
        st.builds(lambda query: ~query, inner),
    ),
    max_leaves=4,
)
