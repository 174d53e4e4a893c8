"""Puts 25 cases into a stock TinyDB, which keeps them in a JSON file."""

from __future__ import annotations

import sys
from pathlib import Path

from tinydb import TinyDB

from tests.faults.powercut.notes import act
from tests.faults.powercut.readers import PLAIN_JSON


def main(folder: Path) -> None:
    with TinyDB(folder / PLAIN_JSON, encoding="utf-8", ensure_ascii=False) as database:
        for serial in range(1, 26):
            with act() as kept:
                database.insert({"number": f"2026-{serial}", "summary": "因排水沟堵塞起争执。" * 40})
                kept.append(f"2026-{serial}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
