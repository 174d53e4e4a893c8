"""The private form of TinyDB's queries, pinned: a release that changes it must fail here, not in a book."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from operator import and_, or_
from typing import Any

import pytest
from tinydb import Query, where
from tinydb.queries import QueryInstance

from mediation_tui.store.engine import BookDB
from mediation_tui.store.engine.narrowing import EVERYTHING, Condition, narrowed
from tests.store.engine.books import CASES
from tests.store.engine.forms import COMPARISONS, FORMS
from tests.store.engine.reference import answered_alike, both

DOCUMENTS: list[dict[str, Any]] = [
    {"state": "a", "place": {"village": 3}, "tags": ["a"], "parties": [{"age": 3}]},
    {"state": "OPEN", "place": {"village": 2**70}, "tags": [], "parties": []},
    {"state": None, "place": "a", "days": -(2**63) - 1},
    {"state": ["a"], "place": {"village": None}, "days": 2**63},
    {},
]
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
        state == -(2**63),
        state < -(2**63),
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


@pytest.mark.parametrize("name", FORMS)
def test_each_form_is_narrowed_or_not_as_expected_and_answered_right_either_way(name: str) -> None:
    with both() as (memory, book):
        held, cases = memory.table("cases"), book.table("cases")
        for table in (held, cases):
            table.insert_multiple(DOCUMENTS)
        for path in (state, village):
            query = FORMS[name](path, *(("a", ["a", 1]) if path is state else (3, [3, None])))
            assert (narrowed(query, CASES.by_path) is not EVERYTHING) is (name in COMPARISONS)
            answered_alike(query, held, cases)


@pytest.mark.parametrize("wanted", [-(2**63), -(2**63) + 1, 2**63 - 1, 2**63, float(2**63), -float(2**63)])
def test_numbers_at_the_end_of_64_bits_are_told_apart(db: BookDB, wanted: float) -> None:
    cases, days = db.table("cases"), where("days")
    ends = [sign * (2**63 + step) for sign in (1, -1) for step in (-1, 0, 1, 1025)] + [2.0**63, -(2.0**63)]
    cases.insert_multiple({"days": end} for end in ends)
    for query in (
        days == wanted,
        days != wanted,
        days < wanted,
        days <= wanted,
        days > wanted,
        days >= wanted,
        days.one_of([wanted]),
    ):
        assert cases.search(query) == [{"days": end} for end in ends if query({"days": end})], query


@pytest.mark.parametrize("tie", [and_, or_])
@pytest.mark.parametrize("count", [20, 40, 300])
def test_a_long_chain_of_questions_is_answered(db: BookDB, tie: Callable[..., Any], count: int) -> None:
    cases = db.table("cases")
    cases.insert_multiple(DOCUMENTS)
    for first in (state == "a", village.exists()):
        query = reduce(tie, [where("state") != str(n) for n in range(count)], first)
        assert cases.search(query) == [document for document in DOCUMENTS if query(document)]


def test_what_is_asked_first_of_a_long_chain_no_longer_narrows_but_the_last_does() -> None:
    chain = reduce(and_, [state != str(n) for n in range(300)])
    assert narrowed(chain & (village == 3), COLUMNS).params.count(3) == 1
    assert len(narrowed(chain, COLUMNS).params) < 30
    assert narrowed(reduce(or_, [state == str(n) for n in range(300)]), COLUMNS) is EVERYTHING


def test_more_values_than_sql_takes_are_compared_without_it(db: BookDB) -> None:
    cases = db.table("cases")
    cases.insert_multiple({"days": days} for days in (5, 30_499, 30_500))
    several: list[Any] = [where("days").one_of(list(range(n, n + 500))) for n in range(0, 30_500, 500)]
    while len(several) > 1:
        several = [reduce(or_, several[n : n + 2]) for n in range(0, len(several), 2)]
    assert narrowed(several[0], CASES.by_path) is EVERYTHING
    assert cases.search(several[0]) == [{"days": 5}, {"days": 30_499}]
