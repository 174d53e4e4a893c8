"""Makes a book's file, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

from mediation_tui.store.engine import create_file
from tests.faults.powercut.notes import act
from tests.faults.powercut.readers import BARE, BOOK, FOUNDED


def main(folder: Path) -> None:
    with act() as kept:
        create_file(folder / BOOK, BARE)
        kept.append(FOUNDED)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
