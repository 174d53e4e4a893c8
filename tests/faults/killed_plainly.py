"""The same clerk on a plain TinyDB, for the tests that show that such kills do harm where harm can be done."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from uuid import uuid4

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import JSONStorage

from tests.faults.fuses import die, let_no_file_outgrow
from tests.faults.killed import EVENTS_OF_AN_ACT
from tests.faults.lives import say


def keep_some_acts(path: str, acts: int) -> None:
    """Do some acts and let go of the file in peace."""
    with TinyDB(path, storage=JSONStorage) as db:
        for _record in _records(db, acts):
            pass


def die_after_record(path: str, number: int) -> None:
    """Die when so many records have been written, each of them by itself."""
    with TinyDB(path, storage=JSONStorage) as db:
        for record in _records(db):
            if record == number:
                die()


def die_at_size(path: str, size: int) -> None:
    """Die within a write that takes the file beyond a size."""
    let_no_file_outgrow(size)
    with TinyDB(path, storage=JSONStorage) as db:
        for _record in _records(db):
            pass


def say_kept_before_writing(path: str) -> None:
    """Act on and on with TinyDB's own cache, which writes later."""
    with TinyDB(path, storage=CachingMiddleware(JSONStorage)) as db:  # type: ignore[no-untyped-call]
        for _record in _records(db):
            pass


def _records(db: TinyDB, acts: int | None = None) -> Iterator[int]:
    """Act, and give a number after each record that TinyDB has taken."""
    numbers = count(1)
    for _ in range(acts) if acts is not None else count():
        ids = [str(uuid4()) for _ in range(EVENTS_OF_AN_ACT)]
        say(f"doing {' '.join(ids)}")
        for id_ in ids:
            db.insert({"id": id_, "text": "电话回访。"})
            yield next(numbers)
        say("kept")
