"""A second process writing into a book: `python -m tests.store.engine.writer PATH COUNT [LIMIT]`."""

from __future__ import annotations

import sys
from pathlib import Path

from mediation_tui.store.engine import BookDB, Patience
from tests.store.engine.books import SHAPES


def count_up(path: Path, count: int) -> None:
    """Raise the counter and add one note, `count` times, each time in one transaction."""
    with BookDB(path, SHAPES, Patience(limit=60)) as db:
        notes, counter = db.table("notes"), db.table("cases")
        for _ in range(count):
            with db.transaction():
                counter.update(lambda document: document.update(days=document["days"] + 1), doc_ids=[1])
                notes.insert({"text": "纠纷" * 2000})
            print("kept", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 3:
        import resource

        limit = int(sys.argv[3])
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        count_up(Path(sys.argv[1]), int(sys.argv[2]))
    except Exception as error:
        print(type(error).__name__, error)
