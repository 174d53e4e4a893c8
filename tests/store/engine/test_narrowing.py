"""The private form of TinyDB's queries, pinned: a release that changes it must fail here, not in a book."""

from __future__ import annotations

from typing import Any

import pytest
from tinydb import Query, where
from tinydb.queries import QueryInstance

from mediation_tui.store.engine.narrowing import EVERYTHING, Condition, narrowed

COLUMNS = {("state",): "state", ("place", "village"): "village"}
state: Any = where("state")
village: Any = where("place").village


@pytest.mark.parametrize(
    ("query", "sql", "params"),
    [
        (state == "a", "[state] == ?", ("a",)),
        (state == None, "[state] IS NULL", ()),  # noqa: E711
        (state != "a", "[state] IS NOT ?", ("a",)),
        (village < 3, "[village] < ?", (3,)),
        (village <= 3, "[village] <= ?", (3,)),
        (village > 3, "[village] > ?", (3,)),
        (village >= 3.5, "[village] >= ?", (3.5,)),
        (village.one_of([3]), "([village] == ?)", (3,)),
        (village.one_of([3, None]), "([village] == ? OR [village] IS NULL)", (3,)),
        (village.one_of([]), "0", ()),
        ((state == "a") & where("tags").exists(), "([state] == ?)", ("a",)),
        ((state == "a") & Query().noop(), "([state] == ?)", ("a",)),
    ],
)
def test_a_known_form_is_narrowed(query: QueryInstance, sql: str, params: tuple[Any, ...]) -> None:
    assert narrowed(query, COLUMNS) == Condition(sql, params)


def test_both_sides_of_and_or_narrow_in_either_order() -> None:
    for query, word in (((state == "a") & (village == 3), "AND"), ((state == "a") | (village == 3), "OR")):
        condition = narrowed(query, COLUMNS)
        assert condition in (
            Condition(f"([state] == ? {word} [village] == ?)", ("a", 3)),
            Condition(f"([village] == ? {word} [state] == ?)", (3, "a")),
        )


@pytest.mark.parametrize(
    "query",
    [
        ~(state == "a"),
        (state == "a") | where("tags").exists(),
        state.matches("a"),
        state.any(["a"]),
        state.all(["a"]),
        state.exists(),
        state.test(bool),
        state.map(str) == "a",
        state.one_of("abc"),
        state.one_of([["a"]]),
        state.one_of(list(range(501))),
        state == ["a"],
        state == float("nan"),
        state == 2**63,
        state == 2.0**63,
        state == "\ud800",
        state != None,  # noqa: E711
        where("place").fragment({"village": 3}),
        Query().fragment({"state": "a"}),
        Query().noop(),
        where("other") == 1,
        lambda document: True,
    ],
)
def test_whatever_is_not_surely_understood_is_scanned(query: Any) -> None:
    assert narrowed(query, COLUMNS) is EVERYTHING


def test_a_class_of_queries_of_ones_own_is_scanned() -> None:
    class Contrary(QueryInstance):
        def __call__(self, value: Any) -> bool:
            return True

    assert narrowed(Contrary(lambda value: True, ("==", ("state",), "a")), COLUMNS) is EVERYTHING
