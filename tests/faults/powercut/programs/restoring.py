"""Restores a backup over a book that has gone on since, and works on in the restored one."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from mediation_tui.model.events import EventKind as K
from mediation_tui.store.embedded import EmbeddedBook
from mediation_tui.store.embedded.restoring import restore
from tests.faults.powercut.notes import act
from tests.faults.powercut.programs.secretary import Secretary, founded
from tests.faults.powercut.readers import BACKUP, BOOK

MADE_AT = datetime(2026, 3, 2, tzinfo=UTC)


def main(folder: Path) -> None:
    shutil._USE_CP_SENDFILE = False  # type: ignore[attr-defined]  # the recorder knows plain writes alone
    book = founded(folder)
    secretary = Secretary(book)
    case = secretary.register()
    book.backup(folder / BACKUP, MADE_AT)
    secretary.record(case, K.ACCEPTED, K.MEDIATORS_ASSIGNED)
    book.close()
    with act():
        restore(folder / BACKUP, folder / BOOK, MADE_AT)
    book = EmbeddedBook(folder / BOOK)
    Secretary(book, hour=12).register()
    book.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
