"""Opens a book of an earlier format, which brings it forward, and works on in it."""

from __future__ import annotations

import sys
from pathlib import Path

from mediation_tui.store.embedded import EmbeddedBook
from tests.faults.powercut.notes import act
from tests.faults.powercut.programs.secretary import Secretary
from tests.faults.powercut.readers import BOOK


def main(folder: Path) -> None:
    backups = folder.parent / "backups"
    with act():
        book = EmbeddedBook(folder / BOOK, back_up=lambda path: backups.write_bytes(path.read_bytes()))
    Secretary(book, hour=12).register()
    book.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
