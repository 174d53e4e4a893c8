"""Ids: given once, up to 64 bits, and said when there are none left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tinydb import where
from tinydb.table import Document

from mediation_tui.store.engine import BookDB, BookTable
from tests.store.engine.books import reopened

LARGEST = 2**63 - 1


def test_an_id_is_never_given_twice_even_after_the_book_was_emptied_and_reopened(db: BookDB) -> None:
    cases = db.table("cases")
    assert cases.insert_multiple([{}, {}]) == [1, 2]
    cases.remove(doc_ids=[2])
    cases.insert(Document({}, 9))
    cases.truncate()
    with reopened(db) as again:
        assert again.table("cases").insert({}) == 10


def test_a_document_with_a_taken_id_is_refused_and_nothing_of_its_batch_remains(db: BookDB) -> None:
    cases = db.table("cases")
    cases.insert({"state": "a"})
    with pytest.raises(ValueError, match="already exists"):
        cases.insert_multiple([{}, Document({}, 1)])
    assert cases.all() == [{"state": "a"}]


@pytest.mark.parametrize("large", [2**53, 2**53 + 1, 2**62, LARGEST, -(2**63)])
def test_a_large_id_is_an_id_like_any_other(db: BookDB, large: int) -> None:
    cases = db.table("cases")
    assert cases.insert(Document({"days": 1}, large)) == large
    assert cases.upsert(Document({"state": "a"}, large)) == [large]
    assert cases.update({"days": 2}, where("state") == "a") == [large]
    with pytest.raises(ValueError, match="already exists"):
        cases.insert(Document({}, large))
    with reopened(db) as again:
        cases = again.table("cases")
        assert cases.get(doc_id=large) == {"days": 2, "state": "a"}
        assert [document.doc_id for document in cases] == [large]
        assert cases.contains(doc_id=large)
        assert not cases.contains(doc_id=large ^ 1)
        assert list(again.faults()) == []
        assert cases.remove(doc_ids=[large]) == [large]


def test_the_next_id_follows_the_largest(db: BookDB) -> None:
    cases = db.table("cases")
    cases.insert(Document({}, 2**62))
    assert cases.insert_multiple([{}, {}]) == [2**62 + 1, 2**62 + 2]


@pytest.mark.parametrize("beyond", [2**63, -(2**63) - 1, 2**70])
def test_an_id_beyond_64_bits_is_refused_and_nothing_is_written(db: BookDB, beyond: int) -> None:
    cases = db.table("cases")
    cases.insert({"days": 1})
    for act in (
        lambda: cases.insert(Document({}, beyond)),
        lambda: cases.insert_multiple([{}, Document({}, 7), Document({}, beyond)]),
        lambda: cases.upsert(Document({}, beyond)),
    ):
        with pytest.raises(ValueError, match="beyond 64 bits"):
            act()
    assert cases.all() == [{"days": 1}]
    assert cases.insert({}) == 2


@pytest.mark.parametrize("beyond", [2**63, -(2**63) - 1, 2**70])
def test_nothing_is_found_under_an_id_beyond_64_bits(db: BookDB, beyond: int) -> None:
    cases = db.table("cases")
    cases.insert({"days": 1})
    assert cases.get(doc_id=beyond) is None
    assert cases.get(doc_ids=[beyond, 1]) == [{"days": 1}]
    assert not cases.contains(doc_id=beyond)
    assert cases.update({"days": 2}, doc_ids=[beyond, 1]) == [1]
    assert not cases.replace(beyond, {})
    assert cases.remove(doc_ids=[beyond, 1]) == [1]


NEEDING_AN_ID: dict[str, Callable[[BookTable], Any]] = {
    "insert": lambda cases: cases.insert({}),
    "insert_multiple": lambda cases: cases.insert_multiple([Document({}, 5), {}]),
    "upsert": lambda cases: cases.upsert({}, where("state") == "nowhere"),
}


@pytest.mark.parametrize("act", NEEDING_AN_ID)
def test_after_the_largest_id_none_is_given_and_nothing_is_written(db: BookDB, act: str) -> None:
    cases = db.table("cases")
    cases.insert(Document({"days": 1}, LARGEST))
    with pytest.raises(OverflowError, match="No document ID is left in 'cases'"):
        NEEDING_AN_ID[act](cases)
    assert cases.all() == [{"days": 1}]


def test_a_table_without_ids_left_goes_on_with_the_documents_it_has(db: BookDB) -> None:
    cases = db.table("cases")
    cases.insert_multiple([Document({"days": 1}, LARGEST), Document({"days": 2}, 4)])
    assert cases.insert(Document({"days": 3}, 5)) == 5
    assert cases.update_multiple([({"days": 4}, where("days") == 3)]) == [5]
    assert cases.update({"state": "a"}) == [4, 5, LARGEST]
    assert cases.remove(doc_ids=[LARGEST]) == [LARGEST]
    with pytest.raises(OverflowError):
        cases.insert({})
    assert [document.doc_id for document in cases] == [4, 5]
    assert db.table("notes").insert({}) == 1
    db.drop_tables()
    assert db.tables() == set()


def test_persist_empty_empties_nothing(db: BookDB) -> None:
    db.table("notes").insert({"n": 1})
    with reopened(db) as again:
        for _ in range(2):
            notes = again.table("notes", persist_empty=True, cache_size=0)
            assert notes.all() == [{"n": 1}]
        assert BookTable(again.storage, "notes", persist_empty=True).all() == [{"n": 1}]
        assert notes.insert({}) == 2
