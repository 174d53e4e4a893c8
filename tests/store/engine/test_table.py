from __future__ import annotations

import re
from pathlib import Path

import pytest
from tinydb import where

from mediation_tui.store.engine import BookDB, Column, Duplicate, TableShape, Unchangeable


def test_what_is_handed_out_is_a_copy(db: BookDB) -> None:
    cases = db.table("cases")
    given = {"tags": ["a"]}
    doc_id = cases.insert(given)
    given["tags"].append("b")
    cases.search(where("tags").exists())[0]["tags"].append("c")
    assert cases.search(where("tags").exists()) == [{"tags": ["a"]}]
    assert cases.get(doc_id=doc_id) == {"tags": ["a"]}


def test_the_same_pattern_read_otherwise_is_another_query(db: BookDB) -> None:
    cases = db.table("cases")
    cases.insert({"state": "OPEN"})
    assert cases.count(where("state").search("open")) == 0
    assert cases.count(where("state").search("open", flags=re.IGNORECASE)) == 1


def test_replacing_leaves_nothing_of_the_old_document(db: BookDB) -> None:
    cases = db.table("cases")
    doc_id = cases.insert({"state": "a", "days": 3})
    assert cases.replace(doc_id, {"state": "b"})
    assert not cases.replace(99, {})
    assert cases.all() == [{"state": "b"}]
    assert db.rows("cases", ("state", "days", "size")) == [("b", None, 1)]


def test_records_of_an_immutable_table_can_only_be_added(db: BookDB) -> None:
    events = db.table("events")
    events.insert({"origin": "a", "sequence": 1})
    for act in (
        lambda: events.update({"origin": "b"}),
        lambda: events.remove(doc_ids=[1]),
        lambda: events.replace(1, {}),
        lambda: events.update_multiple([({"origin": "b"}, where("sequence") == 1)]),
        events.truncate,
        db.drop_tables,
        lambda: db.drop_table("events"),
    ):
        with pytest.raises(Unchangeable):
            act()
    assert events.all() == [{"origin": "a", "sequence": 1}]


def test_what_may_occur_once_is_refused_the_second_time(db: BookDB) -> None:
    events = db.table("events")
    events.insert({"origin": "a", "sequence": 1})
    with db.transaction():
        events.insert({"origin": "a", "sequence": 2})
        with pytest.raises(Duplicate, match="已经有"):
            events.insert({"origin": "a", "sequence": 1})
    assert [event["sequence"] for event in events] == [1, 2]


@pytest.mark.parametrize(
    "document", [{"days": float("nan")}, {"days": object()}, {1: "a"}, {"state": "\ud800"}]
)
def test_what_json_cannot_hold_is_refused(db: BookDB, document: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        db.table("cases").insert(document)
    with pytest.raises(ValueError, match="not a Mapping"):
        db.table("cases").insert(["not a mapping"])  # type: ignore[arg-type]
    assert len(db.table("cases")) == 0


def test_a_table_the_book_does_not_have_is_refused(db: BookDB) -> None:
    with pytest.raises(ValueError, match="no table 'case'"):
        db.table("case")
    with pytest.raises(ValueError, match="no table"):
        db.storage.write({"case": {}})
    db.drop_table("case")


def test_tinydb_asks_for_what_it_needs(db: BookDB) -> None:
    notes = db.table("notes")
    with pytest.raises(RuntimeError):
        notes.remove()
    with pytest.raises(RuntimeError):
        notes.get()


def test_reading_on_while_writing_sees_each_document_once(db: BookDB) -> None:
    notes = db.table("notes")
    notes.insert_multiple({"n": n} for n in range(5))
    for document in notes:
        notes.insert({"n": document["n"] + 10})
    with db.transaction():
        for document in notes:
            notes.update({"n": 0}, doc_ids=[document.doc_id])
            notes.insert({})
    assert len(notes) == 20


def test_a_list_or_a_tally_needs_no_documents(db: BookDB) -> None:
    cases = db.table("cases")
    cases.insert_multiple({"state": state, "place": {"village": 3}} for state in ("a", "b", "a"))
    tally = db.rows("cases", ("state", "count(*)"), "WHERE village = ? GROUP BY state ORDER BY state", (3,))
    assert tally == [("a", 2), ("b", 1)]
    assert db.body("cases", 1) == '{"state":"a","place":{"village":3}}'
    assert db.body("cases", 9) is None
    assert [doc_id for doc_id, _ in db.bodies("cases", "WHERE state = ? ORDER BY id DESC", ("a",))] == [3, 1]


def test_the_default_table_is_reached_through_the_book(db: BookDB) -> None:
    db.insert({"n": 1})
    assert len(db) == 1
    assert [document["n"] for document in db] == [1]
    assert str(db.path) in repr(db)


@pytest.mark.parametrize(
    ("name", "columns", "unique"),
    [
        ("_counters", (), ()),
        ("sqlite_x", (), ()),
        ("a]b", (), ()),
        ("a", (Column("id"),), ()),
        ("a", (Column("x"), Column("x")), ()),
        ("a", (Column('"x'),), ()),
        ("a", (Column("x"),), (("y",),)),
    ],
)
def test_a_shape_sql_cannot_carry_is_refused(
    name: str, columns: tuple[Column, ...], unique: tuple[tuple[str, ...], ...]
) -> None:
    with pytest.raises(ValueError, match="cannot have this shape"):
        TableShape(name, columns, unique=unique)


def test_a_filling_must_give_exactly_the_computed_columns(tmp_path: Path) -> None:
    shape = TableShape("cases", (Column("size"),), fill=lambda document: {"sise": 1})
    with pytest.raises(ValueError, match="needs"):
        shape.values({})
