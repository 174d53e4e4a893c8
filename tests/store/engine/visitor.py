"""A second process that does what it is told: `python -m tests.store.engine.visitor PATH`.

It reads one JSON line per act, `[table, method, arguments...]`, and answers each with a line when it is done.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from mediation_tui.store.engine import BookDB
from tests.store.engine.books import SHAPES


def obey(path: Path) -> None:
    """Do one act after the other until there are no more."""
    with BookDB(path, SHAPES) as db:
        for line in sys.stdin:
            table, method, *arguments = json.loads(line)
            getattr(db.table(table), method)(*arguments)
            print("done", flush=True)


if __name__ == "__main__":
    obey(Path(sys.argv[1]))
