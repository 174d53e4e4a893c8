"""Nothing is answered from memory once another process has written."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import where

from mediation_tui.store.engine import BookDB, BookTable

ROOT = Path(__file__).parents[3]
Visitor = Callable[..., None]


@pytest.fixture
def visitor(db: BookDB) -> Iterator[Visitor]:
    """Lets another process do something to a table of the book, and comes back when it is done."""
    command = [sys.executable, "-m", "tests.store.engine.visitor", str(db.path)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def does(*act: Any) -> None:
            assert process.stdin is not None
            assert process.stdout is not None
            print(json.dumps(act), file=process.stdin, flush=True)
            assert process.stdout.readline() == "done\n"

        yield does
        process.communicate(timeout=60)
    assert process.returncode == 0


NARROWED = where("state") == "a"
SCANNED = where("state").matches("a") & where("tags").any(["x", "y"])
NEGATED = ~(where("state") == "b")


def answers(cases: BookTable) -> dict[str, Any]:
    """All that can be asked, always by the same query objects."""
    return {
        "search": [cases.search(query) for query in (NARROWED, SCANNED, NEGATED)],
        "count": [cases.count(query) for query in (NARROWED, SCANNED, NEGATED)],
        "contains": [cases.contains(query) for query in (NARROWED, SCANNED, NEGATED)],
        "get": [cases.get(query) for query in (NARROWED, SCANNED, NEGATED)],
        "by id": [cases.get(doc_id=1), cases.get(doc_ids=[1, 2]), cases.contains(doc_id=2)],
        "whole": [len(cases), cases.all(), list(cases)],
    }


def expected(*documents: dict[str, Any]) -> dict[str, Any]:
    """What must be answered when the table holds these under the ids from 1, and nothing else."""
    found = [[each for each in documents if query(each)] for query in (NARROWED, SCANNED, NEGATED)]
    held = list(documents)
    return {
        "search": found,
        "count": [len(each) for each in found],
        "contains": [bool(each) for each in found],
        "get": [each[0] if each else None for each in found],
        "by id": [held[0] if held else None, held[:2], len(held) > 1],
        "whole": [len(held), held, held],
    }


def test_the_same_questions_are_answered_anew_after_every_write_elsewhere(
    db: BookDB, visitor: Visitor
) -> None:
    cases = db.table("cases")
    first, second = {"state": "a", "tags": ["x"]}, {"state": "a", "tags": ["y"]}
    assert answers(cases) == expected()
    visitor("cases", "insert", first)
    assert answers(cases) == expected(first)
    visitor("cases", "insert_multiple", [second])
    assert answers(cases) == expected(first, second)
    visitor("cases", "update", {"state": "b"}, None, [1])
    assert answers(cases) == expected(first | {"state": "b"}, second)
    visitor("cases", "remove", None, [2])
    assert answers(cases) == expected(first | {"state": "b"})
    visitor("cases", "truncate")
    assert answers(cases) == expected()
    assert cases.insert({}) == 3


def test_a_list_begun_before_a_write_elsewhere_ends_as_it_began(db: BookDB, visitor: Visitor) -> None:
    cases = db.table("cases")
    cases.insert_multiple({"days": 1} for _ in range(5))
    reading = iter(cases)
    seen = [next(reading)]
    visitor("cases", "update", {"days": 2})
    seen += reading
    assert {document["days"] for document in seen} == {1}
    assert {document["days"] for document in cases} == {2}


def test_what_is_changed_here_is_what_lies_there(db: BookDB, visitor: Visitor) -> None:
    cases = db.table("cases")
    cases.insert({"state": "a", "days": 1})
    assert cases.count(NARROWED) == 1
    visitor("cases", "update", {"state": "b"})
    assert cases.update({"days": 9}, NARROWED) == []
    assert cases.upsert({"state": "a", "days": 5}, NARROWED) == [2]
    visitor("cases", "update", {"state": "a"})
    assert cases.remove(NARROWED) == [1, 2]
